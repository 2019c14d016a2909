import { z } from 'zod';
import { appInfoSchema } from './app-info.ts';
import { commitPreviewSchema, commitStateSchema, resolveInputSchema } from './commits.ts';
import { connectionDraftSchema, connectionTestSchema, connectionViewSchema } from './connections.ts';
import { docketErrorSchema } from './errors.ts';
import { historyPageSchema, historyQuerySchema } from './history.ts';
import { connectionIdSchema, fileIdSchema, jobIdSchema, sha256Schema } from './ids.ts';
import {
  jobDetailSchema,
  jobQuerySchema,
  jobViewSchema,
  startInputSchema,
  trackInputSchema,
} from './jobs.ts';
import { quitAnswerSchema } from './quitting.ts';
import {
  brokenPageSchema,
  brokenQuerySchema,
  cellPieceSchema,
  cellQuerySchema,
  earlierSchema,
  handleSchema,
  markReviewedSchema,
  openInputSchema,
  openTableSchema,
  recordQuerySchema,
  recordSchema,
  rememberInputSchema,
  reviewCancelSchema,
  rowsPageSchema,
  rowsQuerySchema,
} from './review.ts';
import {
  compareInputSchema,
  comparePageSchema,
  compareRowsInputSchema,
  comparisonSchema,
} from './review-compare.ts';
import {
  profileInputSchema,
  profileSchema,
  summarySchema,
  valuesInputSchema,
  valuesSchema,
} from './review-insight.ts';
import { savedSchema, saveInputSchema } from './review-save.ts';
import { findInputSchema, findResultSchema, viewInputSchema, viewSchema } from './review-view.ts';
import { settingsPatchSchema, settingsSchema } from './settings.ts';

const nothing = z.undefined();

function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output } as const;
}

/** Every call that passes the doorway, with the shapes on both ways. Main parses the input before anything else. */
export const callSchemas = {
  'connections.list': call(nothing, z.array(connectionViewSchema).readonly()),
  'connections.save': call(connectionDraftSchema, connectionViewSchema),
  'connections.test': call(connectionIdSchema, connectionTestSchema),
  'connections.remove': call(connectionIdSchema, nothing),

  'jobs.list': call(jobQuerySchema, z.array(jobViewSchema).readonly()),
  'jobs.get': call(jobIdSchema, jobDetailSchema),
  'jobs.track': call(trackInputSchema, jobViewSchema),
  'jobs.start': call(startInputSchema, jobViewSchema),
  'jobs.check': call(jobIdSchema, jobViewSchema),
  /** Answers the first trouble that was met, if any. */
  'jobs.checkAll': call(nothing, docketErrorSchema.nullable()),
  'jobs.cancel': call(jobIdSchema, jobViewSchema),
  'jobs.repeat': call(jobIdSchema, jobViewSchema),
  'jobs.forget': call(jobIdSchema, nothing),

  'retrievals.start': call(jobIdSchema, jobViewSchema),
  'retrievals.pause': call(jobIdSchema, jobViewSchema),
  'retrievals.resume': call(jobIdSchema, jobViewSchema),
  'retrievals.discard': call(jobIdSchema, jobViewSchema),

  'commits.preview': call(jobIdSchema, commitPreviewSchema),
  'commits.commit': call(
    z.object({ jobId: jobIdSchema, fingerprint: sha256Schema, keepFiles: z.boolean() }),
    commitStateSchema,
  ),
  'commits.settle': call(jobIdSchema, commitStateSchema),
  'commits.resolve': call(resolveInputSchema, commitStateSchema),

  'review.open': call(openInputSchema, openTableSchema),
  'review.rows': call(rowsQuerySchema, rowsPageSchema),
  'review.close': call(z.string().max(64), nothing),
  'review.mark': call(markReviewedSchema, jobViewSchema),
  /** Starts the review process ahead, when a table is likely to be opened soon. */
  'review.warm': call(nothing, nothing),
  /** The table as it is now; subscribe to `review-changed` first. */
  'review.state': call(handleSchema, openTableSchema),
  'review.cancel': call(reviewCancelSchema, nothing),
  'review.view': call(viewInputSchema, viewSchema),
  'review.find': call(findInputSchema, findResultSchema),
  'review.cell': call(cellQuerySchema, cellPieceSchema),
  'review.record': call(recordQuerySchema, recordSchema),
  'review.broken': call(brokenQuerySchema, brokenPageSchema),
  'review.profile': call(profileInputSchema, profileSchema),
  'review.values': call(valuesInputSchema, valuesSchema),
  'review.summary': call(handleSchema, summarySchema),
  'review.earlier': call(handleSchema, earlierSchema),
  'review.compare': call(compareInputSchema, comparisonSchema),
  'review.compareRows': call(compareRowsInputSchema, comparePageSchema),
  'review.saveAs': call(saveInputSchema, savedSchema),
  'review.revealSaved': call(z.string().max(64), nothing),
  'review.remember': call(rememberInputSchema, nothing),

  'files.reveal': call(fileIdSchema, nothing),
  'files.openExternally': call(fileIdSchema, nothing),

  'history.list': call(historyQuerySchema, historyPageSchema),

  'settings.get': call(nothing, settingsSchema),
  'settings.update': call(settingsPatchSchema, settingsSchema),
  'settings.chooseFolder': call(nothing, settingsSchema),

  'app.info': call(nothing, appInfoSchema),
  'app.practice': call(z.boolean(), appInfoSchema),
  'app.quit': call(quitAnswerSchema, nothing),
} as const;

export type CallName = keyof typeof callSchemas;
export type CallInput<C extends CallName> = z.input<(typeof callSchemas)[C]['input']>;
export type ParsedInput<C extends CallName> = z.output<(typeof callSchemas)[C]['input']>;
export type CallOutput<C extends CallName> = z.output<(typeof callSchemas)[C]['output']>;
