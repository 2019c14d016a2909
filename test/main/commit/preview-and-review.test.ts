import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { commitPreviewSchema } from '../../../src-preload/contract/commits.ts';
import { type CommitWorld, fingerprint, openCommitWorld } from '../../support/commit-world.ts';

const worlds: CommitWorld[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});
function open(...input: Parameters<typeof openCommitWorld>): CommitWorld {
  const world = openCommitWorld(...input);
  worlds.push(world);
  return world;
}

describe('the preview of a commit', () => {
  test('names the export, what is held, when it was checked, and what will happen', async () => {
    const world = open();
    const preview = await world.commits.preview('job-1');
    expect(commitPreviewSchema.parse(preview)).toEqual({
      jobId: 'job-1',
      title: 'Installs, October',
      provider: 'MyPreferences',
      connectionName: 'Games',
      reference: '123456',
      practice: false,
      fingerprint,
      rows: 1,
      bytes: 43,
      files: world.ledger.files.of('job-1'),
      folder: dirname(world.path),
      verifiedAt: world.clock.now(),
      effect: 'vendor-closes',
      keepsCopyChoice: true,
      review: { by: 'kim', at: 3, remark: null },
      refusal: null,
    });
    expect(world.vendor.calls).toEqual([]);
  });

  test('shows no review of something else, and refuses without one', async () => {
    const world = open({ review: { by: 'kim', at: 3, remark: null, fingerprint: '0'.repeat(64) } });
    expect(await world.commits.preview('job-1')).toMatchObject({
      review: null,
      refusal: { code: 'not-reviewed' },
    });
  });

  test.each([
    ['is gone', 'file-missing', (path: string) => rmSync(path)],
    ['has another size', 'file-changed', (path: string) => writeFileSync(path, 'short')],
    [
      'is a folder now',
      'file-missing',
      (path: string) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ] as const)('refuses by name when a file %s', async (_case, code, tamper) => {
    const world = open();
    tamper(world.path);
    expect((await world.commits.preview('job-1')).refusal).toEqual({
      code,
      subject: 'profiles.ndjson',
      action: { kind: 'collect-again', jobId: 'job-1' },
    });
  });

  test('of what is committed or unknown says so', async () => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure('timeout'));
    world.vendor.acknowledged = async () => 'unclear';
    await world.commit();
    expect((await world.commits.preview('job-1')).refusal).toMatchObject({
      code: 'commit-unknown',
      action: { kind: 'settle-commit', jobId: 'job-1' },
    });
    world.vendor.acknowledged = async () => 'yes';
    await world.commits.settle('job-1');
    expect((await world.commits.preview('job-1')).refusal).toMatchObject({ code: 'already-committed' });
  });

  test.each([{ kind: 'none' }, { kind: 'verifying' }] as const)(
    'of nothing collected is refused: $kind',
    async (retrieval) => {
      await expect(open({ retrieval }).commits.preview('job-1')).rejects.toMatchObject({
        code: 'not-collected',
      });
    },
  );
});

describe('"I have reviewed this"', () => {
  test.each([
    ['  looks right ', 'looks right'],
    ['   ', null],
    [null, null],
  ])('is kept with who, when, what, and the remark %j as %j', (remark, kept) => {
    const world = open({ review: null });
    const view = world.commits.markReviewed({ jobId: 'job-1', remark });
    expect(view.review).toEqual({ by: 'kim', at: world.clock.now(), remark: kept, fingerprint });
    expect(view.stage).toBe('reviewed');
    expect(world.ledger.history.list({}).entries).toMatchObject([
      { kind: 'reviewed', note: kept, fingerprint, rows: 1, by: 'kim' },
    ]);
    world.restart();
    expect(world.job().review?.fingerprint).toBe(fingerprint);
  });

  test.each([
    ['nothing is collected', { retrieval: { kind: 'none' } }, 'not-collected'],
    ['it is being checked', { retrieval: { kind: 'verifying' } }, 'not-collected'],
    [
      'its commit is not settled',
      {
        commit: {
          kind: 'unknown',
          attempt: { id: 'a', startedAt: 1, fingerprint, keepFiles: null, by: 'kim' },
        },
      },
      'commit-unknown',
    ],
  ] as const)('is refused when %s', (_case, over, code) => {
    const world = open({ review: null, ...over });
    expect(() => world.commits.markReviewed({ jobId: 'job-1', remark: null })).toThrow(
      expect.objectContaining({ code }),
    );
    expect([world.job().review, world.told()]).toEqual([null, []]);
  });

  test('changes nothing after the commit', async () => {
    const world = open();
    await world.commit();
    expect(() => world.commits.markReviewed({ jobId: 'job-1', remark: 'late' })).toThrow(
      expect.objectContaining({ code: 'already-committed' }),
    );
    expect(world.job().review?.remark).toBeNull();
  });
});
