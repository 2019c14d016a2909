import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rehearse } from '../../../src-main/review/rehearse.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-rehearse-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('reading a table that nobody sees leaves nothing behind', async () => {
  await rehearse(folder);
  expect(await readdir(folder)).toEqual([]);
});

test('where nothing can be written it says so, and leaves what is there', async () => {
  const taken = path.join(folder, 'taken');
  await writeFile(taken, 'a file');
  await expect(rehearse(taken)).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['taken']);
});
