import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobBook } from '../../../src-main/jobs/create-job-book.ts';
import type { Job } from '../../../src-main/jobs/job.ts';
import { openLedger } from '../../../src-main/jobs/sqlite-ledger.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { Fetch } from '../../../src-main/ports/fetch.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { providers } from '../../../src-main/providers/registry.ts';
import { systemDisk } from '../../../src-main/retrieval/disk.ts';
import { createRetrievalService } from '../../../src-main/retrieval/retrieval-service.ts';
import { sampleJob } from '../../support/sample-job.ts';
import { createVirtualClock, settle } from '../../support/virtual-clock.ts';
import { type RawRequest, type RawServer, startRawServer } from './raw-server.ts';
import { whatIsRead } from './reads.ts';
import { selfSigned } from './self-signed.ts';
import type { Answer, Outcome, TransferCase } from './transfer-case.ts';
import { callOf, configOf, lineOf, reference, secrets, usual } from './vendors.ts';
import { watchFetch } from './watched-fetch.ts';

/** Real time after which a case counts as hung. */
const mostPatience = 60_000;
/** Pauses within a call are shorter than this; watchdogs are longer. */
const longestPause = 20_000;
const nothingScripted: Answer = { status: 599, headers: {}, body: Buffer.alloc(0), framing: 'length' };

/**
 * Plays one case: real provider client, HTTP client, retrieval, ledger and files against real loopback servers, over the
 * given network stack, on a clock that moves only while nothing is on its way.
 */
export async function runCase(spec: TransferCase, network: Fetch): Promise<Outcome> {
  const clock = createVirtualClock();
  const root = mkdtempSync(join(tmpdir(), 'docket-transfer-'));
  const folder = join(root, 'Docket', 'Games', 'Installs');
  mkdirSync(folder, { recursive: true });
  const asked: string[] = [];
  const script = [...spec.script];
  const plans = [...(spec.plans ?? [])];
  const signIns = [...(spec.signIns ?? [])];
  const rows = typeof spec.holds === 'string' ? spec.holds.split('\n').length - 1 : null;
  const files = typeof spec.holds === 'string' ? 1 : spec.holds.length;

  const answerAt = (elsewhere: boolean) => (request: RawRequest) => {
    asked.push(lineOf(request, elsewhere));
    const call = callOf(request);
    if (call === 'data') return script.shift() ?? nothingScripted;
    const told = call === 'plan' ? plans.shift() : signIns.shift();
    return told ?? usual(spec.provider, call, { files, rows });
  };
  const vendorNow = () => clock.now() + (spec.vendorClock ?? 0) * 1000;
  const fill = (text: string): string =>
    Object.entries(places).reduce((filled, [name, place]) => filled.replaceAll(`{${name}}`, place), text);
  const open = (elsewhere: boolean, identity?: ReturnType<typeof selfSigned>): Promise<RawServer> =>
    startRawServer({
      clock,
      answer: answerAt(elsewhere),
      fill,
      vendorNow,
      ...(identity === undefined ? {} : { identity }),
    });
  const here = await open(false);
  const elsewhere = await open(true);
  const untrusted = mentions(spec, '{untrusted}') ? await open(true, selfSigned()) : null;
  const servers: readonly RawServer[] = [here, elsewhere, ...(untrusted === null ? [] : [untrusted])];
  const places: Readonly<Record<string, string>> = {
    here: `http://127.0.0.1:${here.port}`,
    elsewhere: `http://127.0.0.1:${elsewhere.port}`,
    plain: `https://127.0.0.1:${elsewhere.port}`,
    untrusted: `https://127.0.0.1:${untrusted?.port ?? 1}`,
    nobody: mentions(spec, '{nobody}') ? `http://127.0.0.1:${await freePort()}` : '',
    unknown: 'http://docket-nowhere.invalid',
  };

  const { fetch, flights } = watchFetch(network);
  const { ledger } = openLedger({ file: join(root, 'ledger.sqlite'), clock });
  const book = createJobBook({ ledger, clock, user: 'kim', nextCheckAt: () => null });
  const provider = providers[spec.provider];
  const given = configOf(spec.provider, `http://127.0.0.1:${here.port}`);
  const client = provider.connect({
    connectionId: 'games',
    config: spec.config?.(given) ?? given,
    secret: async (field) => secrets[field],
    fetch,
    clock,
    log: silentLog,
    random: () => 0,
  });
  const service = createRetrievalService({
    book,
    ledger,
    desk: { clientOf: async () => ({ client, traits: provider.traits, reference }) },
    clock,
    power: { isAwake: () => true, isOnline: () => true, onChange: () => () => {} },
    log: silentLog,
    settings: () => ({ downloadsFolder: join(root, 'Docket'), parallelTransfers: 2 }),
    onProgress: () => {},
    ids: randomUUID,
    disk: spec.disk?.(systemDisk) ?? systemDisk,
  });

  function quiet(): boolean {
    const exchanges = servers.flatMap((server) => [...server.exchanges]);
    return (
      exchanges.length === flights.size &&
      exchanges.every(({ flight, waiting, headSent, bodySent }) => {
        const seen = flights.get(flight);
        return waiting && seen?.headRead === headSent && seen.bodyRead === bodySent;
      })
    );
  }

  /** The watchdog of a request that is only being made is no reason to move on. */
  const mayMoveOn = () => flights.size > 0 || (clock.waiting[0] ?? 0) < longestPause;

  const state: string[] = [];
  const reads: string[] = [];
  /** Where it rests now; from the beginning on until the person presses the button. */
  let resting = true;
  const stopWatching = book.onChange(({ changed }) => {
    for (const job of changed) {
      const { kind } = job.retrieval;
      if (resting || (kind !== 'paused' && kind !== 'collected' && kind !== 'broken')) continue;
      resting = true;
      state.push(stateText(job, clock.now()));
      reads.push(namedPlaces(whatIsRead(book.view(job), wholeSeconds(job, clock.now())), places));
    }
  });
  const job = addJob();

  function addJob(): Job {
    const before = spec.before;
    if (before !== undefined) {
      const name =
        spec.provider === 'mypreferences'
          ? 'profiles.ndjson'
          : spec.provider === 'crayon'
            ? 'Licences.xlsx'
            : 'file.0.csv.gz';
      writeFileSync(join(folder, `${name}.part`), before.bytes);
      const mine = readyJob(spec, folder);
      book.add(mine);
      ledger.parts.put({
        jobId: mine.id,
        key:
          spec.provider === 'mypreferences' ? 'records' : spec.provider === 'crayon' ? reference : 'part-0',
        name,
        state: 'partial',
        bytes: before.marked ?? before.bytes.length,
        rows: before.rows ?? null,
        total: before.total ?? null,
        validator: before.validator ?? null,
        sha256: null,
        nextOffset: before.rows === undefined ? null : before.rows + 1,
        totalResults: before.totalResults ?? null,
      });
      return mine;
    }
    const fresh = readyJob(spec, folder);
    book.add(fresh);
    return fresh;
  }

  async function untilRest(): Promise<void> {
    const giveUp = performance.now() + mostPatience;
    while (!resting) {
      await settle();
      if (performance.now() > giveUp)
        throw new Error(
          `${spec.name}: never came to rest; ${JSON.stringify({ asked, state, now: book.get(job.id).retrieval })}`,
        );
      if (!resting && quiet() && mayMoveOn()) clock.fireNext();
    }
  }

  try {
    resting = false;
    await service.start(job.id);
    for (;;) {
      await untilRest();
      if (state.length >= spec.state.length) break;
      const rested = book.get(job.id).retrieval;
      if (rested.kind === 'collected') break;
      resting = false;
      if (rested.kind === 'paused' && rested.until !== undefined) await clock.advanceTo(rested.until);
      else await service.start(job.id);
    }
    stopWatching();
    await service.shutdown();
    return { requests: asked, after: afterText(book.get(job.id).folder ?? folder, spec.holds), state, reads };
  } finally {
    stopWatching();
    await service.shutdown();
    ledger.close();
    await Promise.all(servers.map((server) => server.close()));
    rmSync(root, { recursive: true, force: true });
  }
}

