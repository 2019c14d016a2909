import type { ProviderId } from '../../src-preload/contract/ids.ts';
import { crayon } from './crayon/crayon.ts';
import { guarded } from './guarded.ts';
import { myPreferences } from './mypreferences/my-preferences.ts';
import { myTracker } from './mytracker/my-tracker.ts';
import type { Provider } from './provider.ts';

/** All vendors that Docket knows: a new one is a folder and a line here. */
export const providers: Readonly<Record<ProviderId, Provider>> = {
  mypreferences: guarded(myPreferences),
  mytracker: guarded(myTracker),
  crayon: guarded(crayon),
};
