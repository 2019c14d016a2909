import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import { type CsvFacts, createCsvScan } from './csv-scan.ts';
import type { Disk } from './disk.ts';
import type { CheckRules } from './file-checks-port.ts';
import { kindOfName } from './file-kind.ts';
import type { Inflate } from './inflate.ts';
import { readZip } from './verify-zip.ts';

/** Looks at what passes by of one file; what it finds wrong it says at the end. */
export interface ContentScan {
  write(bytes: Uint8Array): Promise<void> | void;
  end(path: string, signal: AbortSignal): Promise<ContentFacts>;
  stop(): void;
}

export interface ContentFacts {
  readonly kind: FileKind;
  readonly rows: number | null;
  /** The header row's text. */
  readonly header: string | null;
}

export interface ScanContext {
  readonly disk: Disk;
  readonly inflate: Inflate;
  readonly rules: CheckRules;
  /** The file's first bytes, 512 or all. */
  readonly start: Uint8Array;
}

/** What is to be proved of a file, by what it was announced as and what its first bytes are. */
export function createContentScan(context: ScanContext): ContentScan {
  const { start } = context;
  const { content, name } = context.rules;
  if (start.length === 0 && content !== 'ndjson') {
    return refusing(new Failure(content === 'csv.gz' ? 'header-missing' : 'answer-empty', { subject: name }));
  }
  switch (content) {
    case 'ndjson':
      return scanLines(name);
    case 'csv.gz':
      if (isGzip(start)) return scanGzip(context, 'csv.gz');
      // The vendor may give "a single file or a GZIP archive", and a server may unpack on the way.
      if (!looksLikeText(start))
        return refusing(new Failure('gzip-corrupt', { subject: name, detail: 'no gzip header' }));
      return scanCsv(name);
    case 'workbook':
      if (!isZip(start)) return refusing(new Failure('not-a-workbook', { subject: name }));
      return scanZip(context, true);
    case 'unknown':
      if (isZip(start)) return scanZip(context, false);
      if (isGzip(start)) return scanGzip(context, kindOfName(name) === 'csv.gz' ? 'csv.gz' : 'other');
      if (kindOfName(name) === 'csv') return scanCsv(name);
      return scanOther(name);
  }
}

/**
 * Unpacks all members, and so checks the CRC and length of each. Bytes after the last member are refused, zeros too: a
 * file system may leave a tail of zeros after a power cut. A cut right between two members can't be seen here: the
 * length tells it.
 */
function scanGzip({ inflate, rules }: ScanContext, kind: 'csv.gz' | 'other'): ContentScan {
  const csv = createCsvScan();
  const inflation = inflate('gzip', (plain) => csv.write(plain));
  return {
    write: (bytes) => inflation.write(bytes),
    async end() {
      try {
        await inflation.end();
      } catch (error) {
        const detail = error instanceof Error ? error.message.slice(0, 100) : 'gzip';
        throw new Failure('gzip-corrupt', { subject: rules.name, detail, cause: error });
      }
      return kind === 'csv.gz'
        ? tableFacts('csv.gz', csv.end(), rules.name)
        : { kind, rows: null, header: null };
    },
    stop: () => inflation.stop(),
  };
}

function scanCsv(subject: string): ContentScan {
  const csv = createCsvScan();
  return {
    write: (bytes) => csv.write(bytes),
    end: async () => tableFacts('csv', csv.end(), subject),
    stop() {},
  };
}

function tableFacts(kind: 'csv' | 'csv.gz', facts: CsvFacts, subject: string): ContentFacts {
  const { header, rows } = facts;
  if (header === null) throw new Failure('header-missing', { subject });
  // An error page under a table's name.
  if (/^\s*<(?:!doctype|html|\?xml)/iu.test(header))
    throw new Failure('header-missing', { subject, detail: 'HTML or XML' });
  if (facts.openQuote) {
    throw new Failure(kind === 'csv' ? 'length-mismatch' : 'gzip-corrupt', {
      subject,
      detail: 'ends inside a quoted field',
    });
  }
  return { kind, rows, header };
}

/** A ZIP's table of contents stands at its end: it is read from the disk when all is there. */
function scanZip({ disk, inflate, rules }: ScanContext, must: boolean): ContentScan {
  return {
    write() {},
    async end(path, signal) {
      const about = { subject: rules.name, scratch: `${path}.check`, inflate };
      const content = await readZip(disk, path, about, signal);
      if (content.kind !== 'no-workbook') return { kind: content.kind, rows: content.rows, header: null };
      if (must) throw new Failure('not-a-workbook', { subject: rules.name });
      return { kind: 'zip', rows: null, header: null };
    },
    stop() {},
  };
}

const lineFeed = 0x0a;

function scanLines(subject: string): ContentScan {
  let rows = 0;
  let last = lineFeed;
  return {
    write(bytes) {
      for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) rows += 1;
      last = bytes.at(-1) ?? last;
    },
    async end() {
      if (last !== lineFeed)
        throw new Failure('count-mismatch', { subject, detail: 'the last record is cut' });
      return { kind: 'ndjson', rows, header: null };
    },
    stop() {},
  };
}

function scanOther(name: string): ContentScan {
  const named = kindOfName(name);
  const kind = named === 'json' || named === 'ndjson' ? named : 'other';
  return { write() {}, end: async () => ({ kind, rows: null, header: null }), stop() {} };
}

function refusing(failure: Failure): ContentScan {
  return {
    write() {},
    async end() {
      throw failure;
    },
    stop() {},
  };
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** A local file header, or the directory's end of an empty archive. */
function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

function looksLikeText(start: Uint8Array): boolean {
  return !start.includes(0);
}
