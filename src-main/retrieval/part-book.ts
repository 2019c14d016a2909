import { join } from 'node:path';
import type { LedgerPart } from '../jobs/ledger.ts';
import type { RetrievalPlan } from '../providers/provider.ts';
import type { CollectContext, PartPaths } from './collect-context.ts';
import { isSetAside, setAsideKey } from './collect-context.ts';
import { onDisk } from './disk-failure.ts';
import { nameForKind } from './file-kind.ts';
import { decideRecovery } from './recovery.ts';
import { safeFileName, sameName, uniqueName } from './safe-name.ts';

export function pathsOf(folder: string, name: string): PartPaths {
  return { final: join(folder, name), part: join(folder, `${name}.part`) };
}

/** The parts that count, in the ledger's order. */
export function activeParts(context: Pick<CollectContext, 'ledger' | 'jobId'>): readonly LedgerPart[] {
  return context.ledger.parts.of(context.jobId).filter((part) => !isSetAside(part));
}

interface Wanted {
  readonly key: string;
  readonly suggestedName: string;
  readonly fallback: string;
}

function wantedBy(plan: RetrievalPlan): readonly Wanted[] {
  if (plan.kind === 'pages') {
    const name = nameForKind(safeFileName(plan.suggestedName, 'records'), 'ndjson');
    return [{ key: plan.key, suggestedName: name, fallback: 'records.ndjson' }];
  }
  return plan.parts.map(({ key, suggestedName }) => ({ key, suggestedName, fallback: `part-${key}` }));
}

/**
 * The ledger's parts for a plan, matched with what lies on disk: known ones recovered, new ones given a name that neither
 * the folder nor another part has.
 */
export async function recoverParts(
  plan: RetrievalPlan,
  context: CollectContext,
): Promise<readonly LedgerPart[]> {
  const { disk, folder, ledger } = context;
  const names = await onDisk(folderNameOf(folder), () => disk.names(folder));
  const known = new Map(ledger.parts.of(context.jobId).map((part) => [part.key, part]));
  const taken = new Set<string>();
  for (const part of known.values()) {
    taken.add(part.name);
    taken.add(`${part.name}.part`);
  }
  for (const name of names) taken.add(name);

  const parts: LedgerPart[] = [];
  for (const wanted of wantedBy(plan)) {
    const held = known.get(wanted.key);
    const part = held === undefined ? null : await recovered(held, names, context);
    if (part !== null) {
      parts.push(part);
      continue;
    }
    if (held !== undefined) ledger.parts.put({ ...held, key: asideKey(held, known.keys()) });
    const name = freeName(safeFileName(wanted.suggestedName, wanted.fallback), taken);
    taken.add(name);
    taken.add(`${name}.part`);
    const fresh = freshPart(context.jobId, wanted.key, name);
    ledger.parts.put(fresh);
    parts.push(fresh);
  }
  return parts;
}

/** The part as it really is; null when it has to begin under another name. */
async function recovered(
  held: LedgerPart,
  names: readonly string[],
  context: CollectContext,
): Promise<LedgerPart | null> {
  const { checks, disk, folder, ledger } = context;
  const paths = pathsOf(folder, held.name);
  const found = {
    final: await onDisk(held.name, () => disk.size(paths.final)),
    part: await onDisk(held.name, () => disk.size(paths.part)),
  };
  const goOn = () => {
    const part: LedgerPart = { ...held, state: 'partial', sha256: null };
    ledger.parts.put(part);
    return part;
  };
  const action = decideRecovery(held, found);
  if (action.kind === 'continue' || action.kind === 'from-start') {
    const elsewhere = await underAnotherName(held, names, context);
    if (elsewhere !== null) {
      await removeTwin(paths.part, elsewhere, held.name, context);
      await onDisk(held.name, () => disk.syncFolder(folder));
      const part: LedgerPart = { ...held, name: elsewhere.name, state: 'done' };
      ledger.parts.put(part);
      return part;
    }
  }
  switch (action.kind) {
    case 'keep':
      return held;
    case 'continue':
      return goOn();
    case 'from-start': {
      // A file that differs in case only is the same file on most disks of office machines.
      const ours = [sameName(held.name), sameName(`${held.name}.part`)];
      if (names.some((name) => ours.includes(sameName(name)))) return null;
      const part = freshPart(held.jobId, held.key, held.name);
      ledger.parts.put(part);
      return part;
    }
    case 'confirm-final': {
      const real = await onDisk(held.name, () => checks.hash(paths.final, context.signal));
      if (real.sha256 !== held.sha256) return action.otherwise === 'continue' ? goOn() : null;
      if (found.part !== null) await removeTwin(paths.part, real, held.name, context);
      // The run that renamed it may have ended before the name was on the disk itself.
      await onDisk(held.name, () => disk.syncFolder(folder));
      const part: LedgerPart = { ...held, state: 'done' };
      ledger.parts.put(part);
      return part;
    }
    case 'new-name':
      return null;
  }
}

