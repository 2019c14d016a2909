import { describe, expect, it } from 'vitest';
import { type NewsKind, newsKinds } from '../../../src-main/attention/news.ts';
import type { Job, JobPatch } from '../../../src-main/jobs/job.ts';
import type { ShowTarget } from '../../../src-preload/contract/events.ts';
import { attentionDesk, failedSchedule, ready, running } from '../../support/attention-desk.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

type Desk = ReturnType<typeof attentionDesk>;

interface Case {
  /** What is on the list before. */
  readonly before: Partial<Job>;
  readonly happens: (desk: Desk) => void;
  readonly says: RegExp;
  readonly leadsTo: ShowTarget;
}

const hour = 3_600_000;
const error = { code: 'disk-full' } as const;
const fingerprint = 'a'.repeat(64);
const attempt = { id: 'a', startedAt: 1, fingerprint, keepFiles: false, by: 'kim' };
const held: JobPatch = {
  retrieval: { kind: 'collected', fingerprint, files: 1, rows: 3, bytes: 9, collectedAt: 1, verifiedAt: 1 },
  review: { by: 'kim', at: 1, remark: null, fingerprint },
  export: { kind: 'ready' },
};
const receipt = {
  id: 'r',
  jobId: 'a',
  title: 'A',
  connectionName: 'Games',
  by: 'kim',
  at: 1,
  fingerprint,
  rows: 3,
  files: 1,
  bytes: 9,
  keepFiles: null,
  effect: 'sign-off-only',
  vendorAnswer: '200',
} as const;

const toExport: ShowTarget = { kind: 'show-job', jobId: 'a' };
const put = (patch: JobPatch) => (desk: Desk) => desk.put('a', patch);
const { now } = createVirtualClock();

/** One for each kind: a kind without a place to lead to doesn't compile. */
const cases: Readonly<Record<NewsKind, Case>> = {
  ready: { before: {}, happens: put(ready), says: /ready to collect/, leadsTo: toExport },
  collected: {
    before: { ...ready, retrieval: { kind: 'verifying' } },
    happens: put({ ...held, review: null }),
    says: /is collected/,
    leadsTo: toExport,
  },
  stopped: {
    before: { ...ready, retrieval: { kind: 'collecting', parts: [] } },
    happens: put({ retrieval: { kind: 'broken', error } }),
    says: /has stopped$/,
    leadsTo: toExport,
  },
  failed: {
    before: {},
    happens: put({ export: { kind: 'failed', reason: '', repeatable: true } }),
    says: /failed/,
    leadsTo: toExport,
  },
  lost: { before: ready, happens: put({ export: { kind: 'gone' } }), says: /no longer/, leadsTo: toExport },
  expires: {
    before: {},
    happens: put({ export: { kind: 'ready', expiresAt: now() + 2 * hour } }),
    says: /expires/,
    leadsTo: toExport,
  },
  'leaves-queue': {
    before: { provider: 'crayon' },
    happens: put({ export: { kind: 'ready', expiresAt: now() + 2 * hour } }),
    says: /leaves Crayon/,
    leadsTo: toExport,
  },
  committed: {
    before: { ...held, commit: { kind: 'committing', attempt } },
    happens: put({ commit: { kind: 'committed', receipt } }),
    says: /is committed$/,
    leadsTo: toExport,
  },
  'not-committed': {
    before: { ...held, commit: { kind: 'unknown', attempt } },
    happens: put({ commit: { kind: 'open' } }),
    says: /was not committed$/,
    leadsTo: toExport,
  },
  decide: {
    before: { ...held, commit: { kind: 'unknown', attempt } },
    happens: put({
      commit: {
        kind: 'unknown',
        attempt,
        asked: { at: 1, answer: 'unclear', vendorStatus: null, decidable: true },
      },
    }),
    says: /needs your word/,
    leadsTo: toExport,
  },
  blocked: {
    before: {},
    happens: put({ checkError: { code: 'sign-in-refused' } }),
    says: /connection “Games” needs you/,
    leadsTo: { kind: 'show-connection', connectionId: 'connection-1' },
  },
  'schedule-failed': {
    before: {},
    happens: (desk) => desk.attention.schedulesChanged([failedSchedule(desk.clock.now(), error)]),
    says: /schedule “Installs” could not ask/,
    leadsTo: { kind: 'show', screen: 'schedules' },
  },
  trouble: {
    before: {},
    happens: (desk) => desk.attention.trouble('disk-full'),
    says: /Something needs you/,
    leadsTo: { kind: 'show', screen: 'exports' },
  },
};

describe('a click on a notification leads to what it is about', () => {
  it.each(newsKinds)('%s', async (kind) => {
    const { before, happens, says, leadsTo } = cases[kind];
    const desk = attentionDesk([running('a', before)]);
    desk.attention.schedulesChanged([]);
    await desk.afterStart();
    happens(desk);
    await desk.clock.advance(5_000);
    expect(desk.shown).toMatchObject([{ title: expect.stringMatching(says), target: leadsTo }]);
  });
});
