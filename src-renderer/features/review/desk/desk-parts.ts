import type { StoreApi } from 'zustand/vanilla';
import type { DocketApi } from '../../../../src-preload/contract/docket-api.ts';
import type { Dialect } from '../../../../src-preload/contract/review.ts';
import type { DeskState } from './desk-state.ts';

/** What the desk asks of main. */
export interface DeskPorts {
  readonly review: DocketApi['review'];
  readonly on: DocketApi['on'];
}

/** What is opened, and how. */
export type DeskSource = DeskWishes & ({ readonly fileId: string } | { readonly jobId: string });

/** How the person wants it to be opened. */
export interface DeskWishes {
  readonly sheet?: string;
  readonly dialect?: Partial<Dialect>;
  readonly partColumn?: boolean;
}

/** What the parts of a desk share. */
export interface DeskParts {
  readonly ports: DeskPorts;
  readonly store: StoreApi<DeskState>;
  /** The handle of the table that is open now; null when there is none (any more). */
  readonly handle: () => string | null;
}

/** Counts requests of one sort, so that only the newest one's answer is used. */
export function newestOnly(): { readonly next: () => () => boolean; readonly stop: () => void } {
  let newest = 0;
  return {
    next: () => {
      newest += 1;
      const mine = newest;
      return () => mine === newest;
    },
    stop: () => {
      newest += 1;
    },
  };
}

/** Runs the last of many wishes, some time after it. */
export function deferred(wait: number): {
  readonly run: (work: () => void) => void;
  readonly flush: () => void;
  readonly drop: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | null = null;
  const drop = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const flush = () => {
    const work = waiting;
    drop();
    work?.();
  };
  return {
    run: (work) => {
      drop();
      waiting = work;
      timer = setTimeout(flush, wait);
    },
    flush,
    drop,
  };
}
