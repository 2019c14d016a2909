import { realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Saved, SaveInput } from '../../src-preload/contract/review-save.ts';
import type { Ledger } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import { diskFailure } from '../retrieval/disk-failure.ts';
import { safeFileName } from '../retrieval/safe-name.ts';
import type { ReviewService } from './review-service.ts';

export interface SavePorts {
  readonly review: ReviewService;
  readonly ledger: Ledger;
  readonly ids: () => string;
  /** Asks the person for a place; null when they cancelled. `name` is a suggestion. */
  readonly choosePlace: (about: {
    readonly folder: string;
    readonly name: string;
    readonly format: SaveInput['format'];
  }) => Promise<string | null>;
}

const mostRemembered = 50;

/** Saves what is shown to a place of the person's choice: whole under its name, or not at all. */
export function createReviewSaves({ review, ledger, ids, choosePlace }: SavePorts) {
  const saved = new Map<string, string>();

  async function refuseOriginals(to: string): Promise<void> {
    const folder = await realpath(path.dirname(to)).catch(() => path.dirname(to));
    const place = path.join(folder, path.basename(to));
    const there = await stat(to).catch(() => null);
    for (const job of ledger.jobs.all()) {
      for (const file of ledger.files.of(job.id)) {
        const original = path.join(file.folder, file.name);
        const same = samePath(original, place) || samePath(original, to);
        // By another name too: a link, or a file system that doesn't tell case.
        const linked =
          !same && there !== null && there.size === file.bytes
            ? await stat(original).then(
                ({ dev, ino }) => dev === there.dev && ino === there.ino,
                () => false,
              )
            : false;
        if (same || linked) throw new Failure('save-over-original', { subject: file.name });
      }
    }
  }

  return {
    async saveAs({ handle, viewId, columns, format, byteOrderMark }: SaveInput): Promise<Saved> {
      const table = review.tableOf(handle);
      const view = review.specOf(table, viewId);
      const { title } = review.viewOf(table);
      const [first = ''] = table.source.files;
      const to = await choosePlace({
        folder: path.dirname(first),
        name: `${safeFileName(title, 'table')}.${format}`,
        format,
      });
      if (to === null) return null;
      const name = path.basename(to);
      await refuseOriginals(to);
      const part = path.join(path.dirname(to), `.${name}.${ids()}.part`);
      try {
        const { rows } = await review.ask(table, 'save', {
          handle,
          view,
          columns: [...columns],
          format,
          ...(byteOrderMark === undefined ? {} : { byteOrderMark }),
          to: part,
        });
        const { size } = await stat(part);
        await rename(part, to);
        const savedId = ids();
        saved.set(savedId, to);
        for (const old of saved.keys()) if (saved.size > mostRemembered) saved.delete(old);
        return { savedId, name, folder: path.dirname(to), rows, bytes: size };
      } catch (thrown) {
        await rm(part, { force: true });
        throw aboutThis(thrown, part, name);
      }
    },

    placeOf(savedId: string): string {
      const place = saved.get(savedId);
      if (place === undefined) throw new Failure('file-missing');
      return place;
    },
  };
}
export type ReviewSaves = ReturnType<typeof createReviewSaves>;

function samePath(one: string, other: string): boolean {
  const fold = (place: string) => path.resolve(place).normalize('NFC').toLowerCase();
  return fold(one) === fold(other);
}

/** What was written to the file in the making is told of the file that the person wanted. */
function aboutThis(thrown: unknown, part: string, name: string): unknown {
  const failure = diskFailure(thrown, name);
  if (!(failure instanceof Failure) || failure.error.subject !== path.basename(part)) return failure;
  return new Failure(failure.code, { ...failure.error, subject: name });
}
