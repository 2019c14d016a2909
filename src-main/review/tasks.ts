import type { ReviewTask } from '../../src-preload/contract/review.ts';
import type { Follower } from './lane.ts';

type Kind = ReviewTask['kind'];

/** One is told of at a time: what the person waits for most stands first. */
const order: readonly Kind[] = ['save', 'compare', 'view', 'find', 'profile', 'summary'];

/** The long work on a table. `onNews` hears of each change; `must`: of a beginning or an end, which can't be left out. */
export function createTasks(onNews: (must: boolean) => void) {
  const under = new Map<Kind, ReviewTask>();

  function tell(kind: Kind, done: number, total: number | null): void {
    const begins = !under.has(kind);
    under.set(kind, { kind, done, total });
    onNews(begins);
  }
  function end(kind: Kind): void {
    if (under.delete(kind)) onNews(true);
  }

  return {
    tell,
    end,
    /** Work that tells of itself; that it has ended is told whatever comes of it. */
    async during<T>(kind: Kind, work: () => Promise<T>): Promise<T> {
      try {
        return await work();
      } finally {
        end(kind);
      }
    },
    /** The one to be told of now. */
    first: (): ReviewTask | null => order.flatMap((kind) => under.get(kind) ?? [])[0] ?? null,
    /** Follows work that reads so many rows in about so many statements. */
    follower: (kind: Kind, rows: number, statements: number): Follower => ({
      statements,
      tell: (share) => (share === null ? end(kind) : tell(kind, Math.floor(share * rows), rows)),
    }),
  };
}
