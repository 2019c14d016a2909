import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';

test('a secret typed once is in the keychain: it works after a restart, and is gone with its connection', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const first = await docket.launch();
  const pages = docketPages(first.window);
  const form = await pages.openConnectionForm('mytracker');
  await expect(form.kept).toBeVisible();
  await form.dialog.getByRole('button', { name: words.connections.cancel }).click();
  await pages.connect(vendors, 'mytracker');
  await pages.navigation.goTo('connections');
  await expect(pages.connections.row('Games')).toContainText(words.connections.place('keychain'));
  await first.app.close();

  vendors.mytracker.forgetRequests();
  const second = await docket.launch();
  const again = docketPages(second.window);
  await again.navigation.goTo('connections');
  await expect(again.connections.row('Games')).toContainText(words.connections.place('keychain'));
  await again.connections.test('Games').click();
  await expect(again.connections.row('Games')).toContainText(/Works/);
  expect(vendors.mytracker.requests.length).toBeGreaterThan(0);

  const kept = await readFile(path.join(docket.profileDir, 'connections.json'), 'utf8');
  const id = /"id":\s*"([^"]+)"/.exec(kept)?.[1];
  await again.connections.remove('Games');
  await expect(again.page.getByText(words.connections.emptyTitle)).toBeVisible();
  await second.app.close();

  // The same connection set up by hand once more finds no secret: the keychain has forgotten it.
  expect(id).toBeDefined();
  await docket.writeProfile('connections.json', kept);
  const third = await docket.launch();
  const last = docketPages(third.window);
  await last.navigation.goTo('connections');
  await expect(last.connections.row('Games')).toContainText(words.connections.place('missing'));
  await third.app.close();
});
