import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';

/** What a ZIP unpacks to: a file that grows until `done` settles. */
export interface Unpacking {
  readonly file: string;
  readonly kind: FileKind;
  /** Settles when so much is unpacked, or all of it. */
  readonly begun: Promise<void>;
  readonly done: Promise<void>;
  /** From 0 to 1. */
  share(): number;
  stop(): void;
}

const kindsWithin: readonly (readonly [string, FileKind])[] = [
  ['.xlsx', 'xlsx'],
  ['.csv.gz', 'csv.gz'],
  ['.csv', 'csv'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.json', 'json'],
];
const nothing = Promise.resolve();

class FileReader extends RandomAccessReader {
  readonly #file: string;
  constructor(file: string) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number) {
    return createReadStream(this.#file, { start, end: end - 1 });
  }
}

/** A ZIP, whichever its size, read where it lies. Throws `zip-corrupt`. */
export async function openZip(file: string): Promise<ZipFile> {
  const { size } = await stat(file);
  const how = { autoClose: false, lazyEntries: true, validateEntrySizes: true };
  return fromRandomAccessReaderPromise(new FileReader(file), size, how).catch((cause: unknown) => {
    throw new Failure('zip-corrupt', { cause });
  });
}

/**
 * The one table in a ZIP, unpacked into `folder` under a name of our own; its beginning can be looked at after so many
 * bytes. A workbook that is called ZIP is used as it is. Throws `not-a-workbook` when there is none.
 */
export async function unpackTable(file: string, folder: string, enough: number): Promise<Unpacking> {
  const zip = await openZip(file);
  const inner = await tableWithin(zip);
  if (inner === 'workbook') {
    return { file, kind: 'xlsx', begun: nothing, done: nothing, share: () => 1, stop: () => {} };
  }
  const { entry, end, kind } = inner;
  const to = path.join(folder, `within${end}`);
  await (await open(to, 'w')).close();
  const abort = new AbortController();
  let unpacked = 0;
  let begin = () => {};
  const written = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const counting = new Transform({
    transform(chunk: Uint8Array, _encoding, callback) {
      unpacked += chunk.length;
      callback(null, chunk);
    },
  });
  const target = createWriteStream(to);
  // What has been counted may still wait to be written.
  target.on('drain', () => target.bytesWritten >= enough && begin());
  const done = pipeline(await zip.openReadStreamPromise(entry), counting, target, {
    signal: abort.signal,
  }).catch((cause: unknown) => {
    throw new Failure(abort.signal.aborted ? 'cancelled' : 'zip-corrupt', { cause });
  });
  done.catch(() => undefined);
  return {
    file: to,
    kind,
    // A workbook, or what is packed once more, shows nothing of itself before it is whole.
    begun: kind === 'xlsx' || kind === 'csv.gz' ? done : Promise.race([written, done]),
    done,
    share: () => (entry.uncompressedSize === 0 ? 1 : Math.min(unpacked / entry.uncompressedSize, 1)),
    stop: () => abort.abort(),
  };
}

async function tableWithin(
  zip: ZipFile,
): Promise<'workbook' | { readonly entry: Entry; readonly end: string; readonly kind: FileKind }> {
  let inner: { readonly entry: Entry; readonly end: string; readonly kind: FileKind } | null = null;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === 'xl/workbook.xml') return 'workbook';
      const name = entry.fileName.toLowerCase();
      if (name.startsWith('__macosx/')) continue;
      const found = kindsWithin.find(([end]) => name.endsWith(end));
      if (found !== undefined) inner ??= { entry, end: found[0], kind: found[1] };
    }
  } catch (cause) {
    throw new Failure('zip-corrupt', { cause });
  }
  if (inner === null) throw new Failure('not-a-workbook');
  return inner;
}
