import { Failure } from '../ports/failure.ts';
import type { PagesPlan, RecordPage } from '../providers/provider.ts';
import { abortable, requestSignal } from './collect-context.ts';

/**
 * Reads pages in order, some ahead of their turn, since a vendor's latency costs more than its data. Where the next page
 * begins is known only when one has come (offset + Count), so that what is read ahead is a guess: one that proves wrong
 * is thrown away unread, and the reader goes on one by one until the guesses hold again.
 */
export interface PageReader {
  /** The page at `offset`. A page that failed ahead of its turn fails in its turn. */
  read(offset: number): Promise<RecordPage>;
  /** The page that was read last fits: its records, its size, and how many there are in all. */
  accepted(records: number, bytes: number, total: number | null): void;
  /** Lets go of what was read ahead. */
  stop(): void;
}

/** Requests under way at once. More would only wait for each other at the vendor. */
const mostAtOnce = 4;
/** Pages in memory together; one is always read, whatever its size. */
const mostBytesAhead = 32 * 1024 * 1024;

interface Guess {
  readonly page: Promise<RecordPage>;
  readonly letGo: () => void;
}

export function createPageReader(
  plan: Pick<PagesPlan, 'page' | 'pageSize'>,
  about: { readonly total: number | null; readonly signal: AbortSignal },
): PageReader {
  const { signal } = about;
  const guesses = new Map<number, Guess>();
  let { total } = about;
  /** Pages to have under way, the one whose turn it is among them. */
  let width = 1;
  /** How far the next page is thought to be: a server may clamp the limit. */
  let step = 0;
  /** A vendor that asked for patience is asked one by one from then on. */
  let patient = false;

  function ask(offset: number): Guess {
    const request = requestSignal(signal);
    const page = abortable(plan.page(offset, plan.pageSize, request.signal), request.signal);
    page.then(
      (came) => {
        if (came.slowed === true) patient = true;
      },
      (error: unknown) => {
        // Heard in its turn, if that comes.
        if (error instanceof Failure && error.code === 'rate-limited') patient = true;
      },
    );
    const guess = { page, letGo: request.letGo };
    guesses.set(offset, guess);
    return guess;
  }

  function letGoOfAll() {
    for (const { letGo } of guesses.values()) letGo();
    guesses.clear();
  }

  function askAhead(offset: number) {
    if (patient || step === 0 || total === null) return;
    for (let place = 1; place < width; place += 1) {
      const next = offset + place * step;
      if (next > total) return;
      if (!guesses.has(next)) ask(next);
    }
  }

  return {
    async read(offset) {
      const known = guesses.get(offset);
      if (known === undefined) {
        if (guesses.size > 0) width = 1;
        letGoOfAll();
      }
      const { page, letGo } = known ?? ask(offset);
      askAhead(offset);
      try {
        return await page;
      } finally {
        letGo();
        guesses.delete(offset);
      }
    },
    accepted(records, bytes, known) {
      total = known;
      step = records;
      const affordable = Math.max(1, Math.floor(mostBytesAhead / Math.max(1, bytes)));
      width = patient ? 1 : Math.min(width + 1, mostAtOnce, affordable);
    },
    stop: letGoOfAll,
  };
}
