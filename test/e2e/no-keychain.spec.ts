import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';

test('without a keychain the screen says so before the person types, and asks again after a restart', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const id = vendors.mytracker.addExport();
  const first = await docket.launch({ keychain: false });
  const pages = docketPages(first.window);
  await expect(docketPages(first.window).bar(words.app.keychainUnavailableTitle)).toBeVisible();
  const form = await pages.openConnectionForm('mytracker');
  await expect(form.sessionOnly).toBeVisible();
  await expect(form.secret('secretKey')).toHaveValue('');
  await form.dialog.getByRole('button', { name: words.connections.cancel }).click();

  // For this session everything works.
  await pages.connect(vendors, 'mytracker');
  await pages.track('mytracker', id, 'Installs');
  await pages.collect('Installs');
  await pages.navigation.goTo('connections');
  await expect(pages.connections.row('Games')).toContainText(words.connections.place('session'));
  await first.app.close();

  const second = await docket.launch({ keychain: false });
  const again = docketPages(second.window);
  await again.navigation.goTo('connections');
  await expect(again.connections.row('Games')).toContainText(words.connections.place('missing'));
  await again.connections.edit('Games').click();
  const edit = again.connectionDialog('mytracker');
  await expect(edit.sessionOnly).toBeVisible();
  await edit.saveAndTest.click();
  await expect(edit.dialog.getByText(words.connections.problem('missing'))).toBeVisible();
  await edit.secret('secretKey').fill(vendors.mytracker.credentials.secretKey);
  await edit.saveAndTest.click();
  await expect(edit.works('Games')).toBeVisible();
});
