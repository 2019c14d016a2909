import type { CallInput, CallName, CallOutput } from './calls.ts';
import type { Result } from './errors.ts';
import type { EventName, EventPayload } from './events.ts';

/**
 * Names of the calls and events. Kept apart from the schemas so that the preload script carries no schema library;
 * `satisfies` fails to compile when one is declared but not named here.
 */
const calls = {
  'connections.list': true,
  'connections.save': true,
  'connections.test': true,
  'connections.remove': true,
  'connections.collectAutomatically': true,
  'schedules.list': true,
  'schedules.preview': true,
  'schedules.save': true,
  'schedules.pause': true,
  'schedules.remove': true,
  'schedules.run': true,
  'jobs.list': true,
  'jobs.get': true,
  'jobs.track': true,
  'jobs.start': true,
  'jobs.check': true,
  'jobs.checkAll': true,
  'jobs.cancel': true,
  'jobs.repeat': true,
  'jobs.forget': true,
  'jobs.letGo': true,
  'jobs.keep': true,
  'retrievals.start': true,
  'retrievals.pause': true,
  'retrievals.resume': true,
  'retrievals.discard': true,
  'commits.preview': true,
  'commits.commit': true,
  'commits.settle': true,
  'commits.resolve': true,
  'review.open': true,
  'review.shown': true,
  'review.rows': true,
  'review.close': true,
  'review.mark': true,
  'review.warm': true,
  'review.state': true,
  'review.cancel': true,
  'review.view': true,
  'review.placeOf': true,
  'review.find': true,
  'review.cell': true,
  'review.record': true,
  'review.broken': true,
  'review.profile': true,
  'review.values': true,
  'review.summary': true,
  'review.earlier': true,
  'review.compare': true,
  'review.compareRows': true,
  'review.saveAs': true,
  'review.revealSaved': true,
  'review.remember': true,
  'files.reveal': true,
  'files.openExternally': true,
  'files.list': true,
  'files.outline': true,
  'files.cleanUpPlan': true,
  'files.cleanUp': true,
  'files.stopCleanUp': true,
  'files.revealSaved': true,
  'receipts.get': true,
  'receipts.check': true,
  'receipts.stopCheck': true,
  'receipts.print': true,
  'receipts.savePdf': true,
  'history.list': true,
  'history.outline': true,
  'history.facets': true,
  'history.saveAs': true,
  'settings.get': true,
  'settings.update': true,
  'settings.chooseFolder': true,
  'app.info': true,
  'app.practice': true,
  'app.quit': true,
} as const satisfies Readonly<Record<CallName, true>>;

const events = {
  'jobs-changed': true,
  'transfers-changed': true,
  'connections-changed': true,
  'schedules-changed': true,
  'review-changed': true,
  'proof-progress': true,
  attention: true,
} as const satisfies Readonly<Record<EventName, true>>;

export const callNames: readonly string[] = Object.keys(calls);
export const eventNames: readonly string[] = Object.keys(events);

type Room<C extends string> = C extends `${infer R}.${string}` ? R : never;
type Verb<C extends string, R extends string> = C extends `${R}.${infer V}` ? V : never;

type Call<C extends CallName> = [CallInput<C>] extends [undefined]
  ? () => Promise<Result<CallOutput<C>>>
  : (input: CallInput<C>) => Promise<Result<CallOutput<C>>>;

/** `window.docket`: all that the renderer can ask of main. */
export type DocketApi = {
  readonly [R in Room<CallName>]: {
    readonly [V in Verb<CallName, R>]: `${R}.${V}` extends CallName ? Call<`${R}.${V}`> : never;
  };
} & {
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void;
};

/** One IPC channel for all calls, one for all events: a channel that isn't declared can't exist. */
export const callChannel = 'docket:call';
export const eventChannel = 'docket:event';
