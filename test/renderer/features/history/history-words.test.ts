import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HistoryEntry, historyKinds } from '../../../../src-preload/contract/history.ts';
import { words } from '../../../../src-renderer/words/en.ts';
import { setLocale } from '../../../../src-renderer/words/locale.ts';

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));
afterAll(() => setLocale({}));

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

function entry(over: Partial<HistoryEntry>): HistoryEntry {
  return {
    id: 1,
    at: now,
    by: 'jane',
    kind: 'committed',
    jobId: 'job-1',
    title: 'Installs, October',
    connectionName: 'Games',
    provider: 'mytracker',
    practice: false,
    rows: null,
    files: null,
    bytes: null,
    fingerprint: null,
    note: null,
    ...over,
  };
}

describe('the note', () => {
  test('an error’s code is told as its title', () => {
    expect(words.history.note({ kind: 'retrieval-broken', note: 'disk-full' })).not.toContain('disk-full');
  });

  test('a remark and a vendor’s word for a status stand in quotes', () => {
    expect(words.history.note({ kind: 'reviewed', note: ' Looks complete ' })).toBe('“Looks complete”');
    expect(words.history.note({ kind: 'export-ready', note: 'Success!' })).toBe('“Success!”');
  });

  test('a vendor’s answer stands as it is', () => {
    expect(words.history.note({ kind: 'committed', note: '200' })).toBe('The vendor confirmed it (200)');
  });

  test('a code with its subject names the thing and never shows the code', () => {
    const note = words.history.note({ kind: 'commit-refused', note: 'file-changed: a: b.csv.gz' });
    expect(note).toContain('a: b.csv.gz');
    // A row has no room for it.
    const brief = words.history.note(
      { kind: 'commit-refused', note: 'file-changed: a: b.csv.gz' },
      { brief: true },
    );
    expect(note).toContain(brief ?? 'nothing');
    expect(brief).not.toContain('b.csv.gz');
    expect(note).not.toContain('file-changed');
  });
  test('a vendor’s bare number is left out, a remark of digits is not', () => {
    expect(words.history.note({ kind: 'export-ready', note: '2' })).toBeNull();
    expect(words.history.note({ kind: 'reviewed', note: '42' })).toBe('“42”');
  });
  test('an empty note is none', () => {
    expect(words.history.note({ kind: 'committed', note: '  ' })).toBeNull();
    expect(words.history.note({ kind: 'committed', note: null })).toBeNull();
  });
});

test('every kind of entry has words of its own', () => {
  const said = historyKinds.map((kind) => words.history.kind(kind));
  expect(new Set(said).size).toBe(historyKinds.length);
  expect(said.every((text) => text.length > 3)).toBe(true);
});

test('how much it was tells only what is known', () => {
  expect(words.history.amount(entry({}))).toEqual([]);
  expect(words.history.amount(entry({ rows: 12_431, files: 1, bytes: 8_200_000 })).join(' · ')).toBe(
    '12,431\u00a0records · 1\u00a0file · 8.2\u00a0MB',
  );
});

test('days are called today, yesterday, then by their name; the year only where it is another', () => {
  const names = [0, 13, 37, 24 * 400].map((hours) => words.history.dayName(now - hours * hour, now));
  expect(names).toEqual(['Today', 'Yesterday', 'Thursday 19 November', 'Friday, 17 October 2025']);
});

test('what a check found is told in words, the worst first', () => {
  expect(words.history.note({ kind: 'receipt-checked', note: 'same:2,changed:1' })).toBe(
    '1 changed and 2\u00a0files as signed for',
  );
  expect(words.history.note({ kind: 'receipt-checked', note: 'something else' })).toBe('something else');
});

test('a file’s name stays as it is, whatever it looks like', () => {
  expect(words.history.note({ kind: 'file-binned', note: 'disk-full: x' })).toBe('disk-full: x');
});
