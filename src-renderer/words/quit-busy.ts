import type { ProviderId } from '../../src-preload/contract/ids.ts';
import { vendors } from './vendors.ts';

/** What is under way, as far as words need it. */
export interface Busy {
  readonly title: string;
  readonly provider: ProviderId;
}

/** The vendors whose answers are waited for, each once. */
export function vendorsOf(busy: readonly Busy[]): readonly string[] {
  return [...new Set(busy.map(({ provider }) => vendors.shortName(provider)))];
}