/**
 * A part that was checked may have got its final name, another one, in the last step of a run that was killed; or a person
 * renamed it. It is ours if it has the checked SHA-256.
 */
async function underAnotherName(
  held: LedgerPart,
  names: readonly string[],
  { checks, disk, folder, jobId, ledger, signal }: CollectContext,
): Promise<{ readonly name: string; readonly bytes: number; readonly sha256: string } | null> {
  const { sha256 } = held;
  if (sha256 === null || held.bytes === 0) return null;
  const others = new Set(ledger.parts.of(jobId).map(({ name }) => name));
  for (const name of names) {
    if (others.has(name) || name.endsWith('.part')) continue;
    const path = pathsOf(folder, name).final;
    if ((await onDisk(name, () => disk.size(path))) !== held.bytes) continue;
    if ((await onDisk(name, () => checks.hash(path, signal))).sha256 === sha256)
      return { name, bytes: held.bytes, sha256 };
  }
  return null;
}

/** Killed in the middle of a rename a file may have both names: the same bytes twice, of which one name is enough. */
async function removeTwin(
  path: string,
  final: { readonly bytes: number; readonly sha256: string },
  name: string,
  { checks, disk, signal }: CollectContext,
): Promise<void> {
  await onDisk(name, async () => {
    if ((await disk.size(path)) !== final.bytes) return;
    if ((await checks.hash(path, signal)).sha256 === final.sha256) await disk.remove(path);
  });
}

/** Puts the parts aside, so that the export can be collected anew: the files stay as they are, a discard still knows them. */
export function setAside(
  context: Pick<CollectContext, 'ledger' | 'jobId'>,
  which: (part: LedgerPart) => boolean,
): void {
  const all = context.ledger.parts.of(context.jobId);
  const kept = all.filter((part) => isSetAside(part) || !which(part));
  const keys = new Set(kept.map((part) => part.key));
  const aside = all
    .filter((part) => !isSetAside(part) && which(part))
    .map((part) => {
      const key = asideKey(part, keys);
      keys.add(key);
      return { ...part, key };
    });
  context.ledger.transaction(() => {
    context.ledger.parts.clear(context.jobId);
    for (const part of [...kept, ...aside]) context.ledger.parts.put(part);
  });
}

/** A name for which neither the file nor its part exists. */
export function freeName(name: string, taken: Iterable<string>): string {
  const held = Array.from(taken);
  let candidates = held;
  for (;;) {
    const candidate = uniqueName(name, candidates);
    const part = sameName(`${candidate}.part`);
    if (!held.some((other) => sameName(other) === part)) return candidate;
    candidates = [...candidates, candidate];
  }
}

function asideKey(part: LedgerPart, keys: Iterable<string>): string {
  return uniqueName(`${setAsideKey}${part.key}`, keys);
}

function freshPart(jobId: string, key: string, name: string): LedgerPart {
  return {
    jobId,
    key,
    name,
    state: 'waiting',
    bytes: 0,
    rows: null,
    total: null,
    validator: null,
    sha256: null,
    nextOffset: null,
    totalResults: null,
  };
}

export function folderNameOf(folder: string): string {
  return (
    folder
      .split(/[/\\]/u)
      .filter((piece) => piece !== '')
      .at(-1) ?? folder
  );
}
