import type { Keychain } from '../../../src-main/credentials/keychain.ts';
import type { KeyValueFile } from '../../../src-main/settings/key-value-file.ts';
import type { Coverage } from './core/coverage.ts';
import type { EventQueue } from './core/event-queue.ts';
import type { History } from './core/history.ts';
import type { Random } from './core/random.ts';
import type { Swarm } from './core/swarm.ts';
import type { DiskFaults } from './disk/disk-faults.ts';
import type { Tree } from './disk/tree.ts';
import type { Fates } from './network/fate.ts';
import type { Life as Mortal, SimulatedNetwork } from './network/simulated-network.ts';
import type { Oracle } from './oracle/judge.ts';
import type { Life } from './running.ts';
import type { Vendor } from './vendors/vendor.ts';

/** Everything outside the engine, from one seed; it outlives every run of the app. */
export interface World {
  readonly seed: number;
  readonly queue: EventQueue;
  readonly random: Random;
  readonly swarm: Swarm;
  readonly history: History;
  readonly coverage: Coverage;
  readonly verbose: boolean;
  readonly tree: Tree;
  readonly diskFaults: DiskFaults;
  readonly network: SimulatedNetwork;
  readonly fates: Fates;
  readonly vendors: readonly Vendor[];
  readonly oracle: Oracle;
  /** Absolute folder of the ledger's file. */
  readonly profile: string;
  readonly computer: { awake: boolean; skew: number; keychainLocked: boolean };
  readonly kept: Map<string, string>;
  readonly stores: Map<string, string>;
  life: Life | null;
  healed: boolean;
  /** The next run that comes to such a place ends there. */
  armed: { readonly place: string | null; left: number } | null;
  /** The place at which the run ended that has just ended; null when it wasn't a picked one. */
  crashedAt: string | null;
  violation: string | null;
  wallClock(): number;
  nextId(): string;
  storeFile(name: string, life: Mortal): KeyValueFile;
  keychainOf(life: Mortal): Keychain;
  crashesAt(place: string): boolean;
  fault(what: string, about?: string): void;
  violated(what: string): void;
}
