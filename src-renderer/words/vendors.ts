import { providerNames } from '../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';

const shortNames: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'MyPreferences',
  mytracker: 'MyTracker',
  crayon: 'Crayon',
};

export const vendors = {
  name: (id: ProviderId) => providerNames[id],
  /** As it stands in a row, where room is dear. */
  shortName: (id: ProviderId) => shortNames[id],
  /** From a plain string, as receipts and history carry it. */
  nameOf: (id: string) => Object.entries(providerNames).find(([key]) => key === id)?.[1] ?? id,
} as const;
