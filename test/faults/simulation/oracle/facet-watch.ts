import { isDeepStrictEqual } from 'node:util';
import type { Job } from '../../../../src-main/jobs/job.ts';
import { jobViewSchema } from '../../../../src-preload/contract/jobs.ts';
import type { World } from '../the-world.ts';
import type { CommitWatch } from './commit-watch.ts';
import { checkCollected, matchesDisk } from './files-watch.ts';
import type { Asked } from './judge.ts';
import { exportOf } from './whose-export.ts';

/** Compares each export with what it was after the step before, and judges the way it took. */
export interface FacetWatch {
  check(): void;
}

const damage = new Set([
  'gzip-corrupt',
  'zip-corrupt',
  'not-a-workbook',
  'header-missing',
  'headers-differ',
  'file-changed',
  'length-mismatch',
  'count-mismatch',
  'pages-inconsistent',
]);
/** Where these are on, a mixture can't always be told by its validators and lengths. */
const blurs = ['no-ranges', 'no-lengths', 'growing-exports', 'intruder'] as const;

export function createFacetWatch(world: () => World, asked: Asked, commits: CommitWatch): FacetWatch {
  const before = new Map<string, Job>();

  function changed(job: Job, was: Job | undefined) {
    const { coverage, history, life, violated } = world();
    if (life === null) return;
    const moves = (['export', 'retrieval', 'commit'] as const).flatMap((facet) => {
      const from = was?.[facet].kind ?? '(new)';
      const to = job[facet].kind;
      return from === to ? [] : [`${facet}: ${from} → ${to}`];
    });
    // What only says when it was last asked about changes nothing that is judged.
    if (moves.length === 0 && was?.retrieval === job.retrieval && was.commit === job.commit) return;
    const kept = life.rooms.ledger.jobs.get(job.id);
    if (kept === null) violated(`the ledger can't read back ${job.id}`);
    else if (!isDeepStrictEqual(kept, JSON.parse(JSON.stringify(job))))
      violated(`the ledger holds another ${job.id} than the list shows`);
    const view = jobViewSchema.safeParse(life.rooms.book.view(job));
    if (!view.success) violated(`${job.id} can't be shown: ${view.error.issues[0]?.path.join('.') ?? ''}`);
    for (const move of moves) coverage.count(move);
    if (job.retrieval.kind === 'paused' && was?.retrieval !== job.retrieval)
      coverage.count(`paused by ${job.retrieval.by}`);
    if (moves.length > 0)
      history.note('job', `${job.id} (${job.provider}) ${moves.join(', ')}${reasonOf(job)}`);
    if (view.success) coverage.count(`stage: ${view.data.stage}`);
    judgeRetrieval(job, was);
    judgeCommit(job, was);
  }

  function judgeRetrieval(job: Job, was: Job | undefined) {
    if (job.retrieval.kind === 'broken' && was?.retrieval !== job.retrieval)
      judgeAlarm(job, job.retrieval.error.code);
    if (job.retrieval.kind !== 'collected') return;
    const same =
      was?.retrieval.kind === 'collected' && was.retrieval.fingerprint === job.retrieval.fingerprint;
    if (same && was.retrieval.collectedAt === job.retrieval.collectedAt) return;
    asked.tampered.delete(job.id);
    checkCollected(world(), job, 'when collected');
  }

  /** What the vendors hold is always sound, and the disk gives back what was synced: where all can be proved, nothing is damaged. */
  function judgeAlarm(job: Job, code: string) {
    const { swarm, violated } = world();
    const unprovable = blurs.some((member) => swarm.has(member)) || asked.tampered.has(job.id);
    if (damage.has(code) && !unprovable) violated(`${job.id} reads as damaged (${code}), and nothing is`);
  }

  function judgeIntent(job: Job, fingerprint: string) {
    const { violated } = world();
    if (job.retrieval.kind !== 'collected' || job.retrieval.fingerprint !== fingerprint)
      violated(`${job.id} is being committed by a fingerprint that it doesn't have`);
    else if (!matchesDisk(world(), job))
      violated(`${job.id} is being committed while its files aren't what was checked`);
    if (job.review?.fingerprint !== fingerprint)
      violated(`${job.id} is being committed though nobody reviewed it`);
    const wish = asked.commits.find(
      (one) => one.jobId === job.id && one.fingerprint === fingerprint && !one.used,
    );
    if (wish === undefined) violated(`${job.id} is being committed though nobody asked for it`);
    else wish.used = true;
  }

  function judgeCommit(job: Job, was: Job | undefined) {
    const { life, violated } = world();
    const from = was?.commit.kind ?? 'open';
    const to = job.commit.kind;
    if (life === null || from === to) return;
    const found = exportOf(world(), job);
    if (from === 'committed') violated(`${job.id} was committed and is ${to} now`);
    // Where the vendor isn't called, the intent and the receipt come in one breath.
    if (job.commit.kind === 'committing' || (job.commit.kind === 'unknown' && from === 'open'))
      judgeIntent(job, job.commit.attempt.fingerprint);
    if (job.commit.kind === 'committed' && from === 'open') judgeIntent(job, job.commit.receipt.fingerprint);
    if (job.commit.kind === 'committed') {
      const { receipt } = job.commit;
      if (life.rooms.ledger.commits.receipt(job.id)?.id !== receipt.id)
        violated(`${job.id} is committed without a receipt`);
      if (found === null) return;
      const acts =
        job.provider === 'mypreferences' || (job.provider === 'crayon' && receipt.keepFiles === false);
      if (acts && found.held.acknowledgedBy === null && found.held.state !== 'gone')
        violated(`${job.id} is committed, but the vendor knows nothing of it`);
    }
    if (to === 'open' && found !== null && !commits.noneCounts(found.held.reference))
      violated(`${job.id} may be committed again, though nobody said that the first call had no effect`);
  }

  return {
    check() {
      const { life, violated } = world();
      if (life === null || life.dead) return;
      const now = new Set<string>();
      for (const job of life.rooms.book.all()) {
        now.add(job.id);
        const was = before.get(job.id);
        if (was === job) continue;
        changed(job, was);
        before.set(job.id, job);
      }
      for (const id of [...before.keys()]) {
        if (now.has(id)) continue;
        if (!asked.forgets.has(id)) violated(`${id} has left the list unasked`);
        before.delete(id);
      }
    },
  };
}

function reasonOf(job: Job): string {
  if (job.retrieval.kind === 'broken') return ` (${job.retrieval.error.code})`;
  if (job.retrieval.kind === 'paused') return ` (${job.retrieval.by} ${job.retrieval.error?.code ?? ''})`;
  if (job.commit.kind === 'open' && job.commit.lastError !== undefined)
    return ` (${job.commit.lastError.code})`;
  return '';
}
