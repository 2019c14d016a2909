import type * as Electron from 'electron';

// What runs inside of the app's main process: Playwright carries the text of these functions there, so that each has all
// that it needs within itself.

type Main = typeof Electron;

/** A download without any care but for its bytes: Electron's network stack into a file, fsynced. Answers ms. */
export function bareDownload(
  { net, session }: Main,
  { url, to }: { readonly url: string; readonly to: string },
): Promise<number> {
  const fs = process.getBuiltinModule?.('node:fs') ?? process.mainModule?.require('node:fs');
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const request = net.request({ url, session: session.fromPartition('bare'), cache: 'no-store' });
    request.on('error', reject);
    request.on('response', (incoming) => {
      const handle = fs.openSync(to, 'w');
      const file = fs.createWriteStream(to, { fd: handle, autoClose: false, highWaterMark: 1024 * 1024 });
      file.on('error', reject);
      file.on('finish', () => {
        fs.fsync(handle, (error: Error | null) => {
          fs.closeSync(handle);
          if (error === null) resolve(performance.now() - started);
          else reject(error);
        });
      });
      (incoming as unknown as NodeJS.ReadableStream).pipe(file);
    });
    request.end();
  });
}

/** The plain loop over pages: ask, wait, write, fsync, next. Answers ms. */
export async function barePages(
  { net, session }: Main,
  { url, to }: { readonly url: string; readonly to: string },
): Promise<number> {
  const fs = process.getBuiltinModule?.('node:fs') ?? process.mainModule?.require('node:fs');
  const started = performance.now();
  const own = session.fromPartition('bare');
  const page = (offset: number) =>
    new Promise<string>((resolve, reject) => {
      const request = net.request({ url: `${url}${offset}`, session: own, cache: 'no-store' });
      request.on('error', reject);
      request.on('response', (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece) => pieces.push(piece));
        incoming.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
      });
      request.end();
    });
  const handle = fs.openSync(to, 'w');
  try {
    for (let offset = 1; ; ) {
      const found = JSON.parse(await page(offset));
      const lines = found.UserProfilePreferences.map((one: unknown) => `${JSON.stringify(one)}\n`).join('');
      await new Promise<void>((resolve, reject) => {
        fs.write(handle, lines, (error: Error | null) => (error === null ? resolve() : reject(error)));
      });
      await new Promise<void>((resolve, reject) => {
        fs.fsync(handle, (error: Error | null) => (error === null ? resolve() : reject(error)));
      });
      offset += found.Count;
      if (!found.HasMore) return performance.now() - started;
    }
  } finally {
    fs.closeSync(handle);
  }
}

/** Begins to measure how late the main process's event loop is. */
export function loopDelayStart(): void {
  const hooks =
    process.getBuiltinModule?.('node:perf_hooks') ?? process.mainModule?.require('node:perf_hooks');
  const delay = hooks.monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  Reflect.set(globalThis, 'benchDelay', delay);
}

/** The delay since then, in ms; the measuring's own interval is taken off. */
export function loopDelayEnd(): { p99: number; max: number } {
  const delay = Reflect.get(globalThis, 'benchDelay');
  delay.disable();
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - 5);
  return { p99: ms(delay.percentile(99)), max: ms(delay.max) };
}

/** SHA-256 of a file on a thread that does nothing else: what this Electron's hashing costs. Answers ms. */
export function hashAlone(_: Main, file: string): Promise<number> {
  const threads =
    process.getBuiltinModule?.('node:worker_threads') ?? process.mainModule?.require('node:worker_threads');
  const program = `
    const { createReadStream } = require('node:fs');
    const { createHash } = require('node:crypto');
    const { parentPort, workerData } = require('node:worker_threads');
    const started = performance.now();
    const hash = createHash('sha256');
    createReadStream(workerData, { highWaterMark: 1024 * 1024 })
      .on('data', (bytes) => hash.update(bytes))
      .on('end', () => { hash.digest(); parentPort.postMessage(performance.now() - started); });`;
  return new Promise((resolve, reject) => {
    const thread = new threads.Worker(program, { eval: true, workerData: file });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
