import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemDisk } from '../../../src-main/retrieval/disk.ts';
import { makeJobFolder } from '../../../src-main/retrieval/job-folder.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'docket-'));
});
afterEach(() => rm(root, { recursive: true }));

const job = { connectionName: 'Newsletter', title: 'Opt-ins' } as const;
const noon = new Date(2026, 10, 21, 12).getTime();
const make = (downloads: string) => makeJobFolder(systemDisk, downloads, job, noon);

test('a folder of its own below the connection’s, and another one beside it', async () => {
  const downloads = join(root, 'Docket');
  expect(await make(downloads)).toBe(join(downloads, 'Newsletter', '2026-11-21 Opt-ins'));
  expect(await make(downloads)).not.toBe(join(downloads, 'Newsletter', '2026-11-21 Opt-ins'));
});

test('a downloads folder that is none is told by its own name, not by the connection’s', async () => {
  await writeFile(join(root, 'Docket'), 'in the way');
  await expect(make(join(root, 'Docket'))).rejects.toMatchObject({
    error: { code: 'folder-missing', subject: 'Docket', action: { kind: 'choose-folder' } },
  });
});

test('where only the connection’s folder can’t be made, that one is named', async () => {
  await mkdir(join(root, 'Docket'));
  await writeFile(join(root, 'Docket', 'Newsletter'), 'in the way');
  await expect(make(join(root, 'Docket'))).rejects.toMatchObject({ error: { subject: 'Newsletter' } });
});
