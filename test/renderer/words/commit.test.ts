import { beforeAll, describe, expect, test } from 'vitest';
import type { CommitPreview } from '../../../src-preload/contract/commits.ts';
import { words } from '../../../src-renderer/words/en.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { fingerprint, noon } from '../support/job-views.ts';

const read = (text: string) => text.replace(/\u00a0/g, ' ');

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

const preview: CommitPreview = {
  jobId: 'job-1',
  title: 'Newsletter opt-ins',
  provider: 'mypreferences',
  reference: '••••3456',
  connectionName: 'ACME',
  practice: false,
  fingerprint,
  rows: 12_431,
  bytes: 8_200_000,
  files: [],
  folder: '/x',
  verifiedAt: noon,
  effect: 'vendor-closes',
  keepsCopyChoice: true,
  review: null,
  refusal: null,
};
const file = {
  id: 'f',
  jobId: 'job-1',
  name: 'a.xlsx',
  folder: '/x',
  kind: 'xlsx',
  bytes: 1,
  sha256: fingerprint,
  rows: null,
} as const;

test('the button names the deed and how much', () => {
  expect(read(words.commit.verb(preview))).toBe('Commit 12,431 records');
  expect(read(words.commit.verb({ ...preview, rows: 1 }))).toBe('Commit 1 record');
  expect(read(words.commit.verb({ ...preview, rows: null, files: [file, { ...file, id: 'g' }] }))).toBe(
    'Commit 2 files',
  );
});

describe('what happens at the vendor', () => {
  test('closing is said to be final', () => {
    expect(words.commit.effect(preview, false).join(' ')).toContain('can’t be collected again');
  });

  test('keeping a copy is asked for, not promised', () => {
    expect(words.commit.effect(preview, true).join(' ')).toContain('is asked to keep its own copy');
  });

  test('a vendor that can’t be told isn’t said to be told', () => {
    const text = words.commit
      .effect({ ...preview, provider: 'mytracker', effect: 'sign-off-only' }, false)
      .join(' ');
    expect(text).toContain('it isn’t told');
    expect(text).not.toContain('You are telling');
  });

  test('deleting from the vendor’s queue is said only when that is chosen', () => {
    const crayon = { ...preview, provider: 'crayon', effect: 'sign-off-may-delete' } as const;
    expect(words.commit.effect(crayon, true).join(' ')).not.toContain('deleted');
    expect(words.commit.effect(crayon, false).join(' ')).toContain('deleted from Crayon Cloud-iQ’s queue');
  });
});
