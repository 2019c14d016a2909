import { beforeAll, describe, expect, test } from 'vitest';
import type { JobView } from '../../../../src-preload/contract/jobs.ts';
import type { TransferProgress } from '../../../../src-preload/contract/retrievals.ts';
import { progressOf, rowFacts } from '../../../../src-renderer/features/jobs/row-facts.ts';
import { setLocale } from '../../../../src-renderer/words/locale.ts';
import { hour, minute } from '../../../../src-renderer/words/time.ts';
import { collected, fingerprint, jobView, noon, receipt } from '../../support/job-views.ts';

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

const transfer: TransferProgress = {
  jobId: 'job-1',
  unit: 'bytes',
  done: 4_100_000,
  total: 8_200_000,
  perSecond: 1_200_000,
  secondsLeft: 4,
  part: 1,
  parts: 1,
};
const facts = (change: Partial<JobView>, running?: TransferProgress) =>
  rowFacts(jobView(change), running, noon)
    .map((fact) => fact.text.replace(/\u00a0/g, ' '))
    .join(' · ');

test('what the vendor did not announce is left out', () => {
  expect(facts({})).toBe('');
  expect(facts({ announced: { rows: null, bytes: 8_200_000, files: 1 } })).toBe('8.2 MB');
});

test('exports of the same name are told apart by the vendor’s number; a masked one is left out', () => {
  expect(facts({ reference: '3436' })).toBe('no. 3436');
  expect(facts({ reference: '•••• 4711' })).toBe('');
});

test('an expiry far away stands last, one within three hours first and louder', () => {
  const announced = { rows: 12_431, bytes: null, files: null };
  const far = jobView({ announced, export: { kind: 'ready', expiresAt: noon + 20 * hour } });
  const near = jobView({ announced, export: { kind: 'ready', expiresAt: noon + 130 * minute } });
  expect(rowFacts(far, undefined, noon).map((fact) => fact.tone)).toEqual(['plain', 'plain']);
  expect(rowFacts(near, undefined, noon)[0]).toMatchObject({ tone: 'pressing' });
});

test('an expiry that has passed, but that main has not seen yet, is not counted below zero', () => {
  expect(facts({ export: { kind: 'ready', expiresAt: noon - 1 } })).toBe('expires now');
});

test('the vendor’s unknown word is shown', () => {
  const change = {
    stage: 'preparing',
    export: { kind: 'running' },
    vendorStatus: 'Pondering',
    vendorStatusUnknown: true,
  } as const;
  expect(facts(change)).toBe('the vendor says “Pondering” · asked for 1 h ago');
});

test('a failed check is told after all else', () => {
  const checkError = { code: 'unreachable', subject: 'Crayon' } as const;
  expect(facts({ stage: 'preparing', export: { kind: 'queued' }, checkError })).toBe(
    'asked for 1 h ago · Docket can’t reach Crayon',
  );
});

describe('a running transfer', () => {
  const collecting = { stage: 'collecting', retrieval: { kind: 'collecting', parts: [] } } as const;
  test('shows figures, speed and time left', () => {
    expect(facts(collecting, transfer)).toBe('4.1 MB of 8.2 MB · 1.2 MB/s · 4 s left');
  });
  test('of pages counts records', () => {
    const rows = {
      ...transfer,
      unit: 'rows',
      done: 1000,
      total: 12_431,
      perSecond: 500,
      secondsLeft: 23,
    } as const;
    expect(facts(collecting, rows)).toBe('1,000 of 12,431 records · 500/s · 23 s left');
  });
  test('without a known end promises none', () => {
    expect(facts(collecting, { ...transfer, total: null, perSecond: null, secondsLeft: null })).toBe(
      '4.1 MB',
    );
    expect(progressOf(jobView(collecting), { ...transfer, total: null })).toBeNull();
  });
  test('of several files says which', () => {
    expect(facts(collecting, { ...transfer, part: 2, parts: 3 })).toContain('file 2 of 3');
  });
  test('never shows more than all of it', () => {
    expect(progressOf(jobView(collecting), { ...transfer, done: 9e9 })).toBe(1);
  });
  test('of nothing at all has no known progress', () => {
    expect(progressOf(jobView(collecting), { ...transfer, done: 0, total: 0 })).toBeNull();
  });
});

describe('a pause', () => {
  const paused = (retrieval: Extract<JobView['retrieval'], { kind: 'paused' }>) =>
    facts({ stage: 'paused', retrieval });
  test('that ends by itself says when', () => {
    expect(paused({ kind: 'paused', by: 'rate-limit', parts: [], until: noon + 40_000 })).toBe(
      'goes on in 40 s',
    );
  });
  test('while offline says what it waits for', () => {
    expect(paused({ kind: 'paused', by: 'offline', parts: [] })).toBe('goes on when this computer is online');
  });
  test('by an error says which', () => {
    expect(paused({ kind: 'paused', by: 'error', parts: [], error: { code: 'disk-full' } })).toBe(
      'The disk is full',
    );
  });
  test('by the person says nothing more', () => {
    expect(paused({ kind: 'paused', by: 'person', parts: [] })).toBe('');
  });
});

test('what is collected is counted as checked, not as announced', () => {
  const announced = { rows: 1, bytes: 1, files: 1 };
  expect(facts({ stage: 'collected', announced, retrieval: collected({ files: 3 }) })).toBe(
    '3 files · 12,431 records · 8.2 MB · checked at 11:50',
  );
});

test('a reviewed one names its reviewer, a committed one its time', () => {
  const review = { by: 'Marta', at: noon, remark: null, fingerprint };
  expect(facts({ stage: 'reviewed', retrieval: collected(), review })).toContain('reviewed by Marta');
  const commit = { kind: 'committed', receipt: receipt() } as const;
  expect(facts({ stage: 'committed', retrieval: collected(), commit })).toContain('committed at 12:00');
});

test('broken files are named as such, with the time that is left to collect them again', () => {
  const retrieval = { kind: 'broken', error: { code: 'gzip-corrupt', subject: 'a.gz' } } as const;
  expect(facts({ stage: 'broken', retrieval, export: { kind: 'ready', expiresAt: noon + 5 * hour } })).toBe(
    'A file is damaged · expires in 5 h',
  );
});

test('preparing without a percentage shows no bar', () => {
  expect(progressOf(jobView({ stage: 'preparing', export: { kind: 'running' } }), undefined)).toBeUndefined();
  expect(
    progressOf(jobView({ stage: 'preparing', export: { kind: 'running', percent: 64 } }), undefined),
  ).toBe(0.64);
});
