import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { type DocketWorld, expect } from './docket-test.ts';
import { type DocketPages, docketPages } from './pages/docket-pages.ts';

export interface Collected {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly pages: DocketPages;
  /** Opens the table and waits until it is read to its end. */
  open(): Promise<void>;
}

const patience = { timeout: 40_000 };

/** An export whose file holds this text, collected from a vendor that has gone since: all that follows is offline. */
export async function collectCsv(
  docket: DocketWorld,
  csv: string,
  title: string,
  parts = 1,
): Promise<Collected> {
  const publicFile = path.join(docket.profileDir, '..', 'served.csv');
  await writeFile(publicFile, csv);
  const vendors = await docket.vendors({ publicFile });
  const id = vendors.mytracker.addExport({ event: 'customEvents', fromPublicFile: true, parts });
  const { app, window } = await docket.launch();
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const pages = docketPages(window);
  await pages.connect(vendors, 'mytracker');
  await pages.track('mytracker', id, title);
  await pages.collect(title);
  await vendors.stop();
  return {
    app,
    window,
    pages,
    async open() {
      await pages.exports.step(title, 'review').click();
      await expect(pages.review.facts).toBeVisible(patience);
      // "first 199 rows" while it is being read.
      await expect(pages.review.facts).not.toContainText('first', patience);
    },
  };
}

const countries = ['NO', 'SE', 'DK', ''] as const;

/** Rows with ids that begin with zeros, amounts, times, and a country that is blank in a quarter of them. */
export function sampleRows(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, row) => [
    String(row).padStart(19, '0'),
    countries[row % countries.length] ?? '',
    `${(row * 7) % 1000}.10`,
    `2026-10-${String(1 + (row % 31)).padStart(2, '0')} 08:${String(row % 60).padStart(2, '0')}:00`,
    row % 50 === 0 ? 'a word, "quoted"' : `note ${row % 10}`,
  ]);
}

export const sampleNames = ['idDevice', 'country', 'amount', 'tsEvent', 'note'] as const;

/** As RFC 4180 writes it. */
export function csvOf(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [names, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** The system's own "save as" answers with this path from now on. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath: chosen }) });
  }, filePath);
}
