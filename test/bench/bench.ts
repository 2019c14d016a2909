import type { Lab } from './lab.ts';

/** One line of the table. */
export interface Row {
  readonly what: string;
  /** As measured: `3.21 s`, `41 MB`. */
  readonly docket: string;
  /** What it is compared with, as measured in the same run; empty where the limit is absolute. */
  readonly reference: string;
  /** `1.08 ×`; empty where there is none. */
  readonly ratio: string;
  /** The house's limit (design.md, "Speed to reach"); null where the line only informs. */
  readonly limit: { readonly text: string; readonly kept: boolean } | null;
}

/** Measures one subject on the running app. */
export interface Bench {
  readonly name: string;
  run(lab: Lab): Promise<readonly Row[]>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** A line whose ratio must not exceed a limit. */
export function ratioRow(what: string, docket: number, reference: number, atMost: number | null): Row {
  const ratio = docket / reference;
  return {
    what,
    docket: seconds(docket),
    reference: seconds(reference),
    ratio: times(ratio),
    limit: atMost === null ? null : { text: `${atMost} ×`, kept: ratio <= atMost },
  };
}
