import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';

/** Which account is asked. */
export type Place =
  | {
      readonly kind: 'account';
      readonly connection: ConnectionView;
      readonly choices: readonly ConnectionView[];
    }
  /** The account that was asked the first time is no longer connected: the person says which other is meant. */
  | { readonly kind: 'removed'; readonly choices: readonly ConnectionView[] }
  | { readonly kind: 'none' };

export interface Wanted {
  /** The account that the person chose, or that the dialog was opened for. */
  readonly chosen: string | null;
  /** The vendor that the list is narrowed to. */
  readonly vendor: ProviderId | null;
  /** A failed export whose request is changed: it fits its own vendor alone. */
  readonly anew: Pick<JobView, 'connectionId' | 'provider'> | null;
}

/** The account that is asked first, and the ones that can be chosen instead. */
export function placeOf(connections: readonly ConnectionView[], { chosen, vendor, anew }: Wanted): Place {
  if (anew !== null) {
    const choices = connections.filter(({ config }) => config.provider === anew.provider);
    const connection = choices.find(({ id }) => id === (chosen ?? anew.connectionId));
    return connection === undefined ? { kind: 'removed', choices } : { kind: 'account', connection, choices };
  }
  const connection =
    connections.find(({ id }) => id === chosen) ??
    connections.find(({ config }) => config.provider === vendor) ??
    connections[0];
  return connection === undefined ? { kind: 'none' } : { kind: 'account', connection, choices: connections };
}
