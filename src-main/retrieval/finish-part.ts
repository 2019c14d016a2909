import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { CollectContext } from './collect-context.ts';
import type { FetchedPart } from './collect-file.ts';
import { onDisk } from './disk-failure.ts';
import { nameForKind } from './file-kind.ts';
import { countMismatch } from './page-continuity.ts';
import { freeName, pathsOf } from './part-book.ts';
import { placeFile } from './place-file.ts';
import { safeFileName } from './safe-name.ts';
import { verifyFile } from './verify-file.ts';

export interface FinishRules {
  readonly content: 'csv.gz' | 'workbook' | 'ndjson' | 'unknown';
  /** Size that the vendor announced for this file. */
  readonly expectedBytes: number | null;
  /** Row count that the vendor announced for this file. */
  readonly announcedRows: number | null;
}

/**
 * Checks a complete part from the disk, gives it its final name and marks it done. The ledger learns the checked SHA-256
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
  const checked = await onDisk(held.name, () =>
    verifyFile(disk, { path: paths.part, name: held.name, content: rules.content }, signal),
  );
  if (checked.sha256 !== fetched.sha256) throw new Failure('file-changed', { subject: held.name });
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
  const name = await nameByContent(held, nameForKind(wanted, checked.kind), context);
  const proved: LedgerPart = {
    ...held,
    name,
    state: 'partial',
    bytes: checked.bytes,
    rows: checked.rows,
    sha256: checked.sha256,
  };
  ledger.parts.put(proved);
  const { final, part } = pathsOf(folder, name);
  await placeFile(disk, context.clock, { from: part, to: final, folder, name }, signal);
  const done: LedgerPart = { ...proved, state: 'done' };
  ledger.parts.put(done);
  return done;
}

/** Renames the part when its content asks for another extension, or when the final name was taken meanwhile. */
async function nameByContent(held: LedgerPart, right: string, context: CollectContext): Promise<string> {
  const { disk, folder, ledger } = context;
  const names = await onDisk(held.name, () => disk.names(folder));
  const others = ledger.parts.of(context.jobId).filter((part) => part.key !== held.key);
  const taken = [...names, ...others.flatMap((part) => [part.name, `${part.name}.part`])];
  const name = freeName(
    right,
    taken.filter((other) => other !== `${held.name}.part`),
  );
  if (name === held.name) return name;
  const from = pathsOf(folder, held.name).part;
  const to = pathsOf(folder, name).part;
  await placeFile(disk, context.clock, { from, to, folder, name: held.name }, context.signal);
  return name;
}
