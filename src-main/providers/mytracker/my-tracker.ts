import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import { Failure } from '../../ports/failure.ts';
import type { ConnectionContext, Provider, ProviderClient } from '../provider.ts';
import { createMyTrackerClient } from './my-tracker-client.ts';

/** MyTracker raw data exports: https://docs.tracker.my.com/api/export-api/about */
export const myTracker: Provider = {
  id: 'mytracker',
  traits: {
    // The vendor has no call that says "received": a commit is our own sign-off.
    commitEffect: 'sign-off-only',
    keepsCopyChoice: false,
    canCancel: true,
    listsExports: false,
    referenceIsSecret: false,
    // 1000 calls an hour for all exports of an API user; the vendor's own client went from 3 s to 4 s.
    shortestCheckInterval: 4000,
  },
  connect: (context): ProviderClient => createMyTrackerClient(context, configOf(context)),
};

function configOf({ config }: ConnectionContext): ConfigOf<'mytracker'> {
  if (config.provider !== 'mytracker') throw new Failure('connection-invalid');
  return config;
}
