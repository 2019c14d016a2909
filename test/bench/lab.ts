import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ConnectionDraft } from '../../src-preload/contract/connections.ts';
import { ask } from '../support/kill-bridge.ts';
import { type LaunchedDocket, launchDocket } from '../support/launch-docket.ts';
import { bareDownload, barePages, hashAlone, loopDelayEnd, loopDelayStart } from './in-main.ts';
import { processorTime, residentMemory, watchMemory } from './processes.ts';

/** The built app on the real Electron, a vendor in another process, and a folder for both. */
export interface Lab {
  readonly folder: string;
  /** The address of a file that the vendor holds. */
  fileUrl(name: string): string;
  /** Collects an export by the app, from the person's click to "collected"; ms, and what the app was like meanwhile. */
  collect(reference: string, provider: 'mytracker' | 'mypreferences'): Promise<Collected>;
  /** The same bytes by Electron's bare network stack into a file, fsynced. */
  bare(url: string): Promise<Spent>;
  /** SHA-256 of a file by this Electron, and nothing else; ms. */
  hash(name: string): Promise<number>;
  /** The same pages, one after another, each written and fsynced; ms. */
  oneByOne(): Promise<number>;
  readonly versions: { readonly electron: string; readonly chrome: string; readonly node: string };
  close(): Promise<void>;
}

export interface Spent {
  readonly ms: number;
  /** Processor time of all processes that took part, the vendor's too, ms; null where it can't be read. */
  readonly processor: number | null;
}

export interface Collected extends Spent {
  readonly rows: number | null;
  /** The most resident memory of the main process above what it had before, bytes; null where it can't be read. */
  readonly memory: number | null;
  /** Delay of the main process's event loop, 99th percentile and longest, ms. */
  readonly delay: { readonly p99: number; readonly max: number };
}

const portsSchema = z.object({ apiPort: z.number(), filesPort: z.number() });
/** More than any vendor's spacing of calls, ms. */
const clickAfter = 500;
const token = '123456789012345678';

export function labFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'docket-bench-'));
}

export async function openLab(folder: string, files: readonly string[]): Promise<Lab> {
  const vendor = spawn(
    process.execPath,
    [fileURLToPath(new URL('vendor-server.ts', import.meta.url)), ...files],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ports = portsSchema.parse(
    JSON.parse(
      await new Promise<string>((resolve) => vendor.stdout.once('data', (text) => resolve(String(text)))),
    ),
  );
  const api = `http://127.0.0.1:${ports.apiPort}`;
  const docket = await launchDocket({
    profileDir: path.join(folder, 'profile'),
    keychain: false,
    env: homeIn(folder),
  });
  const { window, app } = docket;
  const pid = await app.evaluate(() => process.pid);
  const connections = {
    mytracker: (await ask(window, 'connections.save', trackerDraft(api))).id,
    mypreferences: (await ask(window, 'connections.save', preferencesDraft(api))).id,
  };
  const url = `${api}/profiles/Async/client/Export/Segment/${token}?limit=200&keepAlive=true&offset=`;
  return {
    folder,
    fileUrl: (name) => `http://127.0.0.1:${ports.filesPort}/${name}`,
    async collect(reference, provider) {
      const { id } = await ask(window, 'jobs.track', { connectionId: connections[provider], reference });
      // Docket has just looked at the export, and keeps the vendor's distance between two calls: a person clicks later.
      await sleep(clickAfter);
      const before = residentMemory(pid);
      const memory = watchMemory(pid);
      await app.evaluate(loopDelayStart);
      const spent = processorSpent();
      const found = await collectInPage(docket, id);
      const processor = spent();
      const delay = await app.evaluate(loopDelayEnd);
      const most = memory.stop();
      await ask(window, 'retrievals.discard', id);
      await ask(window, 'jobs.forget', id);
      return { ...found, processor, delay, memory: before === null || most === null ? null : most - before };
    },
    async bare(from) {
      const spent = processorSpent();
      const ms = await measured(folder, (to) => app.evaluate(bareDownload, { url: from, to }));
      return { ms, processor: spent() };
    },
    hash: (name) => app.evaluate(hashAlone, path.join(folder, name)),
    oneByOne: () => measured(folder, (to) => app.evaluate(barePages, { url, to })),
    versions: await app.evaluate(() => ({
      electron: process.versions['electron'] ?? '?',
      chrome: process.versions['chrome'] ?? '?',
      node: process.versions.node,
    })),
    async close() {
      await docket.kill();
      vendor.stdin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A home of its own, so that the exports land in the lab's folder. https://www.freedesktop.org/wiki/Software/xdg-user-dirs/ */
function homeIn(folder: string): Readonly<Record<string, string>> {
  const home = path.join(folder, 'home');
  const config = path.join(home, '.config');
  mkdirSync(path.join(home, 'Documents'), { recursive: true });
  mkdirSync(config);
  writeFileSync(path.join(config, 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  return { HOME: home, XDG_CONFIG_HOME: config };
}

/** Answers the processor time from now until it is called, ms. */
function processorSpent(): () => number | null {
  const before = processorTime();
  return () => {
    const now = processorTime();
    return before === null || now === null ? null : now - before;
  };
}

async function measured(folder: string, run: (to: string) => Promise<number>): Promise<number> {
  const to = path.join(folder, 'bare');
  try {
    return await run(to);
  } finally {
    rmSync(to, { force: true });
  }
}

/** Timed in the page, where the person is: the click is a call over the bridge, the end an event. */
async function collectInPage(docket: LaunchedDocket, jobId: string) {
  return docket.window.evaluate(
    (id) =>
      new Promise<{ ms: number; rows: number | null }>((resolve, reject) => {
        const started = performance.now();
        const stop = window.docket.on('jobs-changed', ({ changed }) => {
          const job = changed.find((one) => one.id === id);
          if (job === undefined) return;
          const { retrieval } = job;
          if (retrieval.kind === 'collected') {
            stop();
            resolve({ ms: performance.now() - started, rows: retrieval.rows });
          } else if (retrieval.kind === 'broken' || retrieval.kind === 'paused') {
            stop();
            reject(new Error(JSON.stringify(retrieval)));
          }
        });
        window.docket.retrievals.start(id).then((answer) => {
          if (!answer.ok) reject(new Error(answer.error.code));
        }, reject);
      }),
    jobId,
  );
}

function trackerDraft(api: string): ConnectionDraft {
  return {
    name: 'Files',
    config: { provider: 'mytracker', baseUrl: api, apiUserId: '1', createBy: 'body' },
    secrets: { secretKey: 'secret-of-the-bench' },
  };
}

function preferencesDraft(api: string): ConnectionDraft {
  return {
    name: 'Pages',
    config: {
      provider: 'mypreferences',
      baseUrl: `${api}/profiles`,
      clientId: 'client',
      userId: 'user',
      authorization: { kind: 'pnauthinfo3', algorithm: 'SHA256', clockBehindSeconds: 0, timestamp: 'utc-z' },
      preset: 'v4',
      paths: {
        initiate: 'Async/{clientId}/Export/Segment/{segmentName}',
        status: 'Async/{clientId}/Export/{accessToken}/Status',
        data: 'Async/{clientId}/Export/Segment/{accessToken}',
        commit: 'Async/{clientId}/Export/Segment/Commit/{accessToken}',
      },
      pageSize: 200,
    },
    secrets: { sharedKey: 'secret-of-the-bench' },
  };
}

/** The access token that the pages are asked for with. */
export const pagesReference = token;
