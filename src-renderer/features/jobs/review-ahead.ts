import { ask, docket } from '../../state/docket.ts';

/** Whoever is about to look at an export will want the table at once: its process starts ahead. */
export function reviewAhead(): void {
  // What can't be started is told where it is needed.
  void ask(docket().review.warm());
}
