import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../src-main/retrieval/disk.ts';
import { openMainWorld } from '../../support/main-world.ts';

describe('the files on disk', () => {
  it('one that was changed refuses the commit by its name; nothing reaches the vendor, and it can be collected again', async () => {
    const world = await openMainWorld();
    const jobId = await world.collected('mypreferences');
    const file = await world.fileOf(jobId);
    await world.ask('review.mark', { jobId, remark: 'seen' });
    const { fingerprint } = await world.ask('commits.preview', jobId);
    appendFileSync(file, '{"ProfileId":1}\n');
    expect((await world.ask('commits.preview', jobId)).refusal).toMatchObject({ code: 'file-changed' });
    await expect(world.ask('commits.commit', { jobId, fingerprint, keepFiles: true })).rejects.toMatchObject({
      error: { code: 'file-changed', subject: 'profiles.ndjson' },
    });
    expect(world.vendors.mypreferences.commits).toEqual([]);
    expect(world.history(jobId).at(-1)).toMatchObject({
      kind: 'commit-refused',
      note: 'file-changed: profiles.ndjson',
      fingerprint,
    });
    await world.collect(jobId);
    await world.untilStage(jobId, 'collected').catch(() => {});
    // The changed file is nobody's to delete.
    expect(existsSync(file)).toBe(true);
    expect(await world.fileOf(jobId)).not.toBe(file);
    expect(await world.commit(jobId)).toMatchObject({ kind: 'committed' });
  });

  it('a byte that was flipped without a change of size or date is found at the commit', async () => {
    const world = await openMainWorld();
    const jobId = await world.collected('mytracker');
    const file = await world.fileOf(jobId);
    await world.ask('review.mark', { jobId, remark: null });
    const { fingerprint } = await world.ask('commits.preview', jobId);
    const bytes = readFileSync(file);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(world.ask('commits.commit', { jobId, fingerprint, keepFiles: true })).rejects.toMatchObject({
      code: 'file-changed',
    });
    expect(world.view(jobId)).toMatchObject({
      commit: { kind: 'open', lastError: { code: 'file-changed' } },
    });
  });

  it('a folder that a person deleted is told as missing, and collected again into a new one', async () => {
    const world = await openMainWorld();
    const jobId = await world.collected('crayon');
    const folder = world.book.get(jobId).folder ?? '';
    await world.ask('review.mark', { jobId, remark: null });
    rmSync(folder, { recursive: true });
    await expect(world.ask('review.mark', { jobId, remark: 'again' })).rejects.toMatchObject({
      code: 'file-missing',
    });
    const { fingerprint, refusal } = await world.ask('commits.preview', jobId);
    expect(refusal).toMatchObject({ code: 'file-missing', action: { kind: 'collect-again' } });
    await expect(world.ask('commits.commit', { jobId, fingerprint, keepFiles: true })).rejects.toMatchObject({
      code: 'file-missing',
    });
    await world.ask('retrievals.start', jobId);
    await world.untilStage(jobId, 'reviewed');
    expect(existsSync(await world.fileOf(jobId))).toBe(true);
  });

  it('a disk that fills up in the middle pauses the collection; with room again it goes on to the end', async () => {
    let room = 20_000;
    const full = () => Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const tight = (disk: Disk): Disk => ({
      ...disk,
      async openWriter(path, keep) {
        const writer = await disk.openWriter(path, keep);
        return {
          ...writer,
          sync: () => writer.sync(),
          close: () => writer.close(),
          async write(bytes) {
            if (bytes.length > room) throw full();
            room -= bytes.length;
            await writer.write(bytes);
          },
        };
      },
    });
    const world = await openMainWorld({ disk: tight });
    const { draft } = world.draftOf('mypreferences');
    if (draft.config.provider !== 'mypreferences') throw new Error('another vendor');
    const { id } = await world.ask('connections.save', {
      ...draft,
      config: { ...draft.config, pageSize: 4 },
    });
    const jobId = await world.ready('mypreferences', id);
    await world.ask('retrievals.start', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.view(jobId)).toMatchObject({
      nextStep: 'resume',
      group: 'needs-you',
      retrieval: { by: 'error', error: { code: 'disk-full' } },
    });
    room = Number.MAX_SAFE_INTEGER;
    await world.ask('retrievals.resume', jobId);
    await world.untilStage(jobId, 'collected');
    const token = world.vendors.mypreferences.snapshot()[0]?.token ?? '';
    expect(readFileSync(await world.fileOf(jobId), 'utf8')).toBe(
      `${world.vendors.mypreferences.expectedRecords(token).join('\n')}\n`,
    );
  });

  it('a full disk is left for the folder that the person chooses, and nothing on it is deleted', async () => {
    const full = () => Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const world = await openMainWorld({
      disk: (disk) => ({
        ...disk,
        async openWriter(path, keep) {
          const writer = await disk.openWriter(path, keep);
          if (path.includes('Other disk')) return writer;
          return {
            ...writer,
            sync: () => writer.sync(),
            close: () => writer.close(),
            write: async () => Promise.reject(full()),
          };
        },
      }),
    });
    const { draft } = world.draftOf('mytracker');
    const jobId = await world.ready('mytracker', (await world.ask('connections.save', draft)).id);
    await world.ask('retrievals.start', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    const before = world.book.get(jobId).folder ?? '';
    expect(world.view(jobId)).toMatchObject({
      retrieval: { error: { code: 'disk-full', action: { kind: 'choose-folder' } } },
    });
    await world.ask('retrievals.resume', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.book.get(jobId).folder).toBe(before);

    await world.ask('settings.chooseFolder');
    await world.ask('retrievals.resume', jobId);
    await world.untilStage(jobId, 'collected');
    expect(await world.fileOf(jobId)).toContain('Other disk');
    expect(existsSync(before)).toBe(true);
  });

  it('a ledger of a newer Docket keeps this one from starting, and is left as it is', async () => {
    const world = await openMainWorld();
    await world.collected('mytracker');
    const file = join(world.profile, 'ledger.sqlite');
    await world.end();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 999');
    db.close();
    const before = { bytes: readFileSync(file), at: statSync(file).mtimeMs };
    const names = [...world.keychain.calls];
    await expect(world.restart()).rejects.toMatchObject({ code: 'ledger-newer' });
    expect(readFileSync(file).equals(before.bytes)).toBe(true);
    expect(statSync(file).mtimeMs).toBe(before.at);
    expect(world.keychain.calls).toEqual(names);
  });
});
