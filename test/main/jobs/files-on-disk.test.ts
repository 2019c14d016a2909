import { describe, expect, it } from 'vitest';
import { troubleWithFiles } from '../../../src-main/jobs/files-on-disk.ts';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';

const file: FileView = {
  id: 'a',
  jobId: 'job-1',
  name: 'a.csv',
  folder: '/f',
  kind: 'csv',
  bytes: 3,
  sha256: 'a'.repeat(64),
  rows: 1,
};
const trouble = (view: FileView, size: number | null) => troubleWithFiles('job-1', [view], async () => size);

describe('a glance at an export’s files', () => {
  it('finds nothing wrong with files of the right size, also when a clean-up once moved them and they are back', async () => {
    expect(await trouble(file, 3)).toBeNull();
    expect(await trouble({ ...file, binnedAt: 1 }, 3)).toBeNull();
  });

  it('says of a file that a clean-up moved that it is in the bin, and offers no collecting again', async () => {
    expect(await trouble({ ...file, binnedAt: 1 }, null)).toEqual({ code: 'file-in-bin', subject: 'a.csv' });
  });

  it('says of others that they are missing or changed', async () => {
    expect(await trouble(file, null)).toMatchObject({
      code: 'file-missing',
      action: { kind: 'collect-again' },
    });
    expect(await trouble(file, 4)).toMatchObject({ code: 'file-changed' });
  });
});
