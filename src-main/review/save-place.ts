import { realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type { Saved } from '../../src-preload/contract/review-save.ts';
import { Failure } from '../ports/failure.ts';
import { diskFailure } from '../retrieval/disk-failure.ts';
import { safeFolderName } from '../retrieval/safe-name.ts';

type SavedFormat = 'csv' | 'xlsx' | 'parquet' | 'pdf';

/** Asks the person for a place; null when they cancelled. `name` is a suggestion. */
export type ChoosePlace = (about: {
  readonly folder: string;
  readonly name: string;
  readonly format: SavedFormat;
}) => Promise<string | null>;

export interface SavePlacePorts {
  /** Collected files, wherever they lie. */
  readonly originals: () => readonly Pick<FileView, 'folder' | 'name' | 'bytes'>[];
  readonly choosePlace: ChoosePlace;
  readonly ids: () => string;
}

const mostRemembered = 50;

/**
 * Files that Docket writes for a person: whole under the chosen name, or not at all, and never over a collected file.
 * `write` makes the file that it is given, and brings it to the disk.
 */
export function createSavePlace({ originals, choosePlace, ids }: SavePlacePorts) {
  const saved = new Map<string, string>();

  async function refuseOriginals(to: string): Promise<void> {
    const folder = await realpath(path.dirname(to)).catch(() => path.dirname(to));
    const place = path.join(folder, path.basename(to));
    const there = await stat(to).catch(() => null);
    for (const file of originals()) {
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

  return {
    async save(about: {
      readonly folder: string;
      /** A title; it is made into a file's name here, and what separates folders is part of it. */
      readonly name: string;
      readonly format: SavedFormat;
      readonly write: (
        part: string,
      ) => Promise<{ readonly rows: number; readonly textColumns?: string[] | undefined }>;
    }): Promise<Saved> {
      const { folder, format } = about;
      const to = await choosePlace({
        folder,
        name: `${safeFolderName(about.name, 'Docket')}.${format}`,
        format,
      });
      if (to === null) return null;
      const name = path.basename(to);
      await refuseOriginals(to);
      const part = path.join(path.dirname(to), `.${name}.${ids()}.part`);
      try {
        const { rows, textColumns } = await about.write(part);
        const { size } = await stat(part);
        await rename(part, to);
        const savedId = ids();
        saved.set(savedId, to);
        for (const old of saved.keys()) if (saved.size > mostRemembered) saved.delete(old);
        const whole = { savedId, name, folder: path.dirname(to), rows, bytes: size };
        return textColumns === undefined || textColumns.length === 0 ? whole : { ...whole, textColumns };
      } catch (thrown) {
        await rm(part, { force: true }).catch(() => undefined);
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
export type SavePlace = ReturnType<typeof createSavePlace>;

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
