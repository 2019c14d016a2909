import { app } from './nb/app.ts';
import { asking } from './nb/asking.ts';
import { commit } from './nb/commit.ts';
import { connecting } from './nb/connecting.ts';
import { connectionTest } from './nb/connection-test.ts';
import { connections } from './nb/connections.ts';
import { errorActions } from './nb/error-actions.ts';
import { errorText } from './nb/errors.ts';
import { exportsList } from './nb/exports.ts';
import { filesList } from './nb/files.ts';
import { firstStart } from './nb/first-start.ts';
import { history } from './nb/history.ts';
import { historyTools } from './nb/history-tools.ts';
import { newExport } from './nb/new-export.ts';
import { overview } from './nb/overview.ts';
import { palette } from './nb/palette.ts';
import { panel } from './nb/panel.ts';
import { quit } from './nb/quit.ts';
import { receipt } from './nb/receipt.ts';
import { receiptPage } from './nb/receipt-page.ts';
import { review } from './nb/review.ts';
import { reviewCompare } from './nb/review-compare.ts';
import { reviewFilter } from './nb/review-filter.ts';
import { reviewPanel } from './nb/review-panel.ts';
import { reviewProfile } from './nb/review-profile.ts';
import { reviewSave } from './nb/review-save.ts';
import { reviewSummary } from './nb/review-summary.ts';
import { reviewTools } from './nb/review-tools.ts';
import { schedules } from './nb/schedules.ts';
import { settings } from './nb/settings.ts';
import { shortcuts } from './nb/shortcuts.ts';
import { time } from './nb/time.ts';
import { unsettled } from './nb/unsettled.ts';
import { valueWords } from './nb/values.ts';
import { vendors } from './vendors.ts';
import type { Words } from './words-type.ts';

/** See the glossary in nb/values.ts. */
export const words: Words = {
  app,
  commit,
  connections,
  errorActions,
  errorText,
  exports: exportsList,
  firstStart,
  history,
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
  asking,
  connecting,
  connectionTest,
  files: filesList,
  historyTools,
  schedules,
  settings,
  shortcuts,
  time,
  unsettled,
  values: valueWords,
  vendors,
};
