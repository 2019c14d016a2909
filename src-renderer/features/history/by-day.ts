import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import { words } from '../../words/en.ts';

export interface HistoryDay {
  readonly name: string;
  readonly entries: readonly HistoryEntry[];
}

/** Entries in the order given, gathered under the names of their days. */
export function byDay(entries: readonly HistoryEntry[], now: number): readonly HistoryDay[] {
  const days: { readonly name: string; readonly entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const name = words.history.dayName(entry.at, now);
    const last = days.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else days.push({ name, entries: [entry] });
  }
  return days;
}
