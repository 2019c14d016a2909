import path from 'node:path';
import type { Saved, SaveInput } from '../../src-preload/contract/review-save.ts';
import type { ReviewService } from './review-service.ts';
import type { SavePlace } from './save-place.ts';

/** Saves what is shown to a place of the person's choice. */
export function createReviewSaves({
  review,
  place,
}: {
  readonly review: ReviewService;
  readonly place: SavePlace;
}) {
  return {
    async saveAs({ handle, viewId, columns, format, byteOrderMark, delimiter }: SaveInput): Promise<Saved> {
      const table = review.tableOf(handle);
      const view = review.specOf(table, viewId);
      const { title } = review.viewOf(table);
      const [first = ''] = table.source.files;
      return place.save({
        folder: path.dirname(first),
        name: title,
        format,
        write: (part) =>
          review.ask(table, 'save', {
            handle,
            view,
            columns: [...columns],
            format,
            ...(byteOrderMark === undefined ? {} : { byteOrderMark }),
            ...(delimiter === undefined ? {} : { delimiter }),
            to: part,
          }),
      });
    },
    placeOf: place.placeOf,
  };
}
export type ReviewSaves = ReturnType<typeof createReviewSaves>;
