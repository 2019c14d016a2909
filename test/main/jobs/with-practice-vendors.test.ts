import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createJobBook } from '../../../src-main/jobs/create-job-book.ts';
import { createJobsService } from '../../../src-main/jobs/jobs-service.ts';
import { createPoller } from '../../../src-main/jobs/poller.ts';
import { openLedger } from '../../../src-main/jobs/sqlite-ledger.ts';
import { createVendorDesk } from '../../../src-main/jobs/vendor-desk.ts';
import type { Fetch } from '../../../src-main/ports/fetch.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { practiceConnections } from '../../../src-main/practice/practice-connections.ts';
import { startPracticeVendors } from '../../../src-main/practice/practice-vendors.ts';
import { providers } from '../../../src-main/providers/registry.ts';
import { allTitles } from '../../../src-main/words/titles.ts';
import type { Connection } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import { createVirtualClock, settle } from '../../support/virtual-clock.ts';
import { scriptedPower } from './support/jobs-house.ts';
import { scriptedSecrets } from './support/scripted-vendors.ts';
import { tempFolder } from './support/temp-folder.ts';

/** The network, with a count of the requests under way: time stands still while one is. */
function countedFetch(): { readonly fetch: Fetch; readonly underWay: () => number } {
  let count = 0;
  return {
    underWay: () => count,
    async fetch(input, init) {
      count += 1;
      try {
        const answer = await fetch(input, init);
        const body = await answer.arrayBuffer();
        return new Response([204, 304].includes(answer.status) ? null : body, {
          status: answer.status,
          headers: answer.headers,
        });
      } finally {
        count -= 1;
      }
    },
  };
}

async function practiceHouse() {
  const clock = createVirtualClock(Date.now());
  const vendors = await startPracticeVendors({
    clock: clock.now,
    pace: 60_000,
    preSeed: false,
    rows: { profiles: 12, rowsPerPart: 20, parts: 2, licenceLines: 8 },
  });
  const { ledger } = openLedger({ file: join(tempFolder(), 'ledger.sqlite'), clock });
  const secrets = scriptedSecrets();
  const kept = new Map<string, Connection>();
  for (const { connection, secrets: own } of practiceConnections(
    vendors,
    clock.now(),
    allTitles.en.practice,
  )) {
    kept.set(connection.id, connection);
    for (const [field, value] of Object.entries(own)) secrets.values.set(`${connection.id}/${field}`, value);
  }
  const connections = { get: (id: string) => kept.get(id) ?? null, list: () => [...kept.values()] };
  const network = countedFetch();
  const random = () => 0.5;
  const ids = () => crypto.randomUUID();
  const desk = createVendorDesk({
    connections,
    providers,
    secrets,
    fetch: network.fetch,
    clock,
    log: silentLog,
    random,
  });
  const book = createJobBook({ ledger, clock, user: 'kim', nextCheckAt: () => null });
  const poller = createPoller({
    titles: () => allTitles.en,
    book,
    ledger,
    desk,
    connections,
    clock,
    power: scriptedPower(),
    log: silentLog,
    random,
    ids,
  });
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
    await vendors.stop();
    ledger.close();
  });
  /** Lets time pass, second by second, until the condition holds or that much has passed. */
  async function pass(ms: number, until: () => boolean): Promise<void> {
    const end = clock.now() + ms;
    while (!until() && clock.now() < end) {
      while (network.underWay() > 0) await settle();
      await clock.advance(1_000);
    }
  }
  const connectionTo = (provider: ProviderId) =>
    [...kept.values()].find((each) => each.config.provider === provider)?.id ?? '';
  return { book, clock, connectionTo, ledger, pass, poller, secrets, service };
}

const requests: Readonly<Record<ProviderId, ExportRequest>> = {
  mypreferences: { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' },
  mytracker: {
    provider: 'mytracker',
    event: 'installs',
    selectors: ['idCountry'],
    dateFrom: '2026-01-01',
    dateTo: '2026-01-05',
  },
  crayon: {
    provider: 'crayon',
    customerAccountId: 4014363,
    from: '2024-01-01T00:00:00Z',
    to: '2024-02-01T00:00:00Z',
  },
};

it.each(['mypreferences', 'mytracker', 'crayon'] as const)(
  'an export asked of the practice %s is one row, is asked about, and becomes ready',
  { timeout: 30_000 },
  async (provider) => {
    const house = await practiceHouse();
    house.poller.start();
    const { id } = await new Promise<{ readonly id: string }>((resolve, reject) => {
      let over = false;
      const started = house.service.start({
        connectionId: house.connectionTo(provider),
        request: requests[provider],
      });
      started.then(resolve, reject).finally(() => {
        over = true;
      });
      house.pass(60_000, () => over).catch(reject);
    });
    expect(house.book.view(house.book.get(id))).toMatchObject({
      stage: 'preparing',
      nextStep: 'wait',
      practice: true,
    });
    await house.pass(1_200_000, () => house.book.get(id).export.kind === 'ready');
    expect(house.book.view(house.book.get(id))).toMatchObject({
      stage: 'ready',
      nextStep: 'collect',
      checkError: null,
    });
    expect(house.book.all()).toHaveLength(1);
    expect(house.ledger.history.list({}).entries.map((entry) => entry.kind)).toEqual([
      'export-ready',
      'export-started',
    ]);
  },
);
