import type { CallName } from '../../src-preload/contract/calls.ts';
import type { ReviewInsight } from '../review/review-insight.ts';
import type { ReviewSaves } from '../review/review-saves.ts';
import type { ReviewService } from '../review/review-service.ts';
import type { Handlers } from './dispatch.ts';

type ReviewCalls = Exclude<Extract<CallName, `review.${string}`>, 'review.mark'>;

/** The calls about open tables. */
export function createReviewHandlers(
  review: ReviewService,
  insight: ReviewInsight,
  saves: ReviewSaves,
  reveal: (file: string) => void,
): Pick<Handlers, ReviewCalls> {
  return {
    'review.open': (input) => review.open(input),
    'review.shown': async (handle) => {
      await review.shown(handle);
      return undefined;
    },
    'review.rows': (query) => review.rows(query),
    'review.close': async (handle) => {
      await review.close(handle);
      return undefined;
    },
    'review.warm': async () => {
      await review.warm();
      return undefined;
    },
    'review.state': (handle) => review.state(handle),
    'review.cancel': async (input) => {
      await review.cancel(input);
      return undefined;
    },
    'review.view': (input) => review.view(input),
    'review.placeOf': async ({ viewId, ...input }) => {
      const table = review.tableOf(input.handle);
      return review.ask(table, 'place', { ...input, view: review.specOf(table, viewId) });
    },
    'review.find': async ({ viewId, ...input }) => {
      const table = review.tableOf(input.handle);
      return review.ask(table, 'find', { ...input, view: review.specOf(table, viewId) });
    },
    'review.cell': (input) => review.ask(review.tableOf(input.handle), 'cell', input),
    'review.record': (input) => review.ask(review.tableOf(input.handle), 'record', input),
    'review.broken': (input) => review.ask(review.tableOf(input.handle), 'broken', input),
    'review.profile': async ({ viewId, ...input }) => {
      const table = review.tableOf(input.handle);
      return review.ask(table, 'profile', { ...input, view: review.specOf(table, viewId) });
    },
    'review.values': (input) => review.ask(review.tableOf(input.handle), 'values', input),
    'review.summary': (handle) => insight.summary(handle),
    'review.earlier': (handle) => insight.earlier(handle),
    'review.compare': (input) => insight.compare(input),
    'review.compareRows': (input) => review.ask(review.tableOf(input.handle), 'compareRows', input),
    'review.saveAs': (input) => saves.saveAs(input),
    'review.revealSaved': async (savedId) => {
      reveal(saves.placeOf(savedId));
      return undefined;
    },
    'review.remember': async ({ handle, layout }) => {
      insight.remember(handle, layout);
      return undefined;
    },
  };
}
