import { describe, expect, it } from 'vitest';
import {
  canCancel,
  canRepeat,
  groupOf,
  isBusy,
  isLive,
  nextStepOf,
  type Standing,
  stageOf,
} from '../../../src-main/jobs/stage.ts';
import {
  attempt,
  collected,
  fingerprint,
  noon,
  otherFingerprint,
  receipt,
  someJob,
} from './support/some-job.ts';

const exports = {
  queued: { kind: 'queued' },
  running: { kind: 'running', percent: 64 },
  ready: { kind: 'ready', expiresAt: noon + 1 },
  'failed, again': { kind: 'failed', reason: 'busy', repeatable: true },
  'failed, final': { kind: 'failed', reason: 'too much', repeatable: false },
  cancelled: { kind: 'cancelled' },
  expired: { kind: 'expired' },
  gone: { kind: 'gone' },
} as const satisfies Record<string, Standing['export']>;

const retrievals = {
  none: { kind: 'none' },
  collecting: { kind: 'collecting', parts: [] },
  'paused by person': { kind: 'paused', by: 'person', parts: [] },
  'paused offline': { kind: 'paused', by: 'offline', parts: [] },
  'paused by limit': { kind: 'paused', by: 'rate-limit', parts: [], until: noon },
  'paused by error': { kind: 'paused', by: 'error', parts: [] },
  'paused by error for a while': { kind: 'paused', by: 'error', parts: [], until: noon },
  verifying: { kind: 'verifying' },
  collected,
  broken: { kind: 'broken', error: { code: 'gzip-corrupt' } },
} as const satisfies Record<string, Standing['retrieval']>;

const commits = {
  open: { kind: 'open' },
  committing: { kind: 'committing', attempt },
  committed: { kind: 'committed', receipt },
  unknown: { kind: 'unknown', attempt },
} as const satisfies Record<string, Standing['commit']>;

const mark = (of: string) => ({ by: 'kim', at: noon, remark: null, fingerprint: of });
const reviews = { none: null, 'of these files': mark(fingerprint), 'of other files': mark(otherFingerprint) };

const request = someJob().request ?? { provider: 'mypreferences' as const, segmentName: 'Newsletter' };
const known = { request, cancellable: false };
const standing = (
  state: keyof typeof exports,
  retrieval: keyof typeof retrievals = 'none',
  commit: keyof typeof commits = 'open',
  review: keyof typeof reviews = 'none',
  more: Partial<Standing> = known,
): Standing => ({
  export: exports[state],
  retrieval: retrievals[retrieval],
  commit: commits[commit],
  review: reviews[review],
  request: null,
  cancellable: false,
  ...more,
});

describe('an export that nothing was collected of', () => {
  it.each([
    ['queued', 'preparing', 'wait', 'on-its-way'],
    ['running', 'preparing', 'wait', 'on-its-way'],
    ['ready', 'ready', 'collect', 'needs-you'],
    ['failed, again', 'failed', 'repeat', 'needs-you'],
    ['failed, final', 'failed', 'ask-anew', 'needs-you'],
    ['cancelled', 'cancelled', 'repeat', 'done'],
    ['expired', 'expired', 'repeat', 'done'],
    ['gone', 'gone', 'repeat', 'done'],
  ] as const)('%s reads as %s, leads to %s and belongs to %s', (state, stage, step, group) => {
    const job = standing(state);
    expect([stageOf(job), nextStepOf(job), groupOf(job)]).toEqual([stage, step, group]);
  });

  it.each(['failed, again', 'failed, final', 'cancelled', 'expired', 'gone'] as const)(
    '%s can only be forgotten when Docket never knew the request',
    (state) => {
      const job = standing(state, 'none', 'open', 'none', { request: null });
      expect([nextStepOf(job), groupOf(job), canRepeat(job)]).toEqual(['forget', 'done', false]);
    },
  );
});

describe('a ready export that is being collected', () => {
  it.each([
    ['collecting', 'collecting', 'pause', 'on-its-way'],
    ['paused by person', 'paused', 'resume', 'needs-you'],
    ['paused offline', 'paused', 'wait', 'on-its-way'],
    ['paused by limit', 'paused', 'wait', 'on-its-way'],
    ['paused by error', 'paused', 'resume', 'needs-you'],
    ['paused by error for a while', 'paused', 'resume', 'on-its-way'],
    ['verifying', 'checking', 'wait', 'on-its-way'],
    ['collected', 'collected', 'review', 'needs-you'],
    ['broken', 'broken', 'collect-again', 'needs-you'],
  ] as const)('%s reads as %s, leads to %s and belongs to %s', (retrieval, stage, step, group) => {
    const job = standing('ready', retrieval);
    expect([stageOf(job), nextStepOf(job), groupOf(job)]).toEqual([stage, step, group]);
  });
});

