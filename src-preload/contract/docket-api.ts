import type { CallInput, CallName, CallOutput } from './calls.ts';
import type { Result } from './errors.ts';
import type { EventName, EventPayload } from './events.ts';

/**
 * Names of the calls, by room. Kept apart from the schemas so that the preload script carries no schema library;
 * `satisfies` below makes the two lists equal.
 */
export const callNames = [
  'connections.list',
  'connections.save',
  'connections.test',
  'connections.remove',
  'jobs.list',
  'jobs.get',
  'jobs.track',
  'jobs.start',
  'jobs.check',
  'jobs.cancel',
  'jobs.repeat',
  'jobs.forget',
  'retrievals.start',
  'retrievals.pause',
  'retrievals.resume',
  'retrievals.discard',
  'commits.preview',
  'commits.commit',
  'commits.settle',
  'review.open',
  'review.rows',
  'review.close',
  'review.mark',
  'files.reveal',
  'files.openExternally',
  'history.list',
  'settings.get',
  'settings.update',
  'settings.chooseFolder',
  'app.info',
  'app.practice',
] as const satisfies readonly CallName[];

export const eventNames = [
  'jobs-changed',
  'transfers-changed',
  'connections-changed',
  'attention',
] as const satisfies readonly EventName[];

/** Fails to compile when a call or an event is declared but not named above. */
type Unnamed =
  | Exclude<CallName, (typeof callNames)[number]>
  | Exclude<EventName, (typeof eventNames)[number]>;
type NothingUnnamed = Unnamed extends never ? true : never;
export const everyCallIsNamed: NothingUnnamed = true;

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
