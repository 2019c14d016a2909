import { type PracticeSettings, workingTime } from '../practice-options.ts';
import { type MyPreferencesExport, recordsOf, shapeOf } from './exports.ts';
import { startKnobs } from './knobs.ts';

/** What a test may put into the vendor's store. */
export interface MyPreferencesSeed {
  readonly token?: string;
  readonly segment?: string;
  readonly state?: 'processing' | 'complete' | 'error' | 'failed' | 'expired' | 'retrieved';
  readonly total?: number;
  /** For `processing`: how long it still takes; default one working time. */
  readonly readyInMs?: number;
  /** How it ends; default as `state` says. */
  readonly outcome?: MyPreferencesExport['outcome'];
  /** Indexes of the profiles that a filter leaves. */
  readonly chosen?: readonly number[] | null;
  readonly from?: number;
  readonly edition?: MyPreferencesExport['edition'];
}

export interface MyPreferencesStore {
  readonly readyReferences: {
    readonly complete: string;
    readonly processing: string;
    /** Of the same segment as `complete`, a month before. */
    readonly earlier: string;
  };
  find(token: string): MyPreferencesExport | undefined;
  add(wish: MyPreferencesSeed): MyPreferencesExport;
  change(token: string, patch: Partial<MyPreferencesExport>): void;
  byteCount(item: MyPreferencesExport): number;
  all(): readonly MyPreferencesExport[];
}

export function createExportStore(
  settings: PracticeSettings,
  restored: readonly MyPreferencesExport[],
): MyPreferencesStore {
  const { clock, seed, rows } = settings;
  const exports = new Map<string, MyPreferencesExport>(restored.map((item) => [item.token, item]));
  const byteCounts = new Map<string, number>();
  const readyReferences = {
    complete: tokenText(seed, 0),
    processing: tokenText(seed, 1),
    earlier: tokenText(seed, 2),
  };

  function nextToken(): string {
    // The first three ordinals belong to the sample exports.
    let ordinal = 3;
    while (exports.has(tokenText(seed, ordinal))) ordinal += 1;
    return tokenText(seed, ordinal);
  }

  function put(item: MyPreferencesExport): void {
    exports.set(item.token, item);
    settings.onChange();
  }

  function add(wish: MyPreferencesSeed): MyPreferencesExport {
    const now = clock();
    const state = wish.state ?? 'complete';
    const readyAt = state === 'processing' ? now + (wish.readyInMs ?? workingTime(settings.pace)) : now;
    const item: MyPreferencesExport = {
      token: wish.token ?? nextToken(),
      segment: wish.segment ?? startKnobs.segments[0] ?? '',
      createdAt: now,
      readyAt,
      expiresAt: state === 'expired' ? now : readyAt + settings.expiry.export,
      outcome: wish.outcome ?? (state === 'error' || state === 'failed' ? state : 'complete'),
      total: wish.total ?? wish.chosen?.length ?? rows.profiles,
      chosen: wish.chosen ?? null,
      from: wish.from ?? 0,
      edition: wish.edition ?? 'only',
      retrieved: state === 'retrieved' ? { by: 'commit', at: now, keepFiles: false } : null,
    };
    put(item);
    return item;
  }

  if (settings.preSeed) {
    const { complete, processing, earlier } = readyReferences;
    // The oldest profiles have left since the month before, and newer ones have come.
    const left = Math.ceil(rows.profiles / 70);
    const come = Math.ceil(rows.profiles / 40);
    if (!exports.has(complete)) add({ token: complete, edition: 'later', from: left });
    if (!exports.has(earlier)) {
      add({ token: earlier, edition: 'earlier', total: Math.max(1, rows.profiles + left - come) });
    }
    const total = Math.ceil(rows.profiles / 4);
    if (!exports.has(processing)) {
      add({ token: processing, segment: 'Customers EU & UK', state: 'processing', total });
    }
  }

  return {
    readyReferences,
    find: (token) => exports.get(token),
    add,
    change(token, patch) {
      const item = exports.get(token);
      if (item === undefined) throw new Error('No such practice export');
      put({ ...item, ...patch });
    },
    byteCount(item) {
      const known = byteCounts.get(item.token);
      if (known !== undefined) return known;
      // A sample stands for the rest: the vendor does not say what exactly it counts.
      const sample = recordsOf(item, seed, shapeOf(item.segment, 'v4', 'profiles'), false, 0, 1000);
      const bytes = sample.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      const total = sample.length === 0 ? 0 : Math.round((bytes / sample.length) * item.total);
      byteCounts.set(item.token, total);
      return total;
    },
    all: () => [...exports.values()],
  };
}

/** Tokens the vendor gives are integers; whether they may pass 2^53 is not known, so every other one does. */
function tokenText(seed: number, ordinal: number): string {
  return ordinal % 2 === 0
    ? String(9_007_199_254_740_993n + BigInt(seed * 1000 + ordinal))
    : String(4_815_000 + seed * 1000 + ordinal);
}
