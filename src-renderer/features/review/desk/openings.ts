import type { Result } from '../../../../src-preload/contract/errors.ts';
import type { OpenedTable, OpenTable } from '../../../../src-preload/contract/review.ts';
import { ask } from '../../../state/docket.ts';
import type { DeskPorts, DeskSource } from './desk-parts.ts';
import { narrowTable, windowRows } from './row-pages.ts';

/** A table that was asked for before there is a screen to show it. */
export interface Opening {
  readonly answer: Promise<Result<OpenedTable>>;
  /** What was told of open tables since it was asked for; nothing is collected after that. */
  readonly news: () => readonly OpenTable[];
}

interface Waiting extends Opening {
  readonly jobId: string;
  readonly drop: () => void;
}

let waiting: Waiting | null = null;

/** Asks for a table and, with the same answer, for its first rows. */
export function askToOpen(
  ports: Pick<DeskPorts, 'review'>,
  source: DeskSource,
): Promise<Result<OpenedTable>> {
  const first = { rows: windowRows, mostColumns: narrowTable };
  return ask(ports.review.open({ ...source, progressive: true, first }));
}

/**
 * Asks for the table of an export at once: it is read while its screen is still being made. One that nobody takes is
 * given back.
 */
export function openAhead(ports: DeskPorts, jobId: string): void {
  dropOpening();
  const told = new Map<string, OpenTable>();
  const deaf = ports.on('review-changed', ({ table }) => told.set(table.handle, table));
  const answer = askToOpen(ports, { jobId });
  waiting = {
    jobId,
    answer,
    news: () => {
      deaf();
      return [...told.values()];
    },
    drop: () => {
      deaf();
      void answer.then((opened) => {
        if (opened.ok) void ask(ports.review.close(opened.value.handle));
      });
    },
  };
}

/** The opening of this table, if it was asked for ahead; it belongs to whoever takes it. */
export function takeOpening(source: DeskSource): Opening | null {
  const plain = Object.values(source).filter((wish) => wish !== undefined).length === 1;
  if (waiting === null || !plain || !('jobId' in source) || source.jobId !== waiting.jobId) return null;
  const taken = waiting;
  waiting = null;
  return taken;
}

/** The person has gone elsewhere before the screen came. */
export function dropOpening(): void {
  waiting?.drop();
  waiting = null;
}
