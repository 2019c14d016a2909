import { appendFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Ledger, LedgerPart } from '../../../src-main/jobs/ledger.ts';
import type { CollectContext } from '../../../src-main/retrieval/collect-context.ts';
import { changedSinceChecked } from '../../../src-main/retrieval/confirm-kept.ts';
import { systemDisk } from '../../../src-main/retrieval/disk.ts';
import { createFileChecks } from '../../../src-main/retrieval/file-checks.ts';
import { tempFolder } from './support/world.ts';

const text = 'a,b\n1,2\n';

async function setUp(identity: 'known' | 'unknown') {
  const folder = tempFolder();
  const path = join(folder, 'f.csv');
  writeFileSync(path, text);
  const checks = createFileChecks(systemDisk);
  const { sha256, bytes } = await checks.hash(path, new AbortController().signal);
  const now = await systemDisk.identity(path);
  const part = {
    jobId: 'job-1',
    key: '0',
    name: 'f.csv',
    state: 'done',
    bytes,
    sha256,
    ...(identity === 'known' && now !== null ? { identity: now } : {}),
  } as LedgerPart;
  const noted: LedgerPart[] = [];
  const read: string[] = [];
  const context = {
    disk: systemDisk,
    checks: {
      ...checks,
      hash(from: string, signal: AbortSignal) {
        read.push(from);
        return checks.hash(from, signal);
      },
    },
    ledger: { parts: { put: (changed: LedgerPart) => noted.push(changed) } } as unknown as Ledger,
    folder,
    signal: new AbortController().signal,
  } as unknown as CollectContext;
  return { path, part, noted, read, changed: () => changedSinceChecked([part], context) };
}

it('a finished file that nobody touched is not read again', async () => {
  const { changed, read } = await setUp('known');
  await expect(changed()).resolves.toEqual([]);
  expect(read).toEqual([]);
});

it('a finished file that was touched is read again, and known as it is then', async () => {
  const { changed, read, path, noted } = await setUp('known');
  utimesSync(path, 1, 1);
  await expect(changed()).resolves.toEqual([]);
  expect(read).toEqual([path]);
  expect(noted).toMatchObject([{ identity: await systemDisk.identity(path) }]);
});

it('a finished file of which nothing is known is read again', async () => {
  const { changed, read, path } = await setUp('unknown');
  await expect(changed()).resolves.toEqual([]);
  expect(read).toEqual([path]);
});

it.each([
  ['other bytes of the same number', (path: string) => writeFileSync(path, 'a,b\n1,3\n')],
  ['more bytes', (path: string) => appendFileSync(path, '3,4\n')],
  ['no file', (path: string) => rmSync(path)],
])('%s where the file was: it has changed', async (_what, change) => {
  const { changed, path, part } = await setUp('known');
  change(path);
  await expect(changed()).resolves.toEqual([part]);
});
