import { expect, test } from '../support/docket-test.ts';
import { detailsFor } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { paste } from '../support/pages/paste.ts';
import { words } from '../support/pages/shown-words.ts';

test('an account is connected by one paste, says what is wrong, works, and is renamed, re-keyed and removed', async ({
  docket,
}) => {
  const { window } = await docket.launch();
  const pages = docketPages(window);
  const vendors = await docket.vendors();
  const details = detailsFor(vendors, 'crayon');
  await pages.firstStart.connect.click();
  const form = await pages.connections.choose('crayon');
  await form.box('clientId').focus();
  await paste(
    window,
    `Hello Kim,\nClient ID: ${details.clientId}\nClient secret: not-this-one\nUser name: ${details.userName}\nPassword: ${details.password}\n`,
  );
  await expect(form.dialog.getByText(/^Docket recognised what you pasted/)).toBeVisible();
  await expect(form.box('userName')).toHaveValue(details.userName ?? '');
  await form.type({ name: 'Licences', baseUrl: details.baseUrl ?? '' });

  await form.saveAndTest.click();
  const refusal = words.connectionTest.refusal('crayon-client').reason;
  await expect(form.dialog.getByText(refusal)).toBeVisible();
  await expect(form.dialog.getByText(words.connectionTest.step('reach', 'yes', 'Crayon'))).toBeVisible();
  await expect(form.dialog.getByText(words.connectionTest.step('sign-in', 'no', 'Crayon'))).toBeVisible();
  // The box at fault is marked, says why, and has the focus.
  await expect(form.box('clientSecret')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.box('clientSecret')).toHaveAccessibleDescription(
    new RegExp(words.connections.problem('not-accepted')),
  );
  await expect(form.box('clientSecret')).toBeFocused();
  await expect(form.box('clientSecret')).toBeInViewport({ ratio: 1 });
  await expect(form.dialog.locator('[aria-invalid="true"]')).toHaveCount(1);
  await form.box('clientSecret').fill(details.clientSecret ?? '');
  await form.saveAndTest.click();
  await expect(form.works('Licences')).toBeVisible();
  await form.close.click();

  // Renamed by its menu, in a form of one box.
  await pages.connections.choice('Licences', words.connecting.rename);
  await expect(form.dialog.getByRole('textbox')).toHaveCount(1);
  await form.box('name').fill('Crayon Norway');
  await form.dialog.getByRole('button', { name: words.connecting.renameSave }).click();
  await expect(pages.connections.row('Crayon Norway')).toBeVisible();

  // Only the password changes: first wrongly.
  await pages.connections.choice('Crayon Norway', words.connecting.changeSecret);
  await form.box('password').fill('last year’s');
  await form.saveAndTest.click();
  await expect(form.dialog.getByText(words.connectionTest.refusal('crayon-user').reason)).toBeVisible();
  await form.box('password').fill(details.password ?? '');
  await form.saveAndTest.click();
  await expect(form.works('Crayon Norway')).toBeVisible();
  await form.close.click();

  // Collected by itself, once the person says so.
  const collects = pages.connections
    .row('Crayon Norway')
    .getByRole('switch', { name: words.connecting.collects });
  await expect(collects).not.toBeChecked();
  await collects.click();
  await expect(collects).toBeChecked();
  vendors.crayon.addItem();
  // The queue is read again when the connection is tested.
  await pages.connections.test('Crayon Norway').click();
  await pages.navigation.goTo('exports');
  await expect(window.getByText(/^New Commerce/).first()).toBeVisible();
  await expect(window.getByRole('button', { name: /^Review: / })).toBeVisible();

  // Removing says what goes and what stays.
  await pages.navigation.goTo('connections');
  await pages.connections.choice('Crayon Norway', words.connections.remove);
  const removal = window.getByRole('alertdialog');
  await expect(removal.getByText(words.connecting.goesAccount)).toBeVisible();
  await expect(removal.getByText(words.connecting.staysExports(1))).toBeVisible();
  await expect(removal.getByText(words.connecting.staysFiles)).toBeVisible();
  await removal.getByRole('button', { name: words.connections.removeYes }).click();
  await expect(pages.connections.row('Crayon Norway')).toBeHidden();
});
