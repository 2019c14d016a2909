import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { docketPages } from '../support/pages/docket-pages.ts';
import { type Bench, median, megabytes, milliseconds, type Row, times } from './bench.ts';
import {
  framesOfLittle,
  framesSince,
  provideLook,
  settledStopwatch,
  startFrames,
  startStopwatch,
  timeScrollBar,
} from './in-window.ts';
import { treeMemory } from './processes.ts';
import { million, openWindow, small, tenMillion, writeCollected } from './window-tables.ts';

const rounds = 5;
const total = 10_000_000;
const shares = [0.37, 0.9, 0.05, 0.61, 0.999];
const places = shares.map((share) => Math.floor(total * share));
const patience = { timeout: 180_000 };
const leastFrames = 55;

const absolute = (what: string, ms: number, most: number): Row => ({
  what,
  docket: milliseconds(ms),
  reference: '',
  ratio: '',
  limit: { text: milliseconds(most), kept: ms <= most },
});

const jump = (what: string, all: readonly number[]) => absolute(what, Math.max(...all), 100);

function reviewIn(page: Page) {
  const { exports, review } = docketPages(page);
  let moved = 0;
  return {
    /** From the click to the first rows on the screen; ms. */
    async open(title: string): Promise<number> {
      await page.evaluate(startStopwatch, { event: 'click' as const, until: {} });
      await exports.step(title, 'review').click();
      return page.evaluate(settledStopwatch);
    },
    /** Until the file is read to its end and the columns can be sorted. */
    async untilLoaded(): Promise<void> {
      await expect(review.facts).toBeVisible(patience);
      await expect(review.facts).not.toContainText('first', patience);
    },
    /** Until the summary of all rows is there as well, and with it the period that they cover. */
    async untilSummedUp(): Promise<void> {
      await expect(review.facts).toContainText('2026', patience);
    },
    async leave(title: string): Promise<void> {
      await review.back.click();
      await exports.closePanel(title);
    },
    /** From Enter in "go to row" to the rows around it on the screen; ms, each of the places, and others each time. */
    async jumps(): Promise<readonly number[]> {
      const all: number[] = [];
      moved += 5000;
      for (const place of places.map((at) => at - moved)) {
        await page.keyboard.press('Control+g');
        await page.locator('input:focus').fill(String(place + 1));
        await page.evaluate(startStopwatch, { event: 'keydown' as const, until: { place } });
        await page.keyboard.press('Enter');
        all.push(await page.evaluate(settledStopwatch));
      }
      return all;
    },
    /** From a grasp of the scroll bar to the rows there on the screen; ms, other places each time. */
    async scrollBar(): Promise<readonly number[]> {
      const all: number[] = [];
      moved += 5000;
      for (const share of shares.map((at) => at - moved / total)) {
        all.push(await page.evaluate(timeScrollBar, { share, total }));
      }
      return all;
    },
    async sort(column: string): Promise<void> {
      await review.header(column).focus();
      await page.keyboard.press('Enter');
      await expect(review.header(column)).toHaveAttribute('aria-sort', 'ascending', patience);
      // The first rows of the new order are those with the least price.
      await expect.poll(() => review.cell(0, 4).textContent(), patience).toMatch(/^0\.0\d$/);
    },
    /** Frames a second while the wheel turns for some seconds, and the time that 95 % of the frames keep below; ms. */
    async scroll(turns: number) {
      const box = await page.locator('.docket-body').boundingBox();
      if (box === null) throw new Error('there is no table');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.evaluate(startFrames);
      for (let turn = 0; turn < turns; turn += 1) {
        await page.mouse.wheel(0, 120);
        // The wheel of a mouse that is turned briskly.
        await wait(16);
      }
      return paceOf(await page.evaluate(framesSince));
    },
    /** The same of a page on which one small thing moves. */
    least: async () => paceOf(await page.evaluate(framesOfLittle, 3000)),
  };
}

function paceOf(gaps: readonly number[]) {
  const sum = gaps.reduce((so, gap) => so + gap, 0);
  const sorted = gaps.toSorted((a, b) => a - b);
  return {
    perSecond: (gaps.length / sum) * 1000,
    most: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  };
}
type Pace = ReturnType<typeof paceOf>;
type ReviewWindow = ReturnType<typeof reviewIn>;

