import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { ElectronApplication } from '@playwright/test';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { expect, test } from '../support/docket-test.ts';
import { ask } from '../support/kill-bridge.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { putAway } from '../support/pages/keyboard.ts';
import { loosely, words } from '../support/pages/shown-words.ts';
import { pdfText } from '../support/pdf-text.ts';

test('what was done can be shown: history, receipt on paper, its check, and a clean-up that keeps the proof', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const token = vendors.mypreferences.addExport();
  const { app, window } = await docket.launch();
  const pages = docketPages(window);
  const steps = bridgeSteps(window);

  await pages.navigation.goTo('files');
  await expect(pages.files.emptyTitle).toBeVisible();
  const jobId = await steps.track(vendors, 'mypreferences', token, 'Opt-ins');
  await steps.untilStage(jobId, 'ready');
  await steps.collect(jobId);
  await steps.untilStage(jobId, 'collected');
  await expect(pages.files.rows).toHaveCount(1);
  await expect(pages.files.rows.first()).toContainText(words.files.open);
  await expect(pages.files.cleanUp).toHaveAttribute('aria-disabled', 'true');
  await steps.review(jobId);
  await steps.commit(jobId);
  await steps.untilStage(jobId, 'committed');
  const [file = ''] = await collectedFiles(docket.documents);
  const name = path.basename(file);
  await expect(pages.files.rows.first()).toContainText(loosely(words.files.committedOn('at')));

  // The receipt: as signed for, then on paper.
  await pages.files.menu(name, words.files.receipt);
  await expect(pages.receiptPage.paper('Opt-ins')).toContainText(words.receiptPage.verified);
  await pages.receiptPage.check.click();
  await expect(pages.receiptPage.found.getByText(words.receiptPage.allSame(1))).toBeVisible();
  await expect(pages.receiptPage.paper('Opt-ins')).toContainText(loosely('Last checked'));
  const saved = path.join(docket.documents, 'proof.pdf');
  await answerSaveDialog(app, saved);
  await pages.receiptPage.savePdf.click();
  await expect(pages.toast(words.receiptPage.saved('proof.pdf'))).toBeVisible();
  const { text, pages: sheets } = pdfText(await readFile(saved));
  expect(sheets).toBeGreaterThan(0);
  const { receipt, files } = await ask(window, 'receipts.get', jobId);
  for (const part of ['Opt-ins', receipt.id, files[0]?.sha256 ?? 'no file', name, 'sha256sum'])
    expect(text).toContain(part);
  expect(text.replaceAll(' ', '')).toContain(receipt.fingerprint);
  // The printer gets the same page; the system's own dialog can't be seen by a test.
  await app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    if (first === undefined) throw new Error('no window');
    first.webContents.print = (_options, done) => done?.(true, '');
  });
  await pages.receiptPage.print.click();
  await expect(pages.toast(words.receiptPage.printed)).toBeVisible();

  // One byte more: the check says which file and what to do, and a clean-up leaves it alone.
  await appendFile(file, 'x');
  await pages.receiptPage.checkAgain.click();
  await expect(pages.receiptPage.found).toContainText(loosely(words.receiptPage.trouble(1, 1)));
  await expect(pages.receiptPage.found).toContainText(words.receiptPage.nextStep('changed'));
  await pages.receiptPage.back.click();
  await pages.files.cleanUp.click();
  await pages.cleanUp.choose('any');
  await expect(pages.cleanUp.dialog).toContainText(words.files.nothingToClean);
  await expect(pages.cleanUp.dialog).toContainText(loosely(words.files.stays(1)));
  await putAway(window);

  // As it was again: it goes to the bin, and the receipt knows.
  await truncate(file, files[0]?.bytes ?? 0);
  await mkdir(path.join(docket.documents, 'Bin'));
  await app.evaluate(
    ({ shell }, bin) => {
      // Not every system that runs tests has a bin.
      const fs = process.getBuiltinModule?.('node:fs') ?? process.mainModule?.require('node:fs');
      shell.trashItem = async (from) => fs.renameSync(from, `${bin}/binned`);
    },
    path.join(docket.documents, 'Bin'),
  );
  await pages.files.cleanUp.click();
  await pages.cleanUp.choose('any');
  await expect(pages.cleanUp.dialog).toContainText('Opt-ins');
  await pages.cleanUp.move(1).click();
  await pages.cleanUp.close.click();
  expect(existsSync(file)).toBe(false);
  await expect(pages.files.row(name)).toContainText(loosely(words.files.binnedOn('at')));

  // The history: all of it, filtered, its receipt, and as a workbook.
  await pages.navigation.goTo('history');
  await expect(pages.history.entry('file-binned', 'Opt-ins')).toBeVisible();
  await expect(pages.history.row('receipt-checked', 'Opt-ins').first()).toContainText('1 changed');
  await pages.history.choose(words.historyTools.groupLabel, words.historyTools.group('commits'));
  await expect(pages.history.entry('committed', 'Opt-ins')).toBeVisible();
  await expect(pages.history.entry('file-binned', 'Opt-ins')).toHaveCount(0);
  const workbook = path.join(docket.documents, 'history.xlsx');
  await answerSaveDialog(app, workbook);
  await pages.history.save(words.historyTools.saveXlsx);
  await expect(pages.toast(/saved as “history\.xlsx”/)).toBeVisible();
  const sheet = read(await readFile(workbook));
  const rows = utils.sheet_to_json<Record<string, unknown>>(sheet.Sheets[sheet.SheetNames[0] ?? ''] ?? {});
  expect(rows.map((row) => row[words.historyTools.fileColumn('kind')])).toContain(
    words.history.kind('committed'),
  );

  // By keyboard alone: into the table, to an entry, to its receipt, and back.
  await pages.history.entry('committed', 'Opt-ins').focus();
  await window.keyboard.press('Enter');
  await window.getByRole('dialog').getByRole('button', { name: words.historyTools.receipt }).press('Enter');
  await pages.receiptPage.check.press('Enter');
  await expect(pages.receiptPage.found).toContainText(words.receiptPage.inBin);
  await pages.receiptPage.back.press('Enter');
  await expect(pages.history.table).toBeVisible();
});

/** Nobody is there to answer the system's own dialog. */
async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, to) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: to });
  }, filePath);
}
