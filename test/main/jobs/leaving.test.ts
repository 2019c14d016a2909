import { expect, it } from 'vitest';
import type { Job } from '../../../src-main/jobs/job.ts';
import { createLeavingJobs, keptFor } from '../../../src-main/jobs/leaving.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { sampleJob } from '../../support/sample-job.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

function desk(...jobs: readonly Job[]) {
  const clock = createVirtualClock();
  const held = new Map(jobs.map((job) => [job.id, job]));
  const did: string[] = [];
  const get = (id: string) => {
    const job = held.get(id);
    if (job === undefined) throw new Failure('job-not-found');
    return job;
  };
  const leaving = createLeavingJobs({
    book: { get, find: (id) => held.get(id) ?? null, view: (job) => job as unknown as JobView },
    async forget(id) {
      if (get(id).retrieval.kind === 'collecting') throw new Failure('job-busy');
      held.delete(id);
      did.push(`forget ${id}`);
    },
    clock,
    log: silentLog,
    show: (changed, removed) => did.push(`show [${changed.map(({ id }) => id)}] [${removed}]`),
  });
  return { clock, held, did, leaving };
}

it('what is let go leaves the list at once and is forgotten a minute later', async () => {
  const { clock, did, leaving } = desk(sampleJob({ id: 'a' }));
  leaving.letGo('a');
  leaving.letGo('a');
  expect(leaving.has('a')).toBe(true);
  await clock.advance(keptFor - 1);
  expect(did).toEqual(['show [] [a]']);
  await clock.advance(1);
  expect(did).toEqual(['show [] [a]', 'forget a']);
  expect(() => leaving.keep('a')).toThrow('job-not-found');
});

it('what is kept comes back and is not forgotten', async () => {
  const { clock, did, leaving } = desk(sampleJob({ id: 'a' }));
  leaving.letGo('a');
  expect(leaving.keep('a').id).toBe('a');
  await clock.advance(10 * keptFor);
  expect(did).toEqual(['show [] [a]', 'show [a] []']);
  expect(leaving.has('a')).toBe(false);
});

it('what runs can’t be let go', () => {
  const { did, leaving } = desk(sampleJob({ id: 'a', retrieval: { kind: 'collecting', parts: [] } }));
  expect(() => leaving.letGo('a')).toThrow('job-busy');
  expect(did).toEqual([]);
});

it('what began to run meanwhile stays, and is seen again', async () => {
  const { clock, held, did, leaving } = desk(sampleJob({ id: 'a' }));
  leaving.letGo('a');
  held.set('a', sampleJob({ id: 'a', retrieval: { kind: 'collecting', parts: [] } }));
  await clock.advance(keptFor);
  expect(did).toEqual(['show [] [a]', 'show [a] []']);
  expect(leaving.has('a')).toBe(false);
});

it('before the app ends what is leaving is forgotten', async () => {
  const { clock, did, leaving } = desk(sampleJob({ id: 'a' }), sampleJob({ id: 'b' }));
  leaving.letGo('a');
  leaving.letGo('b');
  await leaving.settle();
  expect(did.slice(2)).toEqual(['forget a', 'forget b']);
  expect(clock.waiting).toEqual([]);
});