describe('an export whose vendor copy ended too early', () => {
  it.each(['expired', 'gone'] as const)(
    '%s with a part collected says so, asks again, and is not done',
    (state) => {
      for (const retrieval of ['paused by person', 'paused by error', 'broken'] as const) {
        const job = standing(state, retrieval);
        expect([stageOf(job), nextStepOf(job), groupOf(job)]).toEqual([state, 'repeat', 'needs-you']);
      }
    },
  );

  it.each(['expired', 'gone', 'cancelled', 'failed, final'] as const)(
    '%s changes nothing of what is completely held: it is reviewed and committed',
    (state) => {
      const held = standing(state, 'collected');
      expect([stageOf(held), nextStepOf(held), groupOf(held)]).toEqual(['collected', 'review', 'needs-you']);
      const reviewed = standing(state, 'collected', 'open', 'of these files');
      expect([stageOf(reviewed), nextStepOf(reviewed), groupOf(reviewed)]).toEqual([
        'reviewed',
        'commit',
        'needs-you',
      ]);
    },
  );

  it('what the vendor takes no commit of any more is done with: it can be forgotten', () => {
    const tooLate = {
      ...standing('expired', 'collected', 'open', 'of these files'),
      commit: { kind: 'open', lastError: { code: 'commit-too-late' } },
    } as const;
    expect([stageOf(tooLate), nextStepOf(tooLate), groupOf(tooLate)]).toEqual(['reviewed', 'forget', 'done']);
  });

  it.each(['paused offline', 'paused by limit', 'paused by error for a while'] as const)(
    '%s goes on by itself and finds out',
    (retrieval) => {
      const job = standing('expired', retrieval);
      expect([stageOf(job), groupOf(job), isBusy(job)]).toEqual(['paused', 'on-its-way', true]);
    },
  );

  it('goes on collecting while the transfer runs: a running one may outlive its link', () => {
    expect(stageOf(standing('expired', 'collecting'))).toBe('collecting');
  });
});

describe('review', () => {
  it('of exactly these files leads to the commit', () => {
    expect(nextStepOf(standing('ready', 'collected', 'open', 'of these files'))).toBe('commit');
  });

  it('of other files than those that are held counts for nothing', () => {
    expect(stageOf(standing('ready', 'collected', 'open', 'of other files'))).toBe('collected');
  });

  it('without collected files counts for nothing', () => {
    expect(stageOf(standing('ready', 'none', 'open', 'of these files'))).toBe('ready');
  });
});

describe('the commit', () => {
  it.each([
    ['committing', 'committing', 'wait', 'on-its-way'],
    ['unknown', 'unsettled', 'settle', 'needs-you'],
    ['committed', 'committed', 'receipt', 'done'],
  ] as const)('%s outweighs whatever the vendor and the disk say', (commit, stage, step, group) => {
    for (const state of Object.keys(exports) as (keyof typeof exports)[]) {
      for (const retrieval of Object.keys(retrievals) as (keyof typeof retrievals)[]) {
        const job = standing(state, retrieval, commit, 'of these files');
        expect([stageOf(job), nextStepOf(job), groupOf(job)]).toEqual([stage, step, group]);
      }
    }
  });
});

it('every combination has one stage, one next step and one group', () => {
  let combinations = 0;
  for (const state of Object.keys(exports) as (keyof typeof exports)[])
    for (const retrieval of Object.keys(retrievals) as (keyof typeof retrievals)[])
      for (const commit of Object.keys(commits) as (keyof typeof commits)[])
        for (const review of Object.keys(reviews) as (keyof typeof reviews)[]) {
          const job = standing(state, retrieval, commit, review);
          const step = nextStepOf(job);
          // What asks for the person is never shelved as done, and the one thing that is done has nothing left but a look.
          if (['collect', 'review', 'commit', 'settle', 'collect-again', 'ask-anew'].includes(step))
            expect(groupOf(job)).toBe('needs-you');
          if (step === 'commit')
            expect([job.retrieval.kind, job.review?.fingerprint]).toEqual(['collected', fingerprint]);
          if (step === 'wait' || step === 'pause') expect(groupOf(job)).toBe('on-its-way');
          if (step === 'repeat') expect(canRepeat(job)).toBe(true);
          if (isBusy(job) && commit === 'open') expect(canRepeat(job)).toBe(false);
          combinations += 1;
        }
  expect(combinations).toBe(8 * 10 * 4 * 3);
});

describe('cancelling', () => {
  it.each([
    ['queued', true],
    ['running', true],
    ['ready', false],
    ['failed, again', false],
    ['cancelled', false],
    ['gone', false],
  ] as const)('an export that is %s: %s', (state, can) => {
    expect(canCancel(standing(state, 'none', 'open', 'none', { cancellable: true }))).toBe(can);
  });

  it('is not offered where the vendor says it can not be cancelled', () => {
    expect(canCancel(standing('running', 'none', 'open', 'none', { cancellable: false }))).toBe(false);
  });
});

describe('repeating', () => {
  it.each([
    ['queued', false],
    ['running', false],
    ['ready', false],
    ['failed, again', true],
    ['failed, final', false],
    ['cancelled', true],
    ['expired', true],
    ['gone', true],
  ] as const)('an export that is %s: %s', (state, can) => {
    expect(canRepeat(standing(state))).toBe(can);
  });

  it('is not offered while a commit is unsettled', () => {
    expect(canRepeat(standing('expired', 'collected', 'unknown'))).toBe(false);
  });
});

it('only what may still change at the vendor is worth asking about', () => {
  expect(isLive(standing('queued'))).toBe(true);
  expect(isLive(standing('ready', 'collected'))).toBe(true);
  expect(isLive(standing('expired'))).toBe(false);
  expect(isLive(standing('ready', 'collected', 'committed'))).toBe(false);
  expect(isLive(standing('ready', 'collected', 'unknown'))).toBe(false);
});
