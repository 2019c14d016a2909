import { expect } from '../docket-test.ts';
import { putAway } from '../pages/keyboard.ts';
import { schedulesScreen } from '../pages/schedules.ts';
import { words } from '../pages/shown-words.ts';
import type { Walk } from './walk.ts';

/** All forms of "New export", and the schedules. Needs connections of MyTracker and Crayon by these names. */
export async function walkAsking({ window, vendors, pages, look }: Walk): Promise<void> {
  const say = words.asking;
  const { newExport: form, exports: list } = pages;
  await pages.navigation.goTo('exports');
  await list.newExport.click();
  await form.chooseConnection('My crayon', words.vendors.name('crayon'));
  await look('new export of Crayon');
  await form.askFor.click();
  await expect(form.dialog.getByText(words.newExport.problem('missing')).first()).toBeVisible();
  await look('new export with problems');
  await form.have.click();
  await expect(form.dialog.getByText(words.newExport.crayonComesTitle)).toBeVisible();
  await look('new export, nothing to enter');
  await form.chooseConnection('My mytracker', words.vendors.name('mytracker'));
  await form.dialog.getByRole('button', { name: say.several }).click();
  const box = form.dialog.getByRole('textbox').first();
  await box.fill(`${vendors.mytracker.addExport()}\n\nnone\n404404`);
  await look('several at once');
  await form.dialog.getByRole('button', { name: say.addSeveral(2) }).click();
  await expect(form.dialog.getByText(say.addedSome(1, 2))).toBeVisible({ timeout: 40_000 });
  await look('what came of each line');
  await form.ask.click();
  await form.dialog.getByRole('button', { name: words.newExport.moreFilters }).click();
  await look('new export of MyTracker');
  await form.title.fill('Installs of May');
  await form.askFor.click();
  await expect(list.panel('Installs of May')).toBeVisible();
  await list.closePanel('Installs of May');

  await list.newExport.click();
  await form.chooseConnection('My mytracker', words.vendors.name('mytracker'));
  await expect(form.dialog.getByText(say.lastTitle)).toBeVisible();
  await look('the last request once more');
  await form.dialog.getByLabel(say.repeat, { exact: true }).selectOption({ label: say.monthly });
  await expect(form.dialog.getByLabel(say.day, { exact: true })).toBeVisible();
  await look('a request that repeats');
  await form.title.fill('New players');
  await form.dialog.getByRole('button', { name: say.setUp }).click();
  const schedules = schedulesScreen(window);
  await expect(schedules.row('New players')).toBeVisible();
  await look('schedules');
  await schedules.pause('New players').click();
  await expect(schedules.row('New players')).toContainText(words.schedules.paused);
  await look('a paused schedule');
  await schedules.edit('New players').click();
  await expect(form.dialog.getByRole('button', { name: say.saveSchedule })).toBeVisible();
  await look('editing a schedule');
  await putAway(window);
  await expect(window.getByRole('dialog')).toHaveCount(0);
}
