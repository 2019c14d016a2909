import { app } from './ru/app.ts';
import { asking } from './ru/asking.ts';
import { commit } from './ru/commit.ts';
import { connecting } from './ru/connecting.ts';
import { connectionTest } from './ru/connection-test.ts';
import { connections } from './ru/connections.ts';
import { errorActions } from './ru/error-actions.ts';
import { errorText } from './ru/errors.ts';
import { exportsList } from './ru/exports.ts';
import { filesList } from './ru/files.ts';
import { firstStart } from './ru/first-start.ts';
import { history } from './ru/history.ts';
import { historyTools } from './ru/history-tools.ts';
import { newExport } from './ru/new-export.ts';
import { overview } from './ru/overview.ts';
import { palette } from './ru/palette.ts';
import { panel } from './ru/panel.ts';
import { quit } from './ru/quit.ts';
import { receipt } from './ru/receipt.ts';
import { receiptPage } from './ru/receipt-page.ts';
import { review } from './ru/review.ts';
import { reviewCompare } from './ru/review-compare.ts';
import { reviewFilter } from './ru/review-filter.ts';
import { reviewPanel } from './ru/review-panel.ts';
import { reviewProfile } from './ru/review-profile.ts';
import { reviewSave } from './ru/review-save.ts';
import { reviewSummary } from './ru/review-summary.ts';
import { reviewTools } from './ru/review-tools.ts';
import { schedules } from './ru/schedules.ts';
import { settings } from './ru/settings.ts';
import { shortcuts } from './ru/shortcuts.ts';
import { time } from './ru/time.ts';
import { unsettled } from './ru/unsettled.ts';
import { valueWords } from './ru/values.ts';
import { vendors } from './vendors.ts';
import type { Words } from './words-type.ts';

/** See the glossary in ru/values.ts. */
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
