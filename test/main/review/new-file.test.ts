import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { put, writeNewFile } from '../../../src-main/review/new-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-new-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a new file holds what was written', async () => {
  const to = path.join(folder, 'new');
  await writeNewFile(to, (stream) => put(stream, 'text'));
  expect(await readFile(to, 'utf8')).toBe('text');
});

test('a file that is given up before it is open can not come back after its removal', async () => {
  const to = path.join(folder, 'given-up');
  const streams: Writable[] = [];
  const writing = writeNewFile(to, (stream) => {
    streams.push(stream);
    return Promise.reject(new Error('given up'));
  });
  await expect(writing).rejects.toThrow('given up');
  expect(streams.map(({ closed }) => closed)).toEqual([true]);
  await rm(to, { force: true });
  expect(await readdir(folder)).toEqual([]);
});

test('an older file is neither written over nor removed', async () => {
  const to = path.join(folder, 'older');
  await writeFile(to, 'older');
  await expect(writeNewFile(to, (stream) => put(stream, 'new'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(to, 'utf8')).toBe('older');
});

test('a place that is not there is the system’s error', async () => {
  const to = path.join(folder, 'nowhere', 'new');
  await expect(writeNewFile(to, (stream) => put(stream, 'new'))).rejects.toMatchObject({ code: 'ENOENT' });
});
