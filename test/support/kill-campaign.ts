import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { practiceConnections } from '../../src-main/practice/practice-connections.ts';
import type { PracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import { type Random, seededRandom } from '../../src-main/practice/seeded-random.ts';
import { allTitles } from '../../src-main/words/titles.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { DocketWorld } from './docket-test.ts';
import { ask } from './kill-bridge.ts';
import { readLedgerCopy } from './kill-ledger.ts';
import { collectPhaseOf, commitPhaseOf, type Phase } from './kill-phases.ts';
import type { Strike } from './kill-strikes.ts';
import { addTarget, filesIn, type Target } from './kill-targets.ts';
import { killTree, startUnwatched } from './kill-tree.ts';
import { surely } from './kill-wait.ts';
import type { LaunchedDocket } from './launch-docket.ts';

export interface Struck {
  readonly provider: ProviderId;
  readonly strike: string;
  readonly phase: Phase;
}

/** An export that a campaign has put on the list. */
export interface Tracked {
  readonly target: Target;
  readonly jobId: string;
  readonly folder: () => string | null;
}

/** One profile whose app is killed again and again. At any time one run of it is alive, or none. */
export function createCampaign(docket: DocketWorld, vendors: PracticeVendors, seed: number, total: number) {
  const random: Random = seededRandom('kill', seed);
  const home = path.dirname(docket.profileDir);
  const env = { HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') };
  const struck: Struck[] = [];
  const connections = new Map<ProviderId, string>();
  let alive: ChildProcess | null = null;
  let watched: LaunchedDocket | null = null;
  let number = 0;

  async function open(): Promise<LaunchedDocket> {
    if (watched !== null) return watched;
    watched = await docket.launch();
    alive = watched.app.process();
    return watched;
  }

  async function page() {
    return (await open()).window;
  }

  /** An account at each vendor, tested. */
  async function connect(): Promise<void> {
    for (const { connection, secrets } of practiceConnections(vendors, 0, allTitles.en.practice)) {
      const { config } = connection;
      const saved = await ask(await page(), 'connections.save', {
        name: `My ${config.provider}`,
        // Many pages, so that there is a middle.
        config: config.provider === 'mypreferences' ? { ...config, pageSize: 50 } : config,
        secrets: { ...secrets },
      });
      connections.set(config.provider, saved.id);
      expect((await ask(await page(), 'connections.test', saved.id)).outcome.kind).toBe('works');
    }
    expect(connections.size).toBe(3);
  }

  async function track(provider: ProviderId, size: 'large' | 'small'): Promise<Tracked> {
    number += 1;
    const target = await addTarget(vendors, provider, size, number);
    const connectionId = connections.get(provider) ?? '';
    const { reference, title } = target;
    const folder = newFolder(path.join(docket.documents, 'Docket', `My ${provider}`));
    if (provider !== 'crayon') {
      const { id } = await ask(await page(), 'jobs.track', { connectionId, reference, title });
      return { target, jobId: id, folder };
    }
    await ask(await page(), 'connections.test', connectionId);
    let jobId = '';
    await surely('the report on the list', async () => {
      const jobs = await ask(await page(), 'jobs.list', { provider });
      jobId = jobs.find((job) => job.reference === reference)?.id ?? '';
      return jobId !== '';
    });
    return { target, jobId, folder };
  }

  async function view(jobId: string) {
    return ask(await page(), 'jobs.get', jobId);
  }

  async function untilCollected({ jobId, target }: Tracked): Promise<void> {
    await surely(`${target.title} collected`, async () => {
      const { retrieval } = await view(jobId);
      if (retrieval.kind === 'broken' || (retrieval.kind === 'paused' && retrieval.until === undefined))
        throw new Error(`${target.title}: ${JSON.stringify(retrieval)}`);
      return retrieval.kind === 'collected';
    });
  }

  /** Byte for byte what the vendor holds, and nothing else in the folder. */
  async function expectWhole({ jobId, target }: Tracked): Promise<void> {
    const { files, folder, retrieval } = await view(jobId);
    const names = files.map(({ name }) => name).sort();
    expect(
      filesIn(folder).map(({ name }) => name),
      `the folder of ${target.title}`,
    ).toEqual(names);
    expect(names).toHaveLength(target.expected.length);
    for (const [index, name] of names.entries()) {
      const held = await readFile(path.join(folder ?? '', name));
      const expected = target.expected[index] ?? Buffer.alloc(0);
      expect(held.equals(expected), `${name}: ${held.length} of ${expected.length} bytes`).toBe(true);
    }
    const bytes = target.expected.reduce((sum, file) => sum + file.length, 0);
    expect(retrieval).toMatchObject({ kind: 'collected', bytes, files: names.length });
  }

  /** Lets the run that is alive, or one that is started now, go on to the strike's moment, and ends it there. */
  async function strike(
    on: Tracked,
    kind: 'collect' | 'commit',
    wish: Strike,
    begin: () => Promise<unknown>,
  ) {
    const { target, jobId, folder } = on;
    const { moment, takeBack } = wish.prepare({
      target,
      random,
      profileDir: docket.profileDir,
      folder,
    });
    const requestsBefore = target.requests().length;
    let from = performance.now();
    if (watched === null) alive = startUnwatched(docket.profileDir, env);
    else {
      const due = moment();
      from = performance.now();
      // The answer of a run that is killed never comes.
      begin().catch(() => {});
      await due;
    }
    if (watched === null) await moment();
    const after = performance.now() - from;
    const wasWatched = watched !== null;
    const processes = alive === null ? 0 : await killTree(alive);
    takeBack();
    alive = null;
    watched = null;
    expect(processes, 'processes that were killed').toBeGreaterThan(0);

    const left = readLedgerCopy(docket.profileDir, jobId);
    expect(left.notices, 'damage in the ledger').toEqual([]);
    const files = filesIn(folder());
    const seen = target.requests().slice(requestsBefore);
    const phase =
      kind === 'collect'
        ? collectPhaseOf(left, files, {
            expected: target.expected,
            requests: wasWatched ? 1 : seen.length,
          })
        : commitPhaseOf(left, {
            arrived:
              target.commitMatch === null
                ? null
                : seen.some(({ method, target: line }) => target.commitMatch?.test(`${method} ${line}`)),
            carriedOut: target.carriedOut(),
          });
    // A commit that the vendor carried out has its intent on disk.
    if (target.carriedOut() > 0)
      expect(['committing', 'unknown', 'committed']).toContain(left.job?.commit.kind);
    struck.push({ provider: target.provider, strike: wish.name, phase });
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const all = target.expected.reduce((sum, file) => sum + file.length, 0);
    const done = left.parts.filter(({ state }) => state === 'done').length;
    say(
      `kill ${struck.length}/${total}  ${target.title}  meant: ${wish.name}  struck: ${phase}  ` +
        `(${after.toFixed(0)} ms in, ${bytes} of ${all} bytes on disk, ${done} of ${target.expected.length} parts done, ` +
        `commit ${left.job?.commit.kind ?? '?'}, ${processes} processes)`,
    );
  }

  return {
    struck,
    random,
    page,
    connect,
    track,
    view,
    untilCollected,
    expectWhole,
    strike,
    open,
  };
}
export type Campaign = ReturnType<typeof createCampaign>;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The folder that an export is collected into, once it is there: the one that was not there before. */
function newFolder(connectionFolder: string): () => string | null {
  const before = new Set(foldersIn(connectionFolder).map(({ name }) => name));
  let found: string | null = null;
  return () => {
    const name =
      found === null ? foldersIn(connectionFolder).find((entry) => !before.has(entry.name))?.name : null;
    if (typeof name === 'string') found = path.join(connectionFolder, name);
    return found;
  };
}

function foldersIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch {
    return [];
  }
}
