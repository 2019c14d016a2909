import { app } from './en/app.ts';
import { asking } from './en/asking.ts';
import { commit } from './en/commit.ts';
import { connecting } from './en/connecting.ts';
import { connectionTest } from './en/connection-test.ts';
import { connections } from './en/connections.ts';
import { errorActions } from './en/error-actions.ts';
import { errorText } from './en/errors.ts';
import { exportsList } from './en/exports.ts';
import { filesList } from './en/files.ts';
import { firstStart } from './en/first-start.ts';
import { history } from './en/history.ts';
import { historyTools } from './en/history-tools.ts';
import { newExport } from './en/new-export.ts';
import { overview } from './en/overview.ts';
import { palette } from './en/palette.ts';
import { panel } from './en/panel.ts';
import { quit } from './en/quit.ts';
import { receipt } from './en/receipt.ts';
import { receiptPage } from './en/receipt-page.ts';
import { review } from './en/review.ts';
import { reviewCompare } from './en/review-compare.ts';
import { reviewFilter } from './en/review-filter.ts';
import { reviewPanel } from './en/review-panel.ts';
import { reviewProfile } from './en/review-profile.ts';
import { reviewSave } from './en/review-save.ts';
import { reviewSummary } from './en/review-summary.ts';
import { reviewTools } from './en/review-tools.ts';
import { schedules } from './en/schedules.ts';
import { settings } from './en/settings.ts';
import { shortcuts } from './en/shortcuts.ts';
import { time } from './en/time.ts';
import { unsettled } from './en/unsettled.ts';
import { values } from './en/values.ts';
import { vendors } from './vendors.ts';

/** Everything that Docket says on screen, in English, by subject. The other languages are measured against it. */
export const words = {
  app,
  asking,
  commit,
  connecting,
  connections,
  connectionTest,
  errorActions,
  errorText,
  exports: exportsList,
  files: filesList,
  firstStart,
  history,
  historyTools,
  newExport,
  overview,
  palette,
  panel,
  quit,
  receipt,
  receiptPage,
  review,
  reviewCompare,
  reviewFilter,
  reviewPanel,
  reviewProfile,
  reviewSave,
  reviewSummary,
  reviewTools,
  schedules,
  settings,
  shortcuts,
  time,
  unsettled,
  values,
  vendors,
} as const;
