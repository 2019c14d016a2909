import type { KnobBoard } from '../http/knobs.ts';
import { type PracticeSettings, workingTime } from '../practice-options.ts';
import { hexDigits, seededRandom } from '../seeded-random.ts';
import { january, type TrackerExport } from './exports.ts';
import type { MyTrackerKnobs, TrackerOutcome } from './knobs.ts';

/** What a test may put into the vendor's store. */
export interface TrackerSeed {
  readonly id?: string;
  readonly event?: string;
  readonly selectors?: readonly string[];
  readonly state?: 'in-progress' | 'success' | 'error' | 'user-error' | 'cancelled' | 'expired';
  readonly outcome?: TrackerOutcome;
  readonly parts?: number;
  readonly rowsPerPart?: number;
  /** In which its events lie, epoch ms; by default January 2026. */
  readonly period?: TrackerExport['period'];
  /** For `in-progress`: how long it still takes; default one working time. */
  readonly readyInMs?: number;
  readonly fromPublicFile?: boolean;
  /** Served in place of made-up rows, one entry a part; not kept in a snapshot. */
  readonly content?: readonly (string | Uint8Array)[];
}

export interface TrackerStore {
  readonly readyReferences: {
    readonly success: string;
    readonly inProgress: string;
    readonly publicFile: string | null;
  };
  find(id: string): TrackerExport | undefined;
  /** Returns the id. */
  add(wish: TrackerSeed): string;
  change(id: string, patch: Partial<TrackerExport>): TrackerExport;
  /** Links with the lifetimes they have when made at `from`; another `round` gives other links. */
  freshFiles(id: string, from: number, count: number, round: number): TrackerExport['files'];
  all(): readonly TrackerExport[];
}

const installSelectors = [
  ...['idDevice', 'customUserId', 'idCountry', 'idOsTitle', 'idPartnerTitle', 'idAppVersionTitle'],
  ...['tsEvent', 'dtEvent', 'tsInsert', 'advertisingId', 'params.name', 'params.value'],
];
const paymentSelectors = [
  ...['idDevice', 'customUserId', 'idCountry', 'tsEvent', 'dtEvent'],
  ...['moneyOriginal', 'idCurrencyTitle', 'isVerified'],
];

export function createTrackerStore(
  settings: PracticeSettings,
  board: KnobBoard<MyTrackerKnobs>,
  restored: readonly TrackerExport[],
): TrackerStore {
  const { clock, seed } = settings;
  // Without the public file its export could not be served any more.
  const servable = restored.filter((item) => !item.fromPublicFile || settings.publicFile !== null);
  const exports = new Map<string, TrackerExport>(servable.map((item) => [item.id, item]));
  const firstId = 11_040_581 + seed * 1000;
  const readyReferences = {
    success: String(firstId),
    inProgress: String(firstId + 1),
    publicFile: settings.publicFile === null ? null : String(firstId + 2),
  };

  function put(item: TrackerExport): TrackerExport {
    exports.set(item.id, item);
    settings.onChange();
    return item;
  }

  function nextId(): string {
    let id = firstId + 3;
    while (exports.has(String(id))) id += 1;
    return String(id);
  }

  function freshFiles(id: string, from: number, count: number, round: number): TrackerExport['files'] {
    const hash = hexDigits(seededRandom('link', seed, id, round), 32);
    return Array.from({ length: count }, (_, part) => ({
      hash,
      expiresAt: from + settings.expiry.link + part * settings.expiry.linkStep,
    }));
  }

  function add(wish: TrackerSeed): string {
    const now = clock();
    const state = wish.state ?? 'success';
    const id = wish.id ?? nextId();
    const readyAt = state === 'in-progress' ? now + (wish.readyInMs ?? workingTime(settings.pace)) : now;
    const files = freshFiles(id, readyAt, wish.content?.length ?? wish.parts ?? settings.rows.parts, 0);
    put({
      id,
      event: wish.event ?? 'installs',
      selectors: wish.selectors ?? installSelectors,
      createdAt: now,
      readyAt,
      outcome: wish.outcome ?? outcomeOf(state),
      errorMessage: board.knobs.errorMessage,
      errorsLeft: board.knobs.transientErrors,
      cancelledAt: state === 'cancelled' ? now : null,
      rowsPerPart: wish.rowsPerPart ?? settings.rows.rowsPerPart,
      period: wish.period ?? january,
      fromPublicFile: wish.fromPublicFile ?? false,
      files: state === 'expired' ? files.map((file) => ({ ...file, expiresAt: now })) : files,
    });
    return id;
  }

  if (settings.preSeed) {
    const { success, inProgress, publicFile } = readyReferences;
    // Their names on the list say October, and the third quarter.
    const year = lastOctober(clock());
    if (!exports.has(success)) {
      add({ id: success, period: { from: Date.UTC(year, 9), to: Date.UTC(year, 10) } });
    }
    if (!exports.has(inProgress)) {
      const payments = { event: 'payments', selectors: paymentSelectors, parts: 1 };
      const period = { from: Date.UTC(year, 6), to: Date.UTC(year, 9) };
      add({ id: inProgress, state: 'in-progress', period, ...payments });
    }
    if (publicFile !== null && !exports.has(publicFile)) {
      add({ id: publicFile, event: 'customEvents', fromPublicFile: true });
    }
  }

  return {
    readyReferences,
    find: (id) => exports.get(id),
    add,
    change(id, patch) {
      const item = exports.get(id);
      if (item === undefined) throw new Error('No such practice export');
      return put({ ...item, ...patch });
    },
    freshFiles,
    all: () => [...exports.values()],
  };
}

/** The year of the last October that is over. */
function lastOctober(now: number): number {
  const today = new Date(now);
  return today.getUTCMonth() >= 10 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
}

function outcomeOf(state: NonNullable<TrackerSeed['state']>): TrackerOutcome {
  if (state === 'error') return 'error-permanent';
  return state === 'user-error' ? 'user-error' : 'success';
}
