import { z } from 'zod';
import { appInfoSchema } from './app-info.ts';
import { commitPreviewSchema, commitStateSchema, resolveInputSchema } from './commits.ts';
import {
  collectsInputSchema,
  connectionDraftSchema,
  connectionTestSchema,
  connectionViewSchema,
} from './connections.ts';
import { docketErrorSchema } from './errors.ts';
import {
  cleanUpInputSchema,
  cleanUpPlanSchema,
  cleanUpResultSchema,
  filesFilterSchema,
  filesOutlineSchema,
  filesPageSchema,
  filesQuerySchema,
} from './files.ts';
import {
  historyFacetsSchema,
  historyFilterSchema,
  historyOutlineSchema,
  historyPageSchema,
  historyQuerySchema,
  historySaveSchema,
} from './history.ts';
import { connectionIdSchema, fileIdSchema, instantSchema, jobIdSchema, sha256Schema } from './ids.ts';
import {
  jobDetailSchema,
  jobQuerySchema,
  jobViewSchema,
  startInputSchema,
  trackInputSchema,
} from './jobs.ts';
import { quitAnswerSchema } from './quitting.ts';
import { receiptCheckSchema, receiptPageSchema } from './receipts.ts';
import {
  brokenPageSchema,
  brokenQuerySchema,
  cellPieceSchema,
  cellQuerySchema,
  earlierSchema,
  handleSchema,
  markReviewedSchema,
  openedTableSchema,
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
import {
  findInputSchema,
  findResultSchema,
  placeInputSchema,
  rowPlaceSchema,
  viewInputSchema,
  viewSchema,
} from './review-view.ts';
import {
  scheduleDraftSchema,
  scheduleIdSchema,
  schedulePreviewSchema,
  scheduleViewSchema,
} from './schedules.ts';
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
  'connections.collectAutomatically': call(collectsInputSchema, connectionViewSchema),

  'schedules.list': call(nothing, z.array(scheduleViewSchema).readonly()),
  'schedules.preview': call(scheduleDraftSchema, schedulePreviewSchema),
  'schedules.save': call(scheduleDraftSchema, scheduleViewSchema),
  'schedules.pause': call(z.object({ id: scheduleIdSchema, paused: z.boolean() }), scheduleViewSchema),
  'schedules.remove': call(scheduleIdSchema, nothing),
  /** Asks now, beside its times. */
  'schedules.run': call(scheduleIdSchema, scheduleViewSchema),

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
  /** Off the list at once; forgotten a minute later, unless `jobs.keep` brings it back. */
  'jobs.letGo': call(jobIdSchema, nothing),
  'jobs.keep': call(jobIdSchema, jobViewSchema),

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

  'review.open': call(openInputSchema, openedTableSchema),
  /** The first rows are on the screen: what takes the processor may go on. */
  'review.shown': call(handleSchema, nothing),
  'review.rows': call(rowsQuerySchema, rowsPageSchema),
  'review.close': call(z.string().max(64), nothing),
  'review.mark': call(markReviewedSchema, jobViewSchema),
  /** Starts the review process ahead, when a table is likely to be opened soon. */
  'review.warm': call(nothing, nothing),
  /** The table as it is now; subscribe to `review-changed` first. */
  'review.state': call(handleSchema, openTableSchema),
  'review.cancel': call(reviewCancelSchema, nothing),
  'review.view': call(viewInputSchema, viewSchema),
  'review.placeOf': call(placeInputSchema, rowPlaceSchema),
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
  'files.list': call(filesQuerySchema, filesPageSchema),
  'files.outline': call(filesFilterSchema, filesOutlineSchema),
  /** What was committed before this instant and may go to the bin; nothing is moved. */
  'files.cleanUpPlan': call(instantSchema, cleanUpPlanSchema),
  'files.cleanUp': call(cleanUpInputSchema, cleanUpResultSchema),
  'files.stopCleanUp': call(nothing, nothing),
  /** Of a list or a receipt that was saved. */
  'files.revealSaved': call(z.string().max(64), nothing),

  'receipts.get': call(jobIdSchema, receiptPageSchema),
  /** Reads the receipt's files again; `proof-progress` tells how far it is. */
  'receipts.check': call(jobIdSchema, receiptCheckSchema),
  'receipts.stopCheck': call(jobIdSchema, nothing),
  /** The page as it is shown, on paper; false when the person cancelled. */
  'receipts.print': call(jobIdSchema, z.boolean()),
  /** The page as it is shown, as a PDF at a place of the person's choice. */
  'receipts.savePdf': call(
    z.object({ jobId: jobIdSchema, fileName: z.string().min(1).max(200) }),
    savedSchema,
  ),

  'history.list': call(historyQuerySchema, historyPageSchema),
  'history.outline': call(historyFilterSchema, historyOutlineSchema),
  'history.facets': call(nothing, historyFacetsSchema),
  'history.saveAs': call(historySaveSchema, savedSchema),

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
