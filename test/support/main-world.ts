import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { appOrigin } from '../../src-main/bridge/dispatch.ts';
import { composeRooms, type Rooms } from '../../src-main/compose-rooms.ts';
import { runEndings } from '../../src-main/computer/run-endings.ts';
import { Failure } from '../../src-main/ports/failure.ts';
import { practiceConnections } from '../../src-main/practice/practice-connections.ts';
import type { PracticeOptions } from '../../src-main/practice/practice-options.ts';
import { startPracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import { type Disk, systemDisk } from '../../src-main/retrieval/disk.ts';
import type { RoomPorts } from '../../src-main/room-ports.ts';
import { createKeyValueFile } from '../../src-main/settings/store-file.ts';
import { allTitles } from '../../src-main/words/titles.ts';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  callSchemas,
} from '../../src-preload/contract/calls.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { HistoryEntry } from '../../src-preload/contract/history.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import { createFakeKeychain } from './fake-keychain.ts';
import {
  type CrashPoint,
  type CrashWish,
  createMortalPorts,
  lostError,
  never,
  offlineError,
} from './mortal-ports.ts';
import { createVirtualClock, settle } from './virtual-clock.ts';

export interface MainWorldOptions {
  readonly practice?: PracticeOptions;
  /** False: secrets live for one run only. */
  readonly keychain?: boolean;
  readonly disk?: (disk: Disk) => Disk;
  /** What lies outside of the window. Default: nothing does. */
  readonly outside?: RoomPorts['outside'];
  /** Starts the process that tables are open in. Default: it can't be started. */
  readonly spawnReview?: RoomPorts['spawnReview'];
  /** Called with the folder that holds profile and documents before anything is opened in them. */
  readonly onRoot?: (root: string) => void;
}

const small = { profiles: 25, rowsPerPart: 40, parts: 2, licenceLines: 12 } as const;

/**
 * The whole main process as index.ts composes it, in plain Node: real ledger, files and providers over vendors on
 * loopback, on a clock that moves only while the test waits for something and nothing is on its way.
 */
