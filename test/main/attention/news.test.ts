import { describe, expect, it } from 'vitest';
import { isImportant, newsKinds, newsOf, stillHolds } from '../../../src-main/attention/news.ts';
import type { Job, JobPatch } from '../../../src-main/jobs/job.ts';
import { sampleJob } from '../../support/sample-job.ts';

const attempt = { id: 'a', startedAt: 1, fingerprint: 'a'.repeat(64), keepFiles: false, by: 'kim' };
const error = { code: 'disk-full' } as const;
const collected: Job['retrieval'] = {
  kind: 'collected',
  fingerprint: 'a'.repeat(64),
  files: 1,
  rows: 3,
  bytes: 9,
  collectedAt: 1,
  verifiedAt: 1,
};
const review = { by: 'kim', at: 1, remark: null, fingerprint: 'a'.repeat(64) };
const receipt = {
  id: 'r',
  jobId: 'job-1',
  title: 'x',
  connectionName: 'x',
  by: 'kim',
  at: 1,
  fingerprint: 'a'.repeat(64),
  rows: 3,
  files: 1,
  bytes: 9,
  keepFiles: null,
  effect: 'sign-off-only' as const,
  vendorAnswer: '200',
};

const states = {
  preparing: { export: { kind: 'running' } },
  ready: {},
  collecting: { retrieval: { kind: 'collecting', parts: [] } },
  checking: { retrieval: { kind: 'verifying' } },
  'paused by a person': { retrieval: { kind: 'paused', by: 'person', parts: [] } },
  'paused offline': { retrieval: { kind: 'paused', by: 'offline', parts: [] } },
  'paused by an error that passes': {
    retrieval: { kind: 'paused', by: 'error', parts: [], error, until: 5 },
  },
  'stopped by an error': { retrieval: { kind: 'paused', by: 'error', parts: [], error } },
  collected: { retrieval: collected },
  reviewed: { retrieval: collected, review },
  committing: { retrieval: collected, review, commit: { kind: 'committing', attempt } },
  unsettled: { retrieval: collected, review, commit: { kind: 'unknown', attempt } },
  decidable: {
    retrieval: collected,
    review,
    commit: {
      kind: 'unknown',
      attempt,
      asked: { at: 1, answer: 'unclear', vendorStatus: null, decidable: true },
    },
  },
  committed: { retrieval: collected, review, commit: { kind: 'committed', receipt } },
  failed: { export: { kind: 'failed', reason: '', repeatable: true } },
  cancelled: { export: { kind: 'cancelled' } },
  expired: { export: { kind: 'expired' } },
  gone: { export: { kind: 'gone' } },
  broken: { retrieval: { kind: 'broken', error } },
  'sign-in refused': { export: { kind: 'running' }, checkError: { code: 'sign-in-refused' } },
  'not reached': { export: { kind: 'running' }, checkError: { code: 'unreachable' } },
} as const satisfies Readonly<Record<string, JobPatch>>;
type State = keyof typeof states;

const jobIn = (state: State): Job => sampleJob(states[state]);

describe('what is worth telling', () => {
  it.each([
    ['preparing', 'ready', 'ready'],
    ['gone', 'ready', 'ready'],
    ['collecting', 'ready', null], // discarded, by a person
    ['collected', 'ready', null],
    ['broken', 'ready', null],
    ['checking', 'collected', 'collected'],
    ['paused offline', 'collected', 'collected'],
    ['reviewed', 'collected', null],
    ['collecting', 'broken', 'stopped'],
    ['checking', 'broken', 'stopped'],
    ['broken', 'broken', null],
    ['collecting', 'stopped by an error', 'stopped'],
    ['paused by an error that passes', 'stopped by an error', 'stopped'],
    ['collecting', 'paused by an error that passes', null],
    ['collecting', 'paused offline', null],
    ['collecting', 'paused by a person', null],
    ['preparing', 'failed', 'failed'],
    ['ready', 'failed', 'failed'],
    ['ready', 'expired', 'lost'],
    ['ready', 'gone', 'lost'],
    ['preparing', 'gone', 'lost'],
    ['expired', 'gone', null],
    ['preparing', 'cancelled', null],
    ['committing', 'committed', 'committed'],
    ['unsettled', 'committed', 'committed'],
    ['reviewed', 'committed', null],
    ['unsettled', 'reviewed', 'not-committed'],
    ['collected', 'reviewed', null],
    ['committing', 'unsettled', null],
    ['unsettled', 'decidable', 'decide'],
    ['decidable', 'decidable', null],
    ['preparing', 'sign-in refused', 'blocked'],
    ['sign-in refused', 'sign-in refused', null],
    ['preparing', 'not reached', null],
    ['ready', 'collecting', null],
    ['collecting', 'checking', null],
    ['reviewed', 'committing', null],
  ] as const satisfies readonly (readonly [State, State, string | null])[])(
    '%s → %s: %s',
    (from, to, news) => {
      expect(newsOf(jobIn(from), jobIn(to))).toBe(news);
    },
  );

  it('one that comes onto the list ready is told, one that is only asked for is not', () => {
    expect(newsOf(null, jobIn('ready'))).toBe('ready');
    for (const state of ['preparing', 'collected', 'committed', 'expired', 'failed'] as const)
      expect(newsOf(null, jobIn(state)), state).toBeNull();
  });

  it('what does not change is never news', () => {
    for (const state of Object.keys(states) as State[])
      expect(newsOf(jobIn(state), jobIn(state)), state).toBeNull();
  });

  it('news that was told of a change still holds right after it', () => {
    for (const from of Object.keys(states) as State[])
      for (const to of Object.keys(states) as State[]) {
        const kind = newsOf(jobIn(from), jobIn(to));
        if (kind !== null) expect(stillHolds(kind, jobIn(to)), `${from} → ${to}: ${kind}`).toBe(true);
      }
  });

  it('news of an export that has moved on does not hold', () => {
    expect(stillHolds('ready', jobIn('collecting'))).toBe(false);
    expect(stillHolds('expires', jobIn('collected'))).toBe(false);
    expect(stillHolds('stopped', jobIn('collecting'))).toBe(false);
    expect(stillHolds('blocked', jobIn('preparing'))).toBe(false);
    expect(stillHolds('decide', jobIn('committed'))).toBe(false);
  });

  it('good news alone is not important', () => {
    expect(newsKinds.filter((kind) => !isImportant(kind))).toEqual(['ready', 'collected', 'committed']);
  });
});
