import { app } from './en/app.ts';
import { commit } from './en/commit.ts';
import { connections } from './en/connections.ts';
import { exportsList } from './en/exports.ts';
import { firstStart } from './en/first-start.ts';
import { history } from './en/history.ts';
import { newExport } from './en/new-export.ts';
import { panel } from './en/panel.ts';
import { receipt } from './en/receipt.ts';
import { review } from './en/review.ts';
import { settings } from './en/settings.ts';
import { vendors } from './en/vendors.ts';

/** Everything that Docket says on screen, in English, by subject. Errors are in errors.ts, values and times in theirs. */
export const words = {
  app,
  commit,
  connections,
  exports: exportsList,
  firstStart,
  history,
  newExport,
  panel,
  receipt,
  review,
  settings,
  vendors,
} as const;
