import type { Disk } from '../../../../src-main/retrieval/disk.ts';
import { from } from '../answers.ts';
import { csvGz } from '../bodies.ts';
import { readyToReview } from '../readings.ts';
import type { TransferCase } from '../transfer-case.ts';

const file = csvGz(1000);
const held = { bytes: file.subarray(0, 400), total: 1000, validator: '"a"' } as const;
const tracker = { provider: 'mytracker', holds: [file] } as const;

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Writes fail with `code` once so many bytes of the file are there; after the first time all is well again. */
const failingAt =
  (bytes: number, code: string) =>
  (disk: Disk): Disk => {
    let failed = false;
    return {
      ...disk,
      freeBytes: async () => 50_000_000,
      async openWriter(path, keep) {
        const writer = await disk.openWriter(path, keep);
        let size = keep;
        return {
          ...writer,
          async write(piece) {
            if (failed || size + piece.length <= bytes) {
              size += piece.length;
              return writer.write(piece);
            }
            failed = true;
            await writer.write(piece.subarray(0, bytes - size));
            throw systemError(code);
          },
        };
      },
    };
  };

/** The first `count` renames fail with `code`. */
const renamesFail =
  (count: number, code: string) =>
  (disk: Disk): Disk => {
    let left = count;
    return {
      ...disk,
      async rename(from_, to) {
        if (left === 0) return disk.rename(from_, to);
        left -= 1;
        throw systemError(code);
      },
    };
  };

/** What this computer's disk does. */
export const diskCases: readonly TransferCase[] = [
  {
    ...tracker,
    name: 'full at byte 700: after making room it goes on from what the disk had promised to hold',
    before: held,
    disk: failingAt(700, 'ENOSPC'),
    script: [from(400, file), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: disk-full, waits for the person', 'collected, 60 records'],
    reads: [
      'Paused · The disk is full | There is no room for the rest of the data (50.0 MB free). What was collected is kept. Make room or choose another folder, then resume.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: 'too little room for the file: said before the first byte is written',
    disk: (disk) => ({ ...disk, freeBytes: async () => 500 }),
    script: [from(0, file)],
    requests: ['plan', '/file bytes=0-'],
    after: 'nothing',
    state: ['paused by error: disk-full, waits for the person'],
    reads: [
      'Paused · The disk is full | There is no room for the rest of the data (33.6 MB needed, 500 B free). What was collected is kept. Make room or choose another folder, then resume.',
    ],
  },
  {
    ...tracker,
    name: 'an error of the disk itself at byte 700',
    before: held,
    disk: failingAt(700, 'EIO'),
    script: [from(400, file), from(400, file)],
    requests: ['plan', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: disk-error, waits for the person', 'collected, 60 records'],
    reads: [
      'Paused · The disk reports an error | “file.0.csv.gz” can’t be written or read. What was collected is kept. Try again; if it stays so, choose another folder or ask your IT support.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: 'a folder that takes no files',
    disk: (disk) => ({
      ...disk,
      openWriter: async () => {
        throw systemError('EACCES');
      },
    }),
    script: [from(0, file)],
    requests: ['plan', '/file bytes=0-'],
    after: 'nothing',
    state: ['paused by error: folder-unwritable, waits for the person'],
    reads: [
      'Paused · Docket may not write to the folder | The folder refuses “file.0.csv.gz”. Choose another folder in Settings, or ask for permission.',
    ],
  },
  {
    ...tracker,
    name: 'a virus scanner that holds the new file for a moment is waited for',
    disk: renamesFail(3, 'EBUSY'),
    script: [from(0, file)],
    requests: ['plan', '/file bytes=0-'],
    after: 'whole',
    state: ['collected, 60 records'],
    reads: [readyToReview],
  },
  {
    ...tracker,
    name: 'a program that holds the file for good: said, and nothing is asked of the vendor again',
    disk: renamesFail(8, 'EBUSY'),
    script: [from(0, file)],
    requests: ['plan', '/file bytes=0-', 'plan'],
    after: 'whole',
    state: ['paused by error: file-locked, waits for the person', 'collected, 60 records'],
    reads: [
      'Paused · Another program holds the file | “file.0.csv.gz” can’t be put in its place while another program has it open. Close the program that uses it, then try again.',
      readyToReview,
    ],
  },
];
