import { appendFile, mkdir, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { collectedFiles } from '../collected-files.ts';
import { expect } from '../docket-test.ts';
import { putAway } from '../pages/keyboard.ts';
import { loosely, words } from '../pages/shown-words.ts';
import type { Walk } from './walk.ts';

/** Files, receipt and history of what was committed on the first day: the only files there are. */
export async function walkProof({ app, window, documents, pages, look }: Walk): Promise<void> {
  const { files, receiptPage: receipt, cleanUp, history } = pages;
  const [file = ''] = await collectedFiles(documents);
  const { size } = await stat(file);
  const name = path.basename(file);
  await pages.navigation.goTo('files');
  await expect(files.rows).toHaveCount(1);
  await look('files');
  await files.search.fill('nothing of that name');
  await expect(window.getByRole('heading', { name: words.files.noMatchTitle })).toBeVisible();
  await look('no file matches');
  await files.search.fill('');
  await files.grid.getByRole('button', { name: words.files.actions(name), exact: true }).click();
  await expect(window.getByRole('menu')).toBeVisible();
  await look('menu of a file');
  await putAway(window);
  await files.menu(name, words.files.receipt);
  await expect(receipt.paper('Opt-ins')).toBeVisible();
  await look('receipt as a page');
  await receipt.check.click();
  await expect(receipt.found.getByText(words.receiptPage.allSame(1))).toBeVisible();
  await look('a receipt whose files are as signed for');
  await appendFile(file, 'x');
  await receipt.checkAgain.click();
  await expect(receipt.found).toContainText(words.receiptPage.nextStep('changed'));
  await look('a receipt whose file was changed');
  await receipt.back.click();
  await files.cleanUp.click();
  await cleanUp.choose('any');
  await expect(cleanUp.dialog).toContainText(loosely(words.files.stays(1)));
  await look('nothing to clean up');
  await putAway(window);
  await truncate(file, size);
  await mkdir(path.join(documents, 'Bin'));
  await app.evaluate(
    ({ shell }, bin) => {
      // Not every system that runs tests has a bin.
      const fs = process.getBuiltinModule?.('node:fs') ?? process.mainModule?.require('node:fs');
      shell.trashItem = async (from) => fs.renameSync(from, `${bin}/binned`);
    },
    path.join(documents, 'Bin'),
  );
  await files.cleanUp.click();
  await cleanUp.choose('any');
  await expect(cleanUp.dialog).toContainText('Opt-ins');
  await look('a clean-up');
  await cleanUp.move(1).click();
  await expect(cleanUp.close).toBeVisible();
  await look('after a clean-up');
  await cleanUp.close.click();

  await pages.navigation.goTo('history');
  await history.choose(words.historyTools.groupLabel, words.historyTools.group('commits'));
  await expect(history.entry('file-binned', 'Opt-ins')).toHaveCount(0);
  await look('the history, filtered');
  await window.getByRole('button', { name: words.historyTools.save, exact: true }).click();
  await expect(window.getByRole('menu')).toBeVisible();
  await look('forms to save the history in');
  await putAway(window);
  await history.search.fill('nothing of that name');
  await expect(history.table).toHaveCount(0);
  await look('no line of the history matches');
  await history.clear.click();
}
