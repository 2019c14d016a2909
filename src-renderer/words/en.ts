import { app } from './en/app.ts';
import { commit } from './en/commit.ts';
import { connections } from './en/connections.ts';
import { exportsList } from './en/exports.ts';
import { firstStart } from './en/first-start.ts';
import { history } from './en/history.ts';
import { newExport } from './en/new-export.ts';
import { panel } from './en/panel.ts';
import { quit } from './en/quit.ts';
import { receipt } from './en/receipt.ts';
import { review } from './en/review.ts';
import { reviewCompare } from './en/review-compare.ts';
import { reviewFilter } from './en/review-filter.ts';
import { reviewPanel } from './en/review-panel.ts';
import { reviewProfile } from './en/review-profile.ts';
import { reviewSave } from './en/review-save.ts';
import { reviewSummary } from './en/review-summary.ts';
import { reviewTools } from './en/review-tools.ts';
import { settings } from './en/settings.ts';
import { unsettled } from './en/unsettled.ts';
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
  quit,
  receipt,
  review,
  reviewCompare,
  reviewFilter,
  reviewPanel,
  reviewProfile,
  reviewSave,
  reviewSummary,
  reviewTools,
  settings,
  unsettled,
  vendors,
} as const;
