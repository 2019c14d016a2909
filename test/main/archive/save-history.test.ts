import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import {
  type HistoryEntry,
  type HistorySave,
  historyColumns,
  historyKinds,
} from '../../../src-preload/contract/history.ts';
import { openArchiveWorld } from './support/archive-world.ts';

const words: HistorySave['words'] = {
  fileName: 'Docket history',
  columns: recordOf(historyColumns, (column) => `Column ${column}`),
  kinds: { ...recordOf(historyKinds, (kind) => kind), committed: 'Committed' },
  providers: { mypreferences: 'MyPreferences', mytracker: 'MyTracker', crayon: 'Crayon' },
  codes: { 'file-changed': 'A file was changed' },
  practice: 'Practice',
};

function recordOf<K extends string>(keys: readonly K[], wordFor: (key: K) => string): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, wordFor(key)])) as Record<K, string>;
}

const line = (more: Partial<HistoryEntry> = {}): Omit<HistoryEntry, 'id'> => ({
  at: new Date(2026, 9, 3, 14, 5, 9, 700).getTime(),
  by: 'kim',
  kind: 'committed',
  jobId: 'a',
  title: 'Installs',
  connectionName: 'Games',
  provider: 'mytracker',
  practice: false,
  rows: 1_204_118,
  files: 3,
  bytes: 4096,
  fingerprint: 'f'.repeat(64),
  note: '200',
  ...more,
});

function saving(format: 'csv' | 'xlsx') {
  const world = openArchiveWorld();
  const to = join(world.root, `history.${format}`);
  world.desk.place = to;
  const save = (filter: HistorySave['filter'] = {}) => world.archive.saveHistory({ filter, format, words });
  return { world, to, save, history: world.ledger.history };
}

