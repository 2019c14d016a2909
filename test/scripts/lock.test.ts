import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withLock } from '../../scripts/setup/lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-lock-'));
  vi.stubEnv('DOCKET_CACHE', folder);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const locks = () => readdirSync(join(folder, 'locks'));

test('a second run waits until the first has finished', async () => {
  const order: string[] = [];
  let finish = (): void => undefined;
  const first = withLock('build', async () => {
    order.push('first begins');
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    order.push('first ends');
  });
  const second = withLock('build', async () => {
    order.push('second begins');
  });
  finish();
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins']);
});

test('work on something else does not wait', async () => {
  await withLock('build', () => withLock('dependencies', async () => expect(locks()).toHaveLength(2)));
});

test('the lock is gone after work that failed', async () => {
  await expect(withLock('build', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(locks()).toEqual([]);
});

test('the lock of a run that died is taken over', async () => {
  await withLock('build', async () => undefined);
  let name = '';
  await withLock('build', async () => {
    name = locks()[0] ?? '';
  });
  // Above the largest process id that Linux gives: 2^22.
  writeFileSync(join(folder, 'locks', name), '99999999');
  expect(await withLock('build', async () => 'done')).toBe('done');
});
