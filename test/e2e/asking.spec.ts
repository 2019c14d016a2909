import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { schedulesScreen } from '../support/pages/schedules.ts';
import { words } from '../support/pages/shown-words.ts';

test('exports are asked for, again with one click, several by their numbers, and on a schedule', async ({
  docket,
}) => {
  const { window } = await docket.launch();
  const pages = docketPages(window);
  const vendors = await docket.vendors();
  const { name = '' } = await pages.connect(vendors, 'mytracker');
  const form = pages.newExport;
  const say = words.asking;

  // What was typed is still there after a look at the other tab.
  await pages.exports.newExport.click();
  await form.title.fill('Installs of May');
  await form.have.click();
  await form.reference('mytracker').fill('99999999');
  await form.title.fill('From a colleague');
  await form.ask.click();
  await expect(form.title).toHaveValue('Installs of May');
  await form.have.click();
  await expect(form.reference('mytracker')).toHaveValue('99999999');
  await expect(form.title).toHaveValue('From a colleague');
  await form.ask.click();

  // Asked once; then once more, with one click.
  await form.askFor.click();
  await expect(pages.exports.row('Installs of May')).toHaveCount(1);
  await pages.exports.closePanel('Installs of May');
  await pages.exports.newExport.click();
  await form.dialog.getByRole('button', { name: say.againNamed('Installs of May') }).click();
  await expect(pages.exports.row('Installs of May')).toHaveCount(2);

  // What failed for what was asked: its row leads to the same form, filled as it was, at the box that has to change.
  vendors.mytracker.set({ outcome: 'user-error' });
  await pages.exports.newExport.click();
  await form.title.fill('Too many installs');
  await form.askFor.click();
  await pages.exports.closePanel('Too many installs');
  await expect(pages.exports.stage('Too many installs', 'failed')).toBeVisible();
  await pages.exports.step('Too many installs', 'ask-anew').click();
  await expect(form.dialog.getByRole('heading', { name: say.anewTitle('Too many installs') })).toBeVisible();
  await expect(form.title).toHaveValue('Too many installs');
  await expect(form.dialog.getByLabel(words.newExport.field('from').label)).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(pages.exports.step('Too many installs', 'ask-anew')).toBeFocused();
  vendors.mytracker.set({ outcome: 'success' });

  // Several at once: each line is told what came of it.
  const [first, second] = [vendors.mytracker.addExport(), vendors.mytracker.addExport()];
  await pages.exports.newExport.click();
  await form.have.click();
  await form.dialog.getByRole('button', { name: say.several }).click();
  await form.dialog
    .getByLabel(new RegExp(`^${say.severalLabel.mytracker}`))
    .fill(`${first}\nhttps://tracker.my.com/api/raw/v1/export/get.json?idRawExport=${second}\nnone\n404404`);
  await form.dialog.getByRole('button', { name: say.addSeveral(3) }).click();
  await expect(form.dialog.getByText(say.addedSome(2, 2))).toBeVisible();
  await expect(form.dialog.getByText(say.noNumber(3))).toBeVisible();
  await form.dialog.getByRole('button', { name: words.newExport.close, exact: true }).click();

  // On a schedule, which is listed, asked now, paused, changed, removed, and brought back.
  const schedules = schedulesScreen(window);
  await pages.exports.newExport.click();
  await form.dialog.getByLabel(say.repeat, { exact: true }).selectOption({ label: say.weekdays });
  await expect(form.dialog.getByText(/^Next .+, for .+\.$/)).toBeVisible();
  await form.title.fill('New players');
  await form.dialog.getByRole('button', { name: say.setUp }).click();
  await expect(schedules.row('New players')).toContainText(/Monday to Friday/);
  await schedules.run('New players').click();
  await expect(schedules.row('New players')).toContainText(/was asked for/);
  await schedules.pause('New players').click();
  await expect(schedules.row('New players')).toContainText(words.schedules.paused);
  await schedules.goOn('New players').click();
  await schedules.edit('New players').click();
  await form.dialog.getByLabel(say.repeat, { exact: true }).selectOption({ label: say.monthly });
  await form.dialog.getByRole('button', { name: say.saveSchedule }).click();
  await expect(schedules.row('New players')).toContainText(/Every month on day 1/);
  await schedules.remove('New players').click();
  await expect(schedules.row('New players')).toBeHidden();
  await schedules.undo.click();
  await expect(schedules.row('New players')).toBeVisible();

  // The account that was asked is removed: no other is asked in its place without a word.
  await pages.navigation.goTo('connections');
  await pages.connections.remove(name);
  await pages.navigation.goTo('exports');
  await pages.exports.step('Too many installs', 'ask-anew').click();
  await expect(form.dialog.getByText(say.removed(name))).toBeVisible();
  await expect(form.askFor).toBeHidden();
});
