import { expect } from '../docket-test.ts';
import { detailsFor } from '../pages/connections.ts';
import { putAway } from '../pages/keyboard.ts';
import { paste } from '../pages/paste.ts';
import { words } from '../pages/shown-words.ts';
import type { Walk } from './walk.ts';

/** An account whose details are wrong, its menu, and what its removal takes along. It stays, and fails. */
export async function walkAccounts({ window, vendors, pages, look }: Walk): Promise<void> {
  const details = detailsFor(vendors, 'crayon');
  const form = await pages.openConnectionForm('crayon');
  await form.box('clientId').focus();
  await paste(
    window,
    `Client ID: ${details.clientId}\nClient secret: not-this-one\nUser name: ${details.userName}\nPassword: ${details.password}\n`,
  );
  await expect(form.box('userName')).toHaveValue(details.userName ?? '');
  await look('connection form after a paste');
  await form.type({ name: 'Licences', baseUrl: details.baseUrl ?? '' });
  await form.saveAndTest.click();
  await expect(form.doesNotWork).toBeVisible();
  await look('a test that failed');
  await form.closeAnyway.click();
  await look('a connection that fails');

  const menu = async () => {
    await window.getByRole('button', { name: words.app.moreActions('Licences') }).click();
    await expect(window.getByRole('menu')).toBeVisible();
  };
  const away = async () => {
    await putAway(window);
    await expect(window.getByRole('dialog')).toHaveCount(0);
  };
  await menu();
  await look('menu of a connection');
  await window.getByRole('menuitem', { name: words.connecting.rename }).click();
  await expect(form.box('name')).toBeVisible();
  await look('renaming');
  await away();
  await menu();
  await window.getByRole('menuitem', { name: words.connecting.changeSecret }).click();
  await expect(form.box('password')).toBeVisible();
  await look('a new password');
  await away();
  await pages.connections.edit('Licences').click();
  await expect(form.box('userName')).toBeVisible();
  await look('editing a connection');
  await away();
  await menu();
  await window.getByRole('menuitem', { name: words.connections.remove }).click();
  await expect(window.getByRole('alertdialog').getByText(words.connecting.goesAccount)).toBeVisible();
  await look('what goes and what stays');
  await window.getByRole('alertdialog').getByRole('button', { name: words.connections.removeYes }).click();
  await expect(pages.connections.row('Licences')).toBeHidden();
  await look('connections');
}
