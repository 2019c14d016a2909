import type { AppInfo } from '../src-preload/contract/app-info.ts';
import type { DocketError } from '../src-preload/contract/errors.ts';
import type { PaperPorts } from './archive/paper.ts';
import type { Outside } from './attention/attention.ts';
import type { TaskbarProgress } from './attention/taskbar.ts';
import type { Emit } from './bridge/event-hub.ts';
import type { DesktopPorts } from './bridge/handlers.ts';
import type { Keychain } from './credentials/keychain.ts';
import type { SecretStore } from './credentials/secret-store.ts';
import type { Clock } from './ports/clock.ts';
import type { Fetch } from './ports/fetch.ts';
import type { Log } from './ports/log.ts';
import type { Power } from './ports/power.ts';
import type { PracticeMode } from './practice/practice-mode.ts';
import type { PracticeOptions } from './practice/practice-options.ts';
import type { QuitDesktop } from './quitting/quit-keeper.ts';
import type { Disk } from './retrieval/disk.ts';
import type { FileChecks } from './retrieval/file-checks-port.ts';
import type { Start } from './review/protocol.ts';
import type { WorkerProcess } from './review/worker-link.ts';
import type { KeyValueFile } from './settings/key-value-file.ts';
import { mainWords } from './words/main-words.ts';

/** What the rooms need of the world around them. */
export interface RoomPorts {
  /** Absolute folder of all that Docket keeps, downloads aside. */
  readonly profile: string;
  /** The person's documents folder. */
  readonly documents: string;
  /** The operating system's user, for the history. */
  readonly user: string;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly power: Power;
  readonly log: Log;
  readonly ids: () => string;
  /** 0 ≤ n < 1. */
  readonly random: () => number;
  /** This computer's time zone, an IANA name. Default: the system's, as it is at the moment. */
  readonly zone?: () => string;
  /** `<name>.json` in the profile. */
  readonly storeFile: (name: string) => KeyValueFile;
  readonly keychain: Keychain | null;
  readonly spawnReview: (start: Start) => WorkerProcess;
  /** Memory and threads of the review engine. */
  readonly reviewLimits?: Start['limits'];
  readonly desktop: DesktopPorts;
  readonly describe: (about: {
    readonly user: string;
    readonly secrets: SecretStore;
    readonly practice: PracticeMode;
    readonly power: Power;
    readonly notices: readonly DocketError[];
  }) => Promise<AppInfo>;
  /** Tells the renderer. */
  readonly emit: Emit;
  readonly disk?: Disk;
  /** Default: on this thread. */
  readonly checks?: FileChecks;
  /** The system's bin and the printer. Default: there is none. */
  readonly outlets?: { readonly moveToBin: (path: string) => Promise<void>; readonly paper: PaperPorts };
  /** Ends every request under way, as a lost connection, and every connection that is kept for the next. */
  readonly dropConnections?: () => void;
  /** What lies outside of the window. Default: nothing does. */
  readonly outside?: Outside & { readonly showProgress: (progress: TaskbarProgress) => void };
  /** Default: the app can't be quit by a person. */
  readonly quitDesktop?: QuitDesktop;
  readonly practiceOptions?: PracticeOptions;
}

const notHere = () => Promise.reject(new Error('not on this system'));
export const noOutlets = { moveToBin: notHere, paper: { toPdf: notHere, print: notHere } } as const;

export const nothingOutside: Outside = {
  say: () => mainWords('en'),
  isWatched: () => true,
  notify: () => {},
  showCounts: () => {},
};
