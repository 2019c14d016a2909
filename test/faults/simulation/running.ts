import type { Rooms } from '../../../src-main/compose-rooms.ts';
import type { CallName, ParsedInput } from '../../../src-preload/contract/calls.ts';
import type { Result } from '../../../src-preload/contract/errors.ts';
import type { Life as NetworkLife } from './network/simulated-network.ts';

/** One run of the app: the engine as index.ts composes it, over ports that all go dead together. */
export interface Life extends NetworkLife {
  readonly number: number;
  readonly rooms: Rooms;
  /** Ends the run here and now. */
  die(): void;
  /** A call as the renderer makes it. Never settles when the run dies first. */
  ask<C extends CallName>(name: C, input: ParsedInput<C>): Promise<Result<unknown>>;
  /** Steps of its disk that are under way. */
  powerChanged(): void;
}
