import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FaultQueue } from '../../src-main/practice/http/faults.ts';
import type { LoggedRequest } from '../../src-main/practice/http/loopback-server.ts';
import type { PracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';

/** One export as the vendor holds it: what a killed app must end with, and what the vendor has seen of it. */
export interface Target {
  readonly provider: ProviderId;
  readonly title: string;
  readonly reference: string;
  readonly faults: FaultQueue;
  /** Every request that reached the vendor, of whatever export. */
  readonly requests: () => readonly LoggedRequest[];
  /** Bytes of this export's files or pages were asked for. */
  readonly isData: (request: LoggedRequest) => boolean;
  readonly dataMatch: RegExp;
  /** The irreversible call; null where the vendor has none. */
  readonly commitMatch: RegExp | null;
  /** The files byte for byte, in the order of their names. */
  readonly expected: readonly Buffer[];
  /** How often the vendor has carried out the commit. */
  readonly carriedOut: () => number;
}

/** `large` gives room for kills in the middle; `small` is collected in no time. */
export async function addTarget(
  vendors: PracticeVendors,
  provider: ProviderId,
  size: 'large' | 'small',
  number: number,
): Promise<Target> {
  const title = `${provider} ${number}`;
  const isOf = (match: RegExp) => (request: LoggedRequest) =>
    match.test(`${request.method} ${request.target}`);
  switch (provider) {
    case 'mypreferences': {
      const vendor = vendors.mypreferences;
      const reference = vendor.addExport({ total: size === 'large' ? 1_000 : 60 });
      const dataMatch = new RegExp(`${reference}.*[?&]offset=`, 'i');
      return {
        provider,
        title,
        reference,
        faults: vendor.faults,
        requests: () => vendor.requests,
        isData: isOf(dataMatch),
        dataMatch,
        commitMatch: new RegExp(`Commit/.*${reference}`, 'i'),
        expected: [Buffer.from(`${vendor.expectedRecords(reference).join('\n')}\n`)],
        carriedOut: () => vendor.commits.filter(({ token }) => token === reference).length,
      };
    }
    case 'mytracker': {
      const vendor = vendors.mytracker;
      const parts = size === 'large' ? 3 : 1;
      const reference = vendor.addExport({ parts, rowsPerPart: size === 'large' ? 12_000 : 50 });
      const dataMatch = new RegExp(`${reference}.*\\.csv\\.gz`);
      return {
        provider,
        title,
        reference,
        faults: vendor.faults,
        requests: () => vendor.requests,
        isData: isOf(dataMatch),
        dataMatch,
        commitMatch: null,
        expected: await Promise.all(
          Array.from({ length: parts }, (_, part) => vendor.expectedFile(reference, part)),
        ),
        carriedOut: () => 0,
      };
    }
    case 'crayon': {
      const vendor = vendors.crayon;
      const id = vendor.addItem({ lines: size === 'large' ? 4_000 : 30 });
      const dataMatch = new RegExp(`/exports/${id}/download`);
      return {
        provider,
        title,
        reference: String(id),
        faults: vendor.faults,
        requests: () => vendor.requests,
        isData: isOf(dataMatch),
        dataMatch,
        commitMatch: new RegExp(`DELETE .*/exports/${id}`),
        expected: [await vendor.expectedFile(id)],
        carriedOut: () => vendor.deletions.filter((deleted) => deleted === id).length,
      };
    }
  }
}

export interface FileFound {
  readonly name: string;
  readonly bytes: number;
}

/** The files of one export's folder, in the order of their names; none when there is no folder yet. */
export function filesIn(folder: string | null): readonly FileFound[] {
  if (folder === null) return [];
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => ({ name, bytes: statSync(path.join(folder, name)).size }));
  } catch {
    // It is being made, or a file got its name while we looked.
    return [];
  }
}
