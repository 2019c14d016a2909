import type { LedgerPart } from '../jobs/ledger.ts';
import type { CollectContext } from './collect-context.ts';
import { onDisk } from './disk-failure.ts';
import { pathsOf } from './part-book.ts';

/**
 * Parts that were finished earlier and are not on the disk any more as they were checked: changed, cut or gone. A pause or
 * a restart lies between, and recovery knew them by name and size only.
 */
export async function changedSinceChecked(
  kept: readonly LedgerPart[],
  context: CollectContext,
): Promise<readonly LedgerPart[]> {
  const { checks, disk, folder, ledger, signal } = context;
  const changed: LedgerPart[] = [];
  for (const part of kept) {
    const path = pathsOf(folder, part.name).final;
    const same = await onDisk(part.name, async () => {
      const identity = await disk.identity(path);
      if (identity === null || (await disk.size(path)) !== part.bytes) return false;
      // Untouched since it was checked: reading gigabytes again after each pause would show nothing new.
      if (identity === part.identity) return true;
      if ((await checks.hash(path, signal)).sha256 !== part.sha256) return false;
      ledger.parts.put({ ...part, identity });
      return true;
    });
    if (!same) changed.push(part);
  }
  return changed;
}
