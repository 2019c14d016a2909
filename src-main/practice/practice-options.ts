/** What a caller may choose about the practice vendors; everything has a default that suits the app. */
export interface PracticeOptions {
  /** Milliseconds since the epoch. Every state, expiry, quota window and `Date` header follows it. Default `Date.now`. */
  readonly clock?: () => number;
  /** The same seed gives the same ids, secrets' effects and records. Default 1. */
  readonly seed?: number;
  /** Milliseconds per visible step (0 %, 31 %, 64 %, 92 %, ready). Default 3000, so 12 s an export; 0 = ready at once. */
  readonly pace?: number;
  /** How much a new export holds. */
  readonly rows?: Partial<PracticeRows>;
  readonly expiry?: Partial<PracticeExpiry>;
  /** Path of a CSV file that one ready MyTracker export serves as gzipped parts. */
  readonly publicFile?: string;
  /** Ports to try first, so that references handed out earlier stay good; another is taken when one is busy. */
  readonly ports?: Partial<PracticePorts>;
  /** Whether the sample exports of practice mode are there from the start. Default true. */
  readonly preSeed?: boolean;
  /** What an earlier `snapshot()` gave. Anything that does not fit the schema is ignored: the vendors start afresh. */
  readonly snapshot?: unknown;
  /** Called after every change that a snapshot would show, from the moment the vendors have started. */
  readonly onChange?: () => void;
}

export interface PracticeRows {
  /** Profiles of a MyPreferences export. */
  readonly profiles: number;
  /** Rows in one MyTracker part. */
  readonly rowsPerPart: number;
  /** Parts of a MyTracker export. */
  readonly parts: number;
  /** Lines of a Crayon licence report. */
  readonly licenceLines: number;
}

/** Lifetimes, in milliseconds. */
export interface PracticeExpiry {
  /** From ready to `Expired` at MyPreferences. The vendor does not state it. */
  readonly export: number;
  /** From ready to the death of the first MyTracker link. The vendor does not state it; an example suggests a day. */
  readonly link: number;
  /** By how much each further part of a MyTracker export outlives the one before. */
  readonly linkStep: number;
  /** Bearer tokens at MyPreferences (OAuth) and Crayon. */
  readonly token: number;
}

export interface PracticePorts {
  readonly mypreferences: number;
  readonly mytracker: number;
  readonly mytrackerStorage: number;
  readonly crayon: number;
}

/** The options with every default filled in. */
export interface PracticeSettings {
  readonly clock: () => number;
  readonly seed: number;
  readonly pace: number;
  readonly rows: PracticeRows;
  readonly expiry: PracticeExpiry;
  readonly ports: PracticePorts;
  readonly publicFile: string | null;
  readonly preSeed: boolean;
  readonly onChange: () => void;
}

const hour = 3_600_000;

export function resolveOptions(options: PracticeOptions): PracticeSettings {
  return {
    clock: options.clock ?? Date.now,
    seed: options.seed ?? 1,
    pace: options.pace ?? 3000,
    rows: { profiles: 12_431, rowsPerPart: 60_000, parts: 3, licenceLines: 840, ...options.rows },
    expiry: { export: 24 * hour, link: 24 * hour, linkStep: hour, token: hour, ...options.expiry },
    ports: { mypreferences: 0, mytracker: 0, mytrackerStorage: 0, crayon: 0, ...options.ports },
    publicFile: options.publicFile ?? null,
    preSeed: options.preSeed ?? true,
    onChange: options.onChange ?? (() => undefined),
  };
}

/** The percentages people see while an export is being made; each lasts one pace. */
const progressSteps = [0, 31, 64, 92] as const;

/** From creation to ready, in milliseconds. */
export function workingTime(pace: number): number {
  return pace * progressSteps.length;
}

/** How far an export is, in percent; 100 from `readyAt` on. */
export function progressAt(createdAt: number, readyAt: number, now: number): number {
  if (now >= readyAt) return 100;
  const share = (now - createdAt) / (readyAt - createdAt);
  const step = Math.min(progressSteps.length - 1, Math.max(0, Math.floor(share * progressSteps.length)));
  return progressSteps[step] ?? 0;
}
