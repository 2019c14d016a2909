import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { CollectContext } from './collect-context.ts';
import type { FetchedPart } from './collect-file.ts';
import { onDisk } from './disk-failure.ts';
import type { CheckedFile } from './file-checks-port.ts';
import { nameForKind } from './file-kind.ts';
import { countMismatch } from './page-continuity.ts';
import { freeName, pathsOf } from './part-book.ts';
import { placeFile } from './place-file.ts';
import { safeFileName } from './safe-name.ts';

/** A folder in which every chosen name is taken the moment it is chosen isn't tried for ever. */
const mostNames = 5;

export interface FinishRules {
  readonly content: 'csv.gz' | 'workbook' | 'ndjson' | 'unknown';
  /** Size that the vendor announced for this file. */
  readonly expectedBytes: number | null;
  /** Row count that the vendor announced for this file. */
  readonly announcedRows: number | null;
}

/**
 * Ends the check of a complete part, gives it its final name and marks it done. The ledger learns the checked SHA-256
 * before the rename, so that a crash between the two is recognised.
 */
export async function finishPart(
  fetched: FetchedPart,
  rules: FinishRules,
  context: CollectContext,
): Promise<LedgerPart> {
  const { disk, folder, ledger, signal } = context;
  const { held } = fetched;
  const paths = pathsOf(folder, held.name);
  const checked = await endCheck(fetched, paths.part, signal);
  const size = await onDisk(held.name, () => disk.size(paths.part));
  if (checked.sha256 !== fetched.sha256 || size !== checked.bytes)
    throw new Failure('file-changed', { subject: held.name });
  // Unpacked on the way, the file has another size than the one announced.
  const unpacked = rules.content === 'csv.gz' && checked.kind === 'csv';
  if (rules.expectedBytes !== null && checked.bytes !== rules.expectedBytes && !unpacked) {
    throw new Failure('length-mismatch', {
      subject: held.name,
      detail: `${checked.bytes} of ${rules.expectedBytes} bytes`,
    });
  }
  if (rules.content === 'ndjson') {
    const rows = checked.rows ?? 0;
    const mismatch =
      rows === held.rows
        ? countMismatch({ rows, totalResults: held.totalResults, announcedRows: rules.announcedRows })
        : `${rows} lines for ${held.rows ?? 0} records`;
    if (mismatch !== null) throw new Failure('count-mismatch', { subject: held.name, detail: mismatch });
  }

  const wanted = fetched.fileName === null ? held.name : safeFileName(fetched.fileName, held.name);
  const right = nameForKind(wanted, checked.kind);
  const { identity: _identity, headerSha256: _header, ...bare } = held;
  const proved: LedgerPart = {
    ...bare,
    state: 'partial',
    bytes: checked.bytes,
    rows: checked.rows,
    sha256: checked.sha256,
    ...(checked.headerSha256 === null ? {} : { headerSha256: checked.headerSha256 }),
  };
  // Under the name that it has: should the next step be the last, the file is known by its SHA-256 wherever it lies.
  ledger.parts.put(proved);
  for (let attempt = 0; attempt < mostNames; attempt += 1) {
    const name = await finalName(held, right, context);
    const { final } = pathsOf(folder, name);
    const move = { from: paths.part, to: final, folder, name };
    // Something may take the name between the choice and the rename.
    if ((await placeFile(disk, context.clock, move, signal)) === 'taken') continue;
    const identity = await onDisk(name, () => disk.identity(final));
    const done: LedgerPart = { ...proved, name, state: 'done', ...(identity === null ? {} : { identity }) };
    ledger.parts.put(done);
    return done;
  }
  throw new Failure('file-locked', { subject: right, action: { kind: 'try-again' } });
}

async function endCheck(fetched: FetchedPart, path: string, signal: AbortSignal): Promise<CheckedFile> {
  const { check, held } = fetched;
  try {
    return await onDisk(held.name, () => check.end(path, signal));
  } finally {
    check.stop();
  }
}

/** The name that the content asks for, or one like it when that is taken. */
async function finalName(held: LedgerPart, right: string, context: CollectContext): Promise<string> {
  const { disk, folder, ledger } = context;
  const names = await onDisk(held.name, () => disk.names(folder));
  const others = ledger.parts.of(context.jobId).filter((part) => part.key !== held.key);
  const taken = [...names, ...others.flatMap((part) => [part.name, `${part.name}.part`])];
  return freeName(
    right,
    taken.filter((other) => other !== `${held.name}.part`),
  );
}
