import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createJobBook } from '../../../../src-main/jobs/create-job-book.ts';
import type { Job } from '../../../../src-main/jobs/job.ts';
import { createJobsService } from '../../../../src-main/jobs/jobs-service.ts';
import { createPoller, type Poller } from '../../../../src-main/jobs/poller.ts';
import { openLedger } from '../../../../src-main/jobs/sqlite-ledger.ts';
import { createVendorDesk } from '../../../../src-main/jobs/vendor-desk.ts';
import { silentLog } from '../../../../src-main/ports/log.ts';
import { allTitles } from '../../../../src-main/words/titles.ts';
import type { Connection } from '../../../../src-preload/contract/connections.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';
import { scriptedSecrets, scriptedVendor } from './scripted-vendors.ts';
import { acme, games, licences, noon } from './some-job.ts';
import { tempFolder } from './temp-folder.ts';

/** The whole jobs room over a real ledger, with scripted vendors and a clock that the test moves. */
export function jobsHouse(
  given: { readonly jobs?: readonly Job[]; readonly connections?: readonly Connection[] } = {},
) {
  const clock = createVirtualClock(noon);
  const { ledger } = openLedger({ file: join(tempFolder(), 'ledger.sqlite'), clock });
  for (const job of given.jobs ?? []) ledger.jobs.put(job);
  const kept = new Map((given.connections ?? [games, licences, acme]).map((each) => [each.id, each]));
  const connections = { get: (id: string) => kept.get(id) ?? null, list: () => [...kept.values()] };
  const secrets = scriptedSecrets();
  const vendors = {
    mypreferences: scriptedVendor('mypreferences'),
    mytracker: scriptedVendor('mytracker'),
    crayon: scriptedVendor('crayon'),
  };
  const desk = createVendorDesk({
    connections,
    providers: {
      mypreferences: vendors.mypreferences.provider,
      mytracker: vendors.mytracker.provider,
      crayon: vendors.crayon.provider,
    },
    secrets,
    fetch: () => Promise.reject(new Error('no network in this test')),
    clock,
    log: silentLog,
    random: () => 0.5,
  });
  const later: { poller: Poller | null } = { poller: null };
  const book = createJobBook({
    ledger,
    clock,
    user: 'kim',
    nextCheckAt: (id) => later.poller?.nextCheckAt(id) ?? null,
  });
  const power = scriptedPower();
  let count = 0;
  const ids = () => {
    count += 1;
    return `new-${count}`;
  };
  const poller = createPoller({
    titles: () => allTitles.en,
    book,
    ledger,
    desk,
    connections,
    clock,
    power,
    log: silentLog,
    random: () => 0.5,
    ids,
  });
  later.poller = poller;
  const service = createJobsService({
    titles: () => allTitles.en,
    book,
    ledger,
    desk,
    poller,
    connections,
    secrets,
    clock,
    ids,
    log: silentLog,
  });
  onTestFinished(async () => {
    await poller.stop();
    ledger.close();
  });
  return { book, clock, connections: kept, desk, ledger, poller, power, secrets, service, vendors };
}

export function scriptedPower() {
  const listeners = new Set<() => void>();
  let awake = true;
  let online = true;
  return {
    isAwake: () => awake,
    isOnline: () => online,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    set(change: { readonly awake?: boolean; readonly online?: boolean }) {
      awake = change.awake ?? awake;
      online = change.online ?? online;
      for (const listener of listeners) listener();
    },
  };
}