function readyJob(spec: TransferCase, folder: string): Job {
  return sampleJob({
    connectionId: 'games',
    provider: spec.provider,
    createdAt: Date.UTC(2026, 0, 15, 8, 30),
    // Paused by the person: the folder is chosen, and the collection goes on in it.
    retrieval: { kind: 'paused', by: 'person', parts: [] },
    folder,
    readyAt: 0,
  });
}

function stateText({ retrieval }: Job, now: number): string {
  switch (retrieval.kind) {
    case 'paused': {
      const next =
        retrieval.until === undefined
          ? 'waits for the person'
          : `again in ${Math.round((retrieval.until - now) / 1000)} s`;
      return `paused by ${retrieval.by}: ${retrieval.error?.code ?? 'nothing'}, ${next}`;
    }
    case 'broken':
      return `broken: ${retrieval.error.code}`;
    case 'collected':
      return retrieval.rows === null ? 'collected' : `collected, ${retrieval.rows} records`;
    default:
      return retrieval.kind;
  }
}

/** What is counted down is told in whole seconds; the milliseconds that pass within the computer are no matter. */
function wholeSeconds({ retrieval }: Job, now: number): number {
  if (retrieval.kind !== 'paused' || retrieval.until === undefined) return now;
  return retrieval.until - Math.round((retrieval.until - now) / 1000) * 1000;
}

/** What lies in the folder: `whole` files, and parts by how much of the true bytes they hold. */
function afterText(folder: string, holds: TransferCase['holds']): string {
  const wholes = typeof holds === 'string' ? [Buffer.from(holds)] : holds.map((bytes) => Buffer.from(bytes));
  const texts = readdirSync(folder)
    .sort()
    .map((name) => {
      const size = statSync(join(folder, name)).size;
      const bytes = readFileSync(join(folder, name));
      const truly = wholes.some((whole) => whole.subarray(0, size).equals(bytes));
      if (name.endsWith('.part')) return `${truly ? 'first' : 'other'} ${size} bytes`;
      return wholes.some((whole) => whole.equals(bytes)) ? 'whole' : `other file of ${size} bytes`;
    });
  return texts.length === 0 ? 'nothing' : texts.join(' + ');
}

/** Ports differ with each run; the words name the places. */
function namedPlaces(text: string, places: Readonly<Record<string, string>>): string {
  return Object.entries(places).reduce(
    (named, [name, place]) =>
      place === '' ? named : named.replaceAll(new URL(place).host, `${name}.example`),
    text,
  );
}

function mentions(spec: TransferCase, place: string): boolean {
  const answers = [...spec.script, ...(spec.plans ?? []), ...(spec.signIns ?? [])];
  return answers.some(
    (answer) =>
      Object.values(answer.headers).some((value) => value.includes(place)) ||
      Buffer.from(answer.body).includes(place),
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Failure('unexpected');
  return address.port;
}
