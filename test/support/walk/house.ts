import { expect } from '../docket-test.ts';
import { putAway } from '../pages/keyboard.ts';
import { quitDialog } from '../pages/quit-dialog.ts';
import { words } from '../pages/shown-words.ts';
import type { Walk } from './walk.ts';

/** What is reached from everywhere; then high contrast. Needs an export that can be committed, of this title. */
export async function walkHouse({ window, pages, look, tell }: Walk, title: string): Promise<void> {
  const { keyboard } = window;
  await pages.navigation.goTo('exports');
  await look('list');
  await keyboard.press('Control+k');
  await expect(window.getByPlaceholder(words.palette.hint)).toBeVisible();
  await look('palette');
  await keyboard.type('nothing like it');
  await expect(window.getByRole('option')).toHaveCount(0);
  await look('palette without a match');
  await putAway(window);
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: words.shortcuts.title })).toBeVisible();
  await look('shortcuts');
  await putAway(window);
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await tell({ kind: 'online', online: false });
  await expect(pages.bar(words.app.offlineTitle)).toBeVisible();
  await look('offline');
  await tell({ kind: 'online', online: true });
  await tell({ kind: 'quit', phase: 'asking', commits: 1 });
  await expect(quitDialog(window).quit).toBeVisible();
  await look('quitting is asked about');
  await tell({ kind: 'quit', phase: 'waiting', commits: 1 });
  await expect(quitDialog(window).quitNow).toBeVisible();
  await look('quitting waits for an answer');
  await tell({ kind: 'quit', phase: 'none', commits: 0 });
  await expect(quitDialog(window).dialog).toBeHidden();

  await pages.navigation.goTo('settings');
  await expect(pages.settings.title).toBeVisible();
  await look('settings');
  await pages.settings.chooseTheme('contrast');
  await look('settings in high contrast');
  await pages.navigation.goTo('exports');
  await expect(pages.exports.newExport).toBeVisible();
  await look('list in high contrast');
  await pages.exports.search.fill(title);
  await pages.openCommit(title);
  await look('commit dialog in high contrast');
  await pages.commit.cancel.click();
}
