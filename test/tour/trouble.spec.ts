import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { bridgeSteps } from '../support/bridge-steps.ts';
import { csvOf, sampleNames, sampleRows } from '../support/collected-csv.ts';
import { collectedFiles } from '../support/collected-files.ts';
import { type DocketWorld, expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';
import { pictures, type TakePicture } from './pictures.ts';

test('the tour of trouble: a lost answer, and files that are not as one would wish them', async ({
  docket,
}) => {
  const { app, window } = await docket.launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 820));
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const picture = pictures(window, { after: 60 });
  await lostAnswer(docket, window, picture);
  await illFiles(docket, window, picture);
});

/** The rare case: a commit's answer is lost at a vendor that can't say afterwards what became of it. */
async function lostAnswer(docket: DocketWorld, window: Page, picture: TakePicture) {
  const pages = docketPages(window);
  const vendors = await docket.vendors();
  const token = vendors.mypreferences.addExport();
  await pages.connect(vendors, 'mypreferences', { name: 'Head office' });
  await pages.track('mypreferences', token, 'Opt-outs, autumn');
  await pages.collect('Opt-outs, autumn');
  await pages.markReviewed('Opt-outs, autumn');
  vendors.mypreferences.set({ loseCommitReply: 1, statusAfterCommit: 'not-found' });
  await pages.openCommit('Opt-outs, autumn');
  await pages.commit.commit.click();
  await expect(pages.commit.unknown).toBeVisible({ timeout: 40_000 });
  await picture('answer-lost', 'an answer that was lost: what is known, and that nothing needs doing');
  await pages.commit.decide.click();
  await pages.decide.done('MyPreferences').check();
  await pages.decide.remark.fill('Jo at their support, by phone');
  await picture('decide', 'where the vendor can’t say, a person may');
  await pages.decide.goOn.click();
  await picture('decide-sure', 'asked once more, with nothing chosen for them');
  await pages.decide.verb('done').click();
  await pages.exports.step('Opt-outs, autumn', 'receipt').click();
  await picture('receipt-by-hand', 'the receipt says what it rests on');
  await pages.receipt.done.click();
}

/** Files that are not as one would wish them. */
async function illFiles(docket: DocketWorld, window: Page, picture: TakePicture): Promise<void> {
  const pages = docketPages(window);
  const { review } = pages;
  const vendors = await docket.vendors();
  const rows = sampleRows(400);
  const wide = Array.from({ length: 5000 }, (_, column) => `metric_${column}`);
  const letters = Uint8Array.from('Имя;Город\r\nАнна;Москва\r\nИван;Казань\r\n'.repeat(30), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });
  const contents = {
    Ragged: `${csvOf(sampleNames, rows)}0000,NO,1.10\r\n0001,SE,2.10,2026-10-01 08:00:00,note,one too many\r\n`,
    Empty: csvOf(sampleNames, []),
    Damaged: csvOf(sampleNames, rows),
    Wide: csvOf(wide, [wide.map((_, column) => String(column)), wide]),
    Long: csvOf(
      ['id', 'text'],
      [
        ['001', 'A long text. '.repeat(100_000)],
        ['002', 'two\r\nlines'],
      ],
    ),
    Letters: letters,
  } as const;
  const steps = bridgeSteps(window);
  const games = await steps.connect(vendors, 'mytracker');
  for (const [title, content] of Object.entries(contents)) {
    await steps.add(games, vendors.mytracker.addExport({ content: [content] }), title);
    await pages.collect(title);
  }
  const look = async (title: keyof typeof contents, see: () => Promise<void>) => {
    await pages.exports.step(title, 'review').click();
    await see();
    await review.back.click();
    await pages.exports.closePanel(title);
  };
  await look('Ragged', async () => {
    await window.getByRole('button', { name: words.review.showBroken }).click({ timeout: 30_000 });
    await expect(review.panel).toContainText('one too many');
    await picture('review-lines', 'lines that are no rows: counted, listed, and left as they are');
  });
  await look('Empty', async () => {
    await expect(window.getByText(words.review.noRowsTitle)).toBeVisible({ timeout: 30_000 });
    await picture('review-empty', 'column names and nothing below them');
  });
  const [file = ''] = (await collectedFiles(docket.documents)).filter((name) => name.includes('Damaged'));
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0x55, 40, 90));
  await look('Damaged', async () => {
    await expect(docketPages(window).bar('A file is damaged')).toBeVisible({ timeout: 30_000 });
    await picture('review-damaged', 'a file that was damaged on this disk');
  });
  await look('Wide', async () => {
    await review.findColumn('metric_4321');
    await expect(window.locator(':focus')).toHaveText('4321');
    await picture('review-wide', 'five thousand columns, and one of them found by its name');
  });
  await look('Long', async () => {
    await review.cell(0, 1).click();
    await picture('review-long', 'a cell of more than a million letters');
  });
  await look('Letters', async () => {
    await expect(review.header('Город')).toBeVisible({ timeout: 30_000 });
    await window.getByRole('button', { name: /^How the file is read/ }).click();
    await picture('review-reading', 'letters and separators are recognised, and can be corrected by hand');
    await window.keyboard.press('Escape');
  });
}