function sheetOf(file: string) {
  const book = read(readFileSync(file), { cellDates: false });
  const [name = ''] = book.SheetNames;
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('the history as CSV', () => {
  it('has a line for each entry, newest first, with the local time and the words of the window', async () => {
    const { to, save, history } = saving('csv');
    history.append(line());
    history.append(line({ kind: 'reviewed', rows: null, provider: null, practice: true }));
    expect(await save()).toMatchObject({ name: 'history.csv', rows: 2 });
    const lines = readFileSync(to, 'utf8').split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`\ufeff${historyColumns.map((column) => `Column ${column}`).join(',')}`);
    expect(lines[2]).toBe(
      `2026-10-03 14:05:09,kim,Committed,Installs,MyTracker,Games,1204118,3,4096,${'f'.repeat(64)},200,,1`,
    );
    expect(lines[1]).toContain('reviewed,Installs,,Games,,3,');
  });

  it('lets no text run as a formula, and quotes what needs it', async () => {
    const { to, save, history } = saving('csv');
    history.append(
      line({ note: '=HYPERLINK("http://evil")', title: '-1+1', by: '@kim', connectionName: 'a,"b"\nc' }),
    );
    await save();
    const text = readFileSync(to, 'utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(text).toContain(`,'-1+1,`);
    expect(text).toContain(`,'@kim,`);
    expect(text).toContain('"a,""b""\nc"');
  });

  it('says a code by its title, with what it is about', async () => {
    const { to, save, history } = saving('csv');
    history.append(line({ kind: 'commit-refused', note: 'file-changed: one.csv' }));
    history.append(line({ note: 'settled: Retrieved' }));
    await save();
    const text = readFileSync(to, 'utf8');
    expect(text).toContain('A file was changed: one.csv');
    expect(text).toContain('settled: Retrieved');
  });

  it('holds what the filter lets through, beyond one page', async () => {
    const { to, save, history, world } = saving('csv');
    world.ledger.transaction(() => {
      for (let n = 0; n < 1_203; n += 1)
        history.append(line({ title: `Export ${n}`, by: n % 2 ? 'kim' : 'lee' }));
    });
    expect(await save({ by: 'lee' })).toMatchObject({ rows: 602 });
    const lines = readFileSync(to, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(603);
    expect(new Set(lines).size).toBe(603);
  });

  it('writes nothing when the person cancels', async () => {
    const { world, save } = saving('csv');
    world.desk.place = null;
    expect(await save()).toBeNull();
    expect(world.desk.asked[0]).toMatchObject({ name: 'Docket history.csv', format: 'csv' });
  });

  it('never goes over a collected file', async () => {
    const { world, save } = saving('csv');
    world.collect('a', { 'one.csv': 'a\n1' });
    world.desk.place = world.pathOf('a', 'one.csv');
    await expect(save()).rejects.toMatchObject({ error: { code: 'save-over-original' } });
    expect(readFileSync(world.pathOf('a', 'one.csv'), 'utf8')).toBe('a\n1');
  });

  it('leaves an older file as it was, and no rest, when it can’t be written whole', async () => {
    const { world, to, save, history } = saving('csv');
    writeFileSync(to, 'older');
    history.append(line());
    const { list } = world.ledger.history;
    let calls = 0;
    world.ledger.history.list = (query) => {
      calls += 1;
      if (calls > 1) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return list(query);
    };
    await expect(save()).rejects.toMatchObject({ error: { code: 'disk-error', subject: 'history.csv' } });
    expect(readFileSync(to, 'utf8')).toBe('older');
    expect(readdirSync(world.root).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('into a folder that isn’t there says so', async () => {
    const { world, save } = saving('csv');
    world.desk.place = join(world.root, 'nowhere', 'history.csv');
    await expect(save()).rejects.toMatchObject({ error: { code: 'folder-missing' } });
  });
});

describe('the history as a workbook', () => {
  it('has typed numbers and times, and text that is no formula', async () => {
    const { to, save, history } = saving('xlsx');
    history.append(line({ title: '=1+1', fingerprint: '0012345678'.repeat(6) }));
    expect(await save()).toMatchObject({ rows: 1 });
    const sheet = sheetOf(to);
    const cell = (column: (typeof historyColumns)[number]) =>
      sheet[utils.encode_cell({ r: 1, c: historyColumns.indexOf(column) })];
    expect(cell('rows')).toMatchObject({ t: 'n', v: 1_204_118 });
    expect(cell('at').t).toBe('n');
    expect(cell('at').v).toBeCloseTo(
      (Date.UTC(2026, 9, 3, 14, 5, 9) - Date.UTC(1899, 11, 30)) / 86_400_000,
      6,
    );
    expect(cell('title')).toMatchObject({ t: 's', v: '=1+1' });
    expect(cell('title').f).toBeUndefined();
    expect(cell('fingerprint')).toMatchObject({ t: 's', v: '0012345678'.repeat(6) });
    expect(cell('practice')?.v ?? '').toBe('');
  });

  it('is what Excel opens: nothing stands before the sheet, and each column has room for its cells', async () => {
    const { to, save, history } = saving('xlsx');
    history.append(line({ title: 'Installs of the northern region, October' }));
    await save();
    const { files } = read(readFileSync(to), { bookFiles: true }) as unknown as {
      readonly files: Readonly<Record<string, { readonly content: Uint8Array }>>;
    };
    const xml = Buffer.from(files['xl/worksheets/sheet1.xml']?.content ?? []).toString();
    expect(xml).toMatch(/^<\?xml [^>]*\?><worksheet [^>]*><sheetViews>.*<\/sheetViews><cols>/);
    const widths = [...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(historyColumns.length);
    expect(widths[historyColumns.indexOf('title')]).toBeGreaterThanOrEqual(40);
    expect(widths[historyColumns.indexOf('at')]).toBeGreaterThanOrEqual(19);
  });

  it('without an entry is a sheet of headings', async () => {
    const { to, save } = saving('xlsx');
    await save();
    expect(utils.sheet_to_json(sheetOf(to), { header: 1 })).toEqual([
      historyColumns.map((column) => `Column ${column}`),
    ]);
  });

  it('holds all entries of several pages', async () => {
    const { world, to, save, history } = saving('xlsx');
    world.ledger.transaction(() => {
      for (let n = 0; n < 1_100; n += 1) history.append(line({ title: `Export ${n}` }));
    });
    await save();
    expect(utils.sheet_to_json(sheetOf(to))).toHaveLength(1_100);
  });

  it('refuses more entries than a sheet holds', async () => {
    const { world, save, history } = saving('xlsx');
    history.append(line());
    const { list } = world.ledger.history;
    world.ledger.history.list = (query) => ({ ...list(query), total: 1_048_576 });
    await expect(save()).rejects.toMatchObject({ error: { code: 'save-too-many-rows' } });
  });
});