export async function openMainWorld(options: MainWorldOptions = {}) {
  const root = mkdtempSync(join(tmpdir(), 'docket-main-'));
  const profile = join(root, 'profile');
  mkdirSync(profile);
  options.onRoot?.(root);
  const clock = createVirtualClock(Date.now());
  const vendors = await startPracticeVendors({
    clock: clock.trueNow,
    pace: 0,
    preSeed: false,
    ...options.practice,
    rows: { ...small, ...options.practice?.rows },
  });
  const keychain = createFakeKeychain();
  const logged: string[] = [];
  const failures: DocketError[] = [];
  const events: { readonly event: string; readonly payload: unknown }[] = [];
  const listeners = new Set<() => void>();
  const networks = new Set<() => void>();
  const state: { awake: boolean; online: boolean; reachable: boolean; held: RegExp | null } = {
    awake: true,
    online: true,
    reachable: true,
    held: null,
  };
  const crash: CrashWish = { wanted: null, happened: () => {} };
  const bootable = () =>
    createMortalPorts({
      clock,
      logged,
      crash,
      isOnline: () => state.online && state.reachable,
      isHeld: (what) => state.held?.test(what) === true,
      disk: options.disk?.(systemDisk) ?? systemDisk,
    });
  let life = bootable();

  function boot(): Rooms {
    life = bootable();
    const { run } = life;
    return composeRooms({
      profile,
      documents: join(root, 'Documents'),
      user: 'kim',
      clock: life.clock,
      fetch: life.fetch,
      disk: life.disk,
      log: life.log,
      // No connection outlives a sleep.
      dropConnections: () => {
        for (const request of [...life.run.requests]) request.abort(lostError());
      },
      power: {
        isAwake: () => state.awake,
        isOnline: () => state.online,
        onChange(listener) {
          const mine = () => (run.dead ? undefined : listener());
          listeners.add(mine);
          return () => listeners.delete(mine);
        },
        onOtherNetwork(listener) {
          const mine = () => (run.dead ? undefined : listener());
          networks.add(mine);
          return () => networks.delete(mine);
        },
      },
      ids: () => crypto.randomUUID(),
      zone: () => 'Europe/Oslo',
      // Retries don't pause, and polls come at their soonest.
      random: () => 0,
      storeFile: (name) =>
        createKeyValueFile({
          dir: profile,
          name,
          now: clock.now,
          openStore: ({ dir, name: stem }) => ({
            get store() {
              return {};
            },
            set store(value) {
              if (run.dead) throw new Error('This run has ended');
              writeFileSync(join(dir, `${stem}.json`), JSON.stringify(value));
            },
          }),
        }),
      keychain: options.keychain === false ? null : keychain,
      ...(options.outside === undefined ? {} : { outside: options.outside }),
      spawnReview:
        options.spawnReview ??
        (() => {
          throw new Failure('review-stopped');
        }),
      desktop: {
        reveal: () => {},
        openExternally: async () => {},
        choosePlace: async () => null,
        chooseFolder: async () => {
          const other = join(root, 'Other disk');
          mkdirSync(other, { recursive: true });
          return other;
        },
        exists: existsSync,
        joinPath: join,
      },
      describe: async ({ user, secrets, practice, power, notices }) => ({
        version: '0.0.0',
        electron: '',
        chromium: '',
        platform: process.platform,
        runtimeOutOfSupport: false,
        user,
        dataFolder: profile,
        locale: 'en',
        keychain: await secrets.state(),
        practice: practice.isOn(),
        online: power.isOnline(),
        notices,
      }),
      emit: (event, payload) => void events.push({ event, payload }),
      practiceOptions: {
        clock: clock.trueNow,
        pace: 0,
        ...options.practice,
        rows: { ...small, ...options.practice?.rows },
      },
    });
  }

  let rooms = boot();
  let running = true;
  const begun = rooms.begin();

  async function end(graceful: boolean): Promise<void> {
    if (!running) return;
    running = false;
    if (!graceful) {
      life.run.dead = true;
      for (const request of life.run.requests) request.abort();
    }
    // A killed process lets go of its practice vendors, its ledger and its listeners, the last three, and does nothing else.
    for (const step of graceful ? rooms.endings : rooms.endings.slice(-3)) await step();
    await settle();
  }

  onTestFinished(async () => {
    await end(true);
    await vendors.stop();
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  });

  /** Lets time pass, 50 ms a step, while nothing is on its way; until the condition holds. */
  async function until(holds: () => boolean, what = 'the condition', patience = 60_000): Promise<void> {
    const giveUp = performance.now() + patience;
    while (!holds()) {
      if (performance.now() > giveUp) {
        const jobs = rooms.book.all().map((job) => [job.title, job.export, job.retrieval, job.commit]);
        throw new Error(`${what} never came true: ${JSON.stringify(jobs)}`);
      }
      await settle();
      if (life.run.underWay === 0) await clock.advance(50);
    }
  }

  /** Ends the run as the app does: within so many ms, whatever hangs. */
  async function endWithin(ms: number): Promise<void> {
    running = false;
    const ended = runEndings(rooms.endings, clock, ms);
    await clock.advance(ms);
    await ended;
  }

  async function during<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const mark = () => {
      over = true;
    };
    work.then(mark, mark);
    const { run } = life;
    await until(() => over || run.dead, 'the call');
    // Who waits for a run that was killed waits for ever, but lets time stand still.
    return over ? work : never();
  }

  /** Moves the clock on in steps, letting what it sets off come to rest. */
  async function pass(ms: number, step = 1_000): Promise<void> {
    const end = clock.now() + ms;
    while (clock.now() < end) {
      while (life.run.underWay > 0) await settle();
      await clock.advance(Math.min(step, end - clock.now()));
    }
    while (life.run.underWay > 0) await settle();
    await settle();
  }

  const sender = { isOwnMainFrame: true, url: `${appOrigin}/index.html` };

  /** A call as the renderer makes it; what it refuses is thrown. */
  async function ask<C extends CallName>(
    name: C,
    ...input: CallInput<C> extends undefined ? [] : [CallInput<C>]
  ): Promise<CallOutput<C>> {
    const result = await during(rooms.dispatch(sender, name, input[0]));
    if (result.ok) return callSchemas[name].output.parse(result.value) as CallOutput<C>;
    failures.push(result.error);
    const { code, subject, detail, action } = result.error;
    throw new Failure(code, {
      ...(subject === undefined ? {} : { subject }),
      ...(detail === undefined ? {} : { detail }),
      ...(action === undefined ? {} : { action }),
    });
  }

  const view = (jobId: string): JobView => rooms.book.view(rooms.book.get(jobId));

  const world = {
    root,
    profile,
    clock,
    vendors,
    keychain,
    logged,
    failures,
    events,
    begun,
    ask,
    during,
    until,
    pass,
    view,
    get book() {
      return rooms.book;
    },
    get ledger() {
      return rooms.ledger;
    },
    get rooms() {
      return rooms;
    },
    async untilStage(jobId: string, stage: JobView['stage']): Promise<JobView> {
      await until(() => rooms.book.find(jobId) !== null && view(jobId).stage === stage, stage);
      return view(jobId);
    },
    /** History of one job or of all, oldest first. */
    history: (jobId?: string): readonly HistoryEntry[] =>
      [
        ...rooms.ledger.history.list({ limit: 500, ...(jobId === undefined ? {} : { jobId }) }).entries,
      ].reverse(),
    told: (jobId?: string) => world.history(jobId).map((entry) => entry.kind),
    /** `reachable: false`: no network, though the system says "online". */
    power(change: {
      readonly online?: boolean;
      readonly awake?: boolean;
      readonly reachable?: boolean;
    }): void {
      Object.assign(state, change);
      if (change.online === false || change.reachable === false)
        for (const request of [...life.run.requests]) request.abort(offlineError());
      for (const listener of [...listeners]) listener();
    },
    /** Answers to such requests (`METHOD address`) never arrive, until their connection is given up. */
    holdAnswers(to: RegExp): void {
      state.held = to;
    },
    /** The computer's addresses change: its open connections are dead, and nothing says so. */
    otherNetwork(): void {
      for (const listener of [...networks]) listener();
    },
    /** Ends the run as if it were killed, at the first point that the test picks; resolves when that has happened. */
    crashAt(wanted: (point: CrashPoint) => boolean): Promise<void> {
      return new Promise((resolve) => {
        crash.wanted = wanted;
        crash.happened = resolve;
      });
    },
    endWithin,
    /** Ends the run as the app does when it quits. */
    end: () => end(true),
    /** Drops the run where it stands and starts another over the same files. */
    async restart(graceful = false): Promise<void> {
      await end(graceful);
      listeners.clear();
      networks.clear();
      rooms = boot();
      running = true;
      await during(rooms.begin());
    },
    /** A connection of the person's own to one of the vendors; answers its id. */
    async connect(provider: ProviderId, over: { readonly secrets?: object; readonly name?: string } = {}) {
      const { draft } = this.draftOf(provider);
      const saved = await ask('connections.save', { ...draft, ...over });
      return saved.id;
    },
    draftOf(provider: ProviderId) {
      const found = practiceConnections(vendors, 0, allTitles.en.practice).find(
        (one) => one.connection.config.provider === provider,
      );
      if (found === undefined) throw new Error(provider);
      const { config } = found.connection;
      return { draft: { name: `My ${provider}`, config, secrets: { ...found.secrets } } };
    },
    /** A ready export, on the list; answers its job's id. */
    async ready(provider: ProviderId, connectionId: string): Promise<string> {
      if (provider === 'crayon') {
        const reference = String(vendors.crayon.addItem());
        const find = () => rooms.book.all().find((job) => job.reference === reference);
        // The queue is read again when the person tests the connection.
        await ask('connections.test', connectionId);
        await until(() => find() !== undefined, 'the report on the list');
        return find()?.id ?? '';
      }
      const reference =
        provider === 'mytracker' ? vendors.mytracker.addExport() : vendors.mypreferences.addExport();
      return (await ask('jobs.track', { connectionId, reference, title: `Export of ${provider}` })).id;
    },
    async collect(jobId: string): Promise<JobView> {
      await ask('retrievals.start', jobId);
      return world.untilStage(jobId, 'collected');
    },
    async commit(jobId: string, keepFiles = false) {
      await ask('review.mark', { jobId, remark: null });
      const { fingerprint } = await ask('commits.preview', jobId);
      return ask('commits.commit', { jobId, fingerprint, keepFiles });
    },
    /** A ready, collected export of a new connection. */
    async collected(provider: ProviderId): Promise<string> {
      const jobId = await this.ready(provider, await this.connect(provider));
      await this.collect(jobId);
      return jobId;
    },
    async fileOf(jobId: string): Promise<string> {
      const [file] = (await ask('jobs.get', jobId)).files;
      if (file === undefined) throw new Error('no file');
      return join(file.folder, file.name);
    },
    json: (name: string): string =>
      existsSync(join(profile, `${name}.json`)) ? readFileSync(join(profile, `${name}.json`), 'utf8') : '',
  };
  return world;
}

export type MainWorld = Awaited<ReturnType<typeof openMainWorld>>;