async function firstRows(window: ReviewWindow): Promise<readonly Row[]> {
  // The first of all starts the review's process, too. Nobody finds the export on the list any sooner.
  await wait(1000);
  const cold = await window.open(million);
  await window.untilLoaded();
  await window.leave(million);
  const ofSmall: number[] = [];
  const ofLarge: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [title, found] of [
      [small, ofSmall],
      [million, ofLarge],
    ] as const) {
      found.push(await window.open(title));
      await window.untilLoaded();
      await window.leave(title);
    }
  }
  const [large, least] = [median(ofLarge), median(ofSmall)];
  return [
    absolute(
      'window: 1 M × 12 csv.gz, from the click to the first rows, the first time, a second after the list',
      cold,
      300,
    ),
    absolute('the same, median of five more times', large, 300),
    {
      what: 'the same, against a file of 1,000 rows',
      docket: milliseconds(large),
      reference: milliseconds(least),
      ratio: times(large / least),
      limit: { text: '2 ×', kept: large <= least * 2 },
    },
  ];
}

async function largeTable(
  window: ReviewWindow,
  idle: number | null,
  memory: () => number | null,
): Promise<readonly Row[]> {
  const least = await window.least();
  const opened = await window.open(tenMillion);
  await window.untilLoaded();
  const jumps = await window.jumps();
  const scrolled = await window.scroll(180);
  await window.untilSummedUp();
  const calmJumps = await window.jumps();
  const calmScrollBar = await window.scrollBar();
  await window.sort('price');
  const sortedJumps = await window.jumps();
  const sortedScrollBar = await window.scrollBar();
  const scrolledSorted = await window.scroll(180);
  const held = memory();
  const pace = ({ perSecond, most }: Pace) =>
    `${perSecond.toFixed(0)} a second, 95 % below ${most.toFixed(0)} ms`;
  // Beside it: what the same window shows while one small thing moves and nothing else is done.
  const frames = (what: string, found: Pace): Row => ({
    what,
    docket: pace(found),
    reference: pace(least),
    ratio: times(found.perSecond / least.perSecond),
    limit: { text: `${leastFrames} or more`, kept: found.perSecond >= leastFrames },
  });
  const more = idle === null || held === null ? null : held - idle;
  return [
    {
      what: 'window: 10 M rows, 1.1 GB: first rows',
      docket: milliseconds(opened),
      reference: '',
      ratio: '',
      limit: null,
    },
    jump(
      'the same: to a row by its number, from Enter to the rows on the screen, the slowest of five',
      calmJumps,
    ),
    jump('the same, while the rows are summed up yet', jumps),
    jump('the same, sorted', sortedJumps),
    jump('the same: anywhere by the scroll bar, likewise', calmScrollBar),
    { ...jump('the same, sorted', sortedScrollBar), limit: null },
    frames('the same: frames while scrolling by wheel and summing up, without a GPU', scrolled),
    frames('the same, sorted and summed up: likewise', scrolledSorted),
    {
      what: 'the same: memory of all processes (PSS) above the idle app',
      docket: more === null ? 'not on this system' : megabytes(more),
      reference: idle === null ? '' : megabytes(idle),
      ratio: '',
      limit: more === null ? null : { text: '700 MB', kept: more <= 700 * 1024 ** 2 },
    },
  ];
}

/** Everything, over a profile that `writeCollected` made. */
export async function measureWindow(folder: string, profileDir: string): Promise<readonly Row[]> {
  const docket = await openWindow(folder, profileDir);
  try {
    const pid = await docket.app.evaluate(() => process.pid);
    await expect(docketPages(docket.window).exports.row(small)).toBeVisible();
    const memory = () => treeMemory(pid);
    const idle = memory();
    await docket.window.evaluate(provideLook);
    const window = reviewIn(docket.window);
    const first = await firstRows(window);
    return [...first, ...(await largeTable(window, idle, memory))];
  } finally {
    await docket.kill();
  }
}

/** What a person at the window waits for: the first rows, a jump, a smooth scroll; and what the open table holds. */
export const reviewWindow: Bench = {
  name: 'review-window',
  async run(lab) {
    const own = path.join(lab.folder, 'window-bench');
    mkdirSync(own, { recursive: true });
    try {
      return await measureWindow(own, await writeCollected(own));
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  },
};
