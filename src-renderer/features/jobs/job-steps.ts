import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { expiryOf } from '../../state/job-list.ts';
import { errorText } from '../../words/errors.ts';
import { isTooLate } from '../../words/export-stage.ts';
import { until } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { failureOf } from './ask-anew.ts';

/** One step of an export's way. */
export interface JobStep {
  readonly key: 'asked' | 'prepared' | 'collected' | 'reviewed' | 'committed';
  readonly label: string;
  readonly state: 'done' | 'now' | 'later' | 'stopped';
  readonly at: number | null;
  readonly note: string | null;
}

type Part = Pick<JobStep, 'state' | 'at' | 'note'>;

const later: Part = { state: 'later', at: null, note: null };
const done = (at: number | null, note: string | null = null): Part => ({ state: 'done', at, note });
const current = (note: string | null): Part => ({ state: 'now', at: null, note });
const stopped = (note: string): Part => ({ state: 'stopped', at: null, note });

/** The way of an export: asked for → prepared → collected and checked → reviewed → committed. */
export function stepsOf(job: JobView, now: number): readonly JobStep[] {
  const say = words.panel;
  const prepared = preparedPart(job);
  const collected = prepared.state === 'done' ? collectedPart(job, now) : later;
  const reviewed = collected.state === 'done' ? reviewedPart(job) : later;
  const committed = reviewed.state === 'done' ? committedPart(job) : later;
  return [
    { key: 'asked', label: job.request === null ? say.listed : say.step.asked, ...done(job.createdAt) },
    step('prepared', prepared),
    step('collected', collected),
    step('reviewed', reviewed),
    step('committed', committed),
  ];
}

function step(key: Exclude<JobStep['key'], 'asked'>, part: Part): JobStep {
  const labels = part.state === 'done' ? words.panel.step : words.panel.stepAhead;
  return { key, label: labels[key], ...part };
}

function preparedPart(job: JobView): Part {
  const say = words.panel;
  // What we hold was prepared, whatever the vendor says of it by now.
  if (job.retrieval.kind === 'collected' || job.retrieval.kind === 'verifying') return done(job.readyAt);
  switch (job.export.kind) {
    case 'queued':
      return current(say.now.queued);
    case 'running':
      return current(
        job.vendorStatusUnknown ? words.exports.vendorSays(job.vendorStatus) : say.now.preparing,
      );
    case 'ready':
      return done(job.readyAt);
    case 'failed':
      return stopped(failureOf(job.export) || say.failed);
    case 'cancelled':
      return stopped(say.cancelled);
    case 'expired':
      return stopped(say.expired);
    case 'gone':
      return stopped(say.gone);
  }
}

function collectedPart(job: JobView, now: number): Part {
  const say = words.panel;
  const { retrieval } = job;
  switch (retrieval.kind) {
    case 'none': {
      const expiresAt = expiryOf(job);
      return current(expiresAt === null ? say.now.yourTurn : say.now.expires(until(expiresAt, now)));
    }
    case 'collecting':
      return current(say.now.collecting);
    case 'paused':
      return current(retrieval.error === undefined ? say.now.paused : errorText(retrieval.error, now).title);
    case 'verifying':
      return current(say.now.checking);
    case 'collected':
      return done(retrieval.verifiedAt);
    case 'broken':
      return stopped(errorText(retrieval.error, now).title);
  }
}

function reviewedPart(job: JobView): Part {
  const { review, retrieval } = job;
  // A mark belongs to the files that were reviewed: collecting again takes it away.
  const counts =
    review !== null && retrieval.kind === 'collected' && review.fingerprint === retrieval.fingerprint;
  if (counts) return done(review.at, words.panel.reviewedBy(review.by));
  return job.commit.kind === 'committed' ? done(null) : current(words.panel.now.yourTurn);
}

function committedPart(job: JobView): Part {
  const say = words.panel.now;
  switch (job.commit.kind) {
    case 'open':
      return isTooLate(job) ? stopped(words.exports.tooLate) : current(say.yourTurn);
    case 'committing':
      return current(say.committing);
    case 'unknown':
      return current(say.unsettled);
    case 'committed':
      return done(job.commit.receipt.at, words.panel.reviewedBy(job.commit.receipt.by));
  }
}

/** When a paused collection goes on by itself; undefined when it waits for the person. */
export function goesOnAtOf(job: JobView): number | undefined {
  return job.retrieval.kind === 'paused' ? job.retrieval.until : undefined;
}

/** What has gone wrong with an export and is not yet put right, the weightiest first. */
export function troubleOf(job: JobView) {
  if (job.commit.kind === 'open' && job.commit.lastError !== undefined) return job.commit.lastError;
  if (job.retrieval.kind === 'broken') return job.retrieval.error;
  if (job.retrieval.kind === 'paused' && job.retrieval.error !== undefined) return job.retrieval.error;
  return job.checkError;
}
