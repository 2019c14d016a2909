import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';

test('what was typed for a new export is still there after a look at the other tab', async ({ docket }) => {
  const { window } = await docket.launch();
  const pages = docketPages(window);
  await pages.connect(await docket.vendors(), 'mytracker');
  await pages.navigation.goTo('exports');
  await pages.exports.newExport.click();
  const form = pages.newExport;
  await form.title.fill('Installs of May');
  await form.have.click();
  await form.reference('mytracker').fill('99999999');
  await form.title.fill('From a colleague');
  await form.ask.click();
  await expect(form.title).toHaveValue('Installs of May');
  await form.have.click();
  await expect(form.reference('mytracker')).toHaveValue('99999999');
  await expect(form.title).toHaveValue('From a colleague');
});
