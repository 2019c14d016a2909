import { beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src-main/practice/http/faults.ts';
import type { CommitState } from '../../../src-preload/contract/commits.ts';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { words } from '../../../src-renderer/words/en.ts';
import { errorText } from '../../../src-renderer/words/errors.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { colleagueIn } from '../../support/colleague.ts';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

/** What stands on the screen for an error: title, reason, next step. */
const sentenceOf = (error: DocketError | undefined, now: number): string => {
  if (error === undefined) return '';
  const { title, reason, nextStep } = errorText(error, now);
  return `${title}. ${reason} ${nextStep}`;
};

function readsOf(world: MainWorld, commit: CommitState): string {
  switch (commit.kind) {
    case 'open':
      return sentenceOf(commit.lastError, world.clock.now());
    case 'committed':
      return words.receipt.answer(commit.receipt);
    case 'unknown':
      return `${words.unsettled.whyText(commit, world.clock.now())} ${words.unsettled
        .askedText(commit.asked, 'MyPreferences', world.clock.now())
        .replace(/at \d\d:\d\d/, 'at 00:00')}`;
    case 'committing':
      return words.panel.now.committing;
  }
}

interface Case {
  readonly name: string;
  /** What goes wrong with the commit call, and what others do before it. */
  readonly fault?: Fault;
  readonly before?: (world: MainWorld, token: string) => Promise<unknown> | unknown;
  /** The commit a minute later. */
  readonly ends: CommitState['kind'];
  /** Commits that the vendor has then, whoever sent them; and commit calls that left this computer. */
  readonly commits: number;
  readonly calls: number;
  /** What the person reads, or how it begins. */
  readonly reads: string;
}

const steps = { committed: 'receipt', unknown: 'settle', open: 'commit', committing: 'wait' } as const;
const commitCall = /POST .*\/Commit\//;
const answer = (status: number, more: Partial<Extract<Fault, { kind: 'answer' }>> = {}): Fault => ({
  kind: 'answer',
  status,
  match: commitCall,
  ...more,
});
const notDone =
  'The commit was interrupted. The vendor has nothing of it, and your files are unchanged. Commit it again.';

const cases: readonly Case[] = [
  {
    name: 'the answer is lost after the vendor has acted',
    fault: { kind: 'lose-reply', match: commitCall },
    ends: 'committed',
    commits: 1,
    calls: 1,
    reads: 'Its answer was lost; asked later, the vendor said “Retrieved”.',
  },
  {
    name: 'the connection dies before the vendor has acted',
    fault: { kind: 'refuse', match: commitCall },
    ends: 'open',
    commits: 0,
    calls: 1,
    reads: notDone,
  },
  ...[500, 502, 503, 504].map(
    (status): Case => ({
      name: `HTTP ${status}, and the vendor has done nothing`,
      fault: answer(status),
      ends: 'open',
      commits: 0,
      calls: 1,
      reads: notDone,
    }),
  ),
  {
    name: 'HTTP 503 with Retry-After: it is not sent again by itself',
    fault: answer(503, { retryAfter: { seconds: 1 } }),
    ends: 'open',
    commits: 0,
    calls: 1,
    reads: notDone,
  },
  {
    name: 'a captive portal’s page with status 200',
    fault: { kind: 'captive-portal', match: commitCall },
    ends: 'open',
    commits: 0,
    calls: 1,
    reads: notDone,
  },
  {
    name: 'a redirect, which is not followed',
    fault: answer(302, { headers: { Location: '/elsewhere' } }),
    ends: 'open',
    commits: 0,
    calls: 1,
    reads: notDone,
  },
  {
    name: 'HTTP 400 in the vendor’s words',
    fault: answer(400, { body: '{"Message":"Bad token"}' }),
    ends: 'open',
    commits: 0,
    calls: 1,
    reads:
      'MyPreferences refused the commit. Nothing was changed there. The vendor’s own words are under “Details”. Try again, or ask the vendor.',
  },
  {
    name: 'HTTP 401 for ever',
    fault: answer(401, { times: Number.POSITIVE_INFINITY }),
    ends: 'open',
    commits: 0,
    calls: 2,
    reads:
      'MyPreferences refused the sign-in. The names or the secret of this connection are not accepted. Open the connection and enter them again.',
  },
  {
    name: 'HTTP 401 once: signed anew, and done',
    fault: answer(401),
    ends: 'committed',
    commits: 1,
    calls: 2,
    reads: 'The vendor confirmed it (200)',
  },
  {
    name: 'HTTP 403',
    fault: answer(403),
    ends: 'open',
    commits: 0,
    calls: 1,
    reads:
      'MyPreferences does not allow this. The sign-in works, but this account may not do it. Ask whoever manages the account for permission to export.',
  },
  {
    name: 'HTTP 429',
    fault: answer(429, { retryAfter: { seconds: 40 } }),
    ends: 'open',
    commits: 0,
    calls: 1,
    reads: 'MyPreferences asks Docket to wait.',
  },
  {
    name: 'HTTP 404, and the vendor has the export still open',
    fault: answer(404),
    ends: 'open',
    commits: 0,
    calls: 1,
    reads:
      'MyPreferences refused the commit. Nothing was changed there. The vendor’s own words are under “Details”. Try again, or ask the vendor.',
  },
  {
    name: 'a colleague committed it before: the vendor answers 404',
    before: (world, token) => colleagueIn(world).commits(token),
    ends: 'committed',
    commits: 1,
    calls: 1,
    reads: 'Its answer was lost; asked later, the vendor said “Retrieved”.',
  },
  {
    name: 'a colleague committed it before: the vendor answers 409',
    fault: answer(409),
    before: (world, token) => colleagueIn(world).commits(token),
    ends: 'committed',
    commits: 1,
    calls: 1,
    reads: 'Its answer was lost; asked later, the vendor said “Retrieved”.',
  },
  {
    name: 'it expired at the vendor before',
    before: (world, token) => world.vendors.mypreferences.expire(token),
    ends: 'open',
    commits: 0,
    calls: 1,
    reads:
      'It can’t be committed any more. The export has expired at the vendor. Your files are complete and stay on this computer. Nothing is left to do at the vendor; take the export off the list when you no longer want it there.',
  },
  {
    name: 'a vendor that forgets what was committed, and the answer is lost',
    fault: { kind: 'lose-reply', match: commitCall },
    before: (world) => world.vendors.mypreferences.set({ statusAfterCommit: 'not-found' }),
    ends: 'unknown',
    commits: 1,
    calls: 1,
    reads:
      'The connection broke before the answer came. at 00:00: MyPreferences no longer knows this export, and so can’t say.',
  },
];

describe('a commit to MyPreferences', () => {
  it.each(cases)('$name', async ({ fault, before, ends, commits, calls, reads }) => {
    const world = await openMainWorld();
    const { mypreferences } = world.vendors;
    const jobId = await world.collected('mypreferences');
    const token = mypreferences.snapshot()[0]?.token ?? '';
    await before?.(world, token);
    mypreferences.forgetRequests();
    if (fault !== undefined) mypreferences.faults.add(fault);
    await world.commit(jobId).catch(() => {});
    await world.pass(60_000);
    const { commit } = world.book.get(jobId);
    expect(commit.kind).toBe(ends);
    expect(mypreferences.commits).toHaveLength(commits);
    expect(mypreferences.requests.filter(({ target }) => /\/Commit\//.test(target))).toHaveLength(calls);
    expect(readsOf(world, commit).slice(0, reads.length)).toBe(reads);
    // Whatever came of it, the row has one next step, and the ledger no attempt without an end.
    expect(world.ledger.commits.unsettled()).toHaveLength(ends === 'unknown' ? 1 : 0);
    const tooLate = commit.kind === 'open' && commit.lastError?.code === 'commit-too-late';
    expect(world.view(jobId).nextStep).toBe(tooLate ? 'forget' : steps[ends]);
  });
});
