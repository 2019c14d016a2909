import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type {
  FirstRows,
  LoadState,
  OpenedTable,
  OpenInput,
  OpenTable,
  ReviewTask,
  RowsPage,
  RowsQuery,
} from '../../src-preload/contract/review.ts';
import type { View, ViewInput } from '../../src-preload/contract/review-view.ts';
import { troubleWithFiles } from '../jobs/files-on-disk.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { exportKindOf } from './export-kind.ts';
import { namedFailure } from './named-failure.ts';
import type { AskInput, AskName, AskOutput, Source, Start, TableState } from './protocol.ts';
import { sourceOf, tableFilesOf } from './review-files.ts';
import type { ReviewMemory } from './review-memory.ts';
import type { ViewSpec } from './views.ts';
import { createWorkerLink, type WorkerProcess } from './worker-link.ts';

export type { WorkerProcess } from './worker-link.ts';

export interface ReviewPorts {
  /** For temporary tables; emptied at start, since a crash may have left some. */
  readonly folder: string;
  readonly limits: Start['limits'];
  readonly spawn: (start: Start) => WorkerProcess;
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly memory: ReviewMemory;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: () => string;
  readonly onChange: (change: { readonly table: OpenTable; readonly task: ReviewTask | null }) => void;
}

/** A table that someone looks at. It outlives the process that holds it: a new one opens it again. */
export interface HeldTable {
  readonly handle: string;
  readonly jobId: string;
  readonly fileName: string;
  readonly files: readonly FileView[];
  readonly source: Source;
  /** All files of the retrieval are in the table: its rows can be counted against those collected. */
  readonly isWhole: boolean;
  state: TableState | null;
  /** The process that it is open in. */
  generation: number | null;
  reopening: Promise<void> | null;
  readonly views: Map<string, ViewSpec>;
}

/** Whoever has closed a table often opens the next one: so long its process waits for that, ms. */
export const idleBeforeStop = 60_000;
const stopped = { code: 'review-stopped', action: { kind: 'try-again' } } as const;

/** Opens collected files as tables, in a process of its own that lives while a table is open, and a little longer. */
export function createReviewService(ports: ReviewPorts) {
  const { folder, book, ledger, memory, log, clock, ids, onChange } = ports;
  const held = new Map<string, HeldTable>();
  let nextView = 1;
  let cancelEnding = () => {};

  const link = createWorkerLink({
    spawn: ports.spawn,
    start: { folder, limits: ports.limits },
    log,
    onChanged(handle, state, task) {
      const table = held.get(handle);
      if (table === undefined) return;
      table.state = state;
      onChange({ table: viewOf(table), task });
    },
    onEnded() {
      for (const table of held.values()) {
        if (table.state !== null && table.reopening === null) tell(table, { kind: 'failed', error: stopped });
      }
    },
    onTrouble({ error }) {
      // A table that is being read would be waited for in vain.
      for (const table of held.values()) {
        if (table.state?.load.kind === 'loading') tell(table, { kind: 'failed', error });
      }
    },
  });

  /** Whoever looks at the table hears how it stands with it. */
  function tell(table: HeldTable, load: LoadState): void {
    if (table.state === null) return;
    table.state = { ...table.state, load };
    onChange({ table: viewOf(table), task: null });
  }

  /** Why there is no such folder; told at the first table that is opened, since nobody may ever open one. */
  const ready: Promise<Failure | null> = rm(folder, { recursive: true, force: true })
    .then(() => mkdir(folder, { recursive: true }))
    .then(
      () => null,
      (cause: unknown) =>
        new Failure('folder-unwritable', {
          subject: path.basename(folder),
          action: { kind: 'try-again' },
          cause,
        }),
    );

  function tableOf(handle: string): HeldTable {
    const table = held.get(handle);
    if (table === undefined) throw new Failure('review-closed');
    return table;
  }

  function viewOf(table: HeldTable): OpenTable {
    const job = book.get(table.jobId);
    const { state } = table;
    if (state === null) throw new Failure('review-closed');
    const collected = job.retrieval.kind === 'collected' ? job.retrieval.rows : null;
    // What was counted at collection is the truth: one ill line can swallow the lines after it.
    const missing = table.isWhole && state.load.kind === 'ready' ? (collected ?? 0) - state.totalRows : 0;
    return {
      ...state,
      handle: table.handle,
      jobId: table.jobId,
      title: job.title,
      files: table.source.files.length,
      brokenRows: Math.max(state.brokenRows, missing),
      remembered: memory.layout(exportKindOf(job)),
    };
  }

  async function openIn(
    table: HeldTable,
    progressive: boolean,
    asked: FirstRows | undefined,
  ): Promise<RowsPage | undefined> {
    const { handle, source, files, jobId } = table;
    const changed = await troubleWithFiles(jobId, files);
    if (changed !== null) throw new Failure(changed.code, changed);
    const { first, ...state } = await link.ask('open', {
      handle,
      source,
      progressive,
      ...(asked === undefined ? {} : { first: asked }),
    });
    table.state = state;
    table.generation = link.generation();
    return first;
  }

  /** Asks about a table; one whose process has ended is opened again first. */
  async function ask<A extends AskName>(
    table: HeldTable,
    name: A,
    input: AskInput<A>,
  ): Promise<AskOutput<A>> {
    if (table.reopening === null && table.generation !== link.generation()) {
      tell(table, { kind: 'loading', bytes: 0, totalBytes: 0, rows: null });
      table.reopening = openIn(table, false, undefined)
        .then(() => undefined)
        .finally(() => {
          table.reopening = null;
        });
    }
    if (table.reopening !== null) {
      await table.reopening;
      onChange({ table: viewOf(table), task: null });
    }
    try {
      return await link.ask(name, input);
    } catch (thrown) {
      throw namedFailure(thrown, table.fileName);
    }
  }

  function specOf(table: HeldTable, viewId: string | undefined): ViewSpec | null {
    if (viewId === undefined || viewId === '') return null;
    const spec = table.views.get(viewId);
    if (spec === undefined) throw new Failure('call-invalid', { subject: 'viewId' });
    return spec;
  }

  async function open(input: OpenInput): Promise<OpenedTable> {
    const { fileId, jobId, sheet, progressive, dialect, partColumn, first } = input;
    const trouble = await ready;
    if (trouble !== null) throw trouble;
    const file = fileId === undefined ? ledger.files.of(jobId ?? '')[0] : ledger.files.get(fileId);
    if (file === undefined || file === null) throw new Failure('file-missing');
    const job = book.get(file.jobId);
    const all = ledger.files.of(file.jobId);
    const files = tableFilesOf(file, all);
    const how = { sheet: sheet ?? null, dialect: definedOf(dialect ?? {}), partColumn: partColumn ?? false };
    const source = sourceOf(files, how);
    const table: HeldTable = {
      handle: ids(),
      jobId: job.id,
      fileName: file.name,
      files,
      source,
      isWhole: files.length === all.length && sheet === undefined,
      state: null,
      generation: null,
      reopening: null,
      views: new Map(),
    };
    held.set(table.handle, table);
    cancelEnding();
    try {
      const page = await openIn(table, progressive ?? false, first);
      return { ...viewOf(table), ...(page === undefined ? {} : { first: page }) };
    } catch (thrown) {
      held.delete(table.handle);
      endWhenIdle();
      throw namedFailure(thrown, file.name);
    }
  }

  async function rows({ handle, viewId, offset, limit, columns, ahead }: RowsQuery): Promise<RowsPage> {
    const table = tableOf(handle);
    const view = specOf(table, viewId);
    return ask(table, 'rows', {
      handle,
      view,
      offset,
      limit,
      ...(columns === undefined ? {} : { columns }),
      ...(ahead === undefined ? {} : { ahead }),
    });
  }

  async function view({ handle, filters, sort }: ViewInput): Promise<View> {
    const table = tableOf(handle);
    if (filters.length === 0 && sort.length === 0) return { viewId: '', total: viewOf(table).totalRows };
    const spec = { filters, sort };
    const { total } = await ask(table, 'view', { handle, view: spec });
    const viewId = `v${nextView++}`;
    table.views.set(viewId, spec);
    return { viewId, total };
  }

  async function close(handle: string): Promise<void> {
    if (!held.delete(handle)) return;
    // Its process may have ended before it could answer: closed is closed.
    if (link.generation() !== null) await link.ask('close', { handle }).catch(() => undefined);
    await rm(path.join(folder, handle), { recursive: true, force: true }).catch(() => undefined);
    endWhenIdle();
  }

  /** No table for a while, no process: its memory goes back to the computer. */
  function endWhenIdle(): void {
    cancelEnding();
    if (held.size === 0) cancelEnding = clock.after(idleBeforeStop, link.stop);
  }

  return {
    open,
    rows,
    view,
    close,
    tableOf,
    viewOf,
    specOf,
    ask,
    /** How the table stands; one whose process has ended is opened again first. */
    async state(handle: string): Promise<OpenTable> {
      const table = tableOf(handle);
      if (table.generation !== link.generation())
        await ask(table, 'rows', { handle, view: null, offset: 0, limit: 1 });
      return viewOf(table);
    },
    /** One whose process has ended has nothing that waits. */
    async shown(handle: string): Promise<void> {
      const { generation } = tableOf(handle);
      if (generation !== null && generation === link.generation()) await link.ask('shown', { handle });
    },
    /** Stops what a table does; one whose process has ended does nothing. */
    async cancel(input: AskInput<'cancel'>): Promise<void> {
      const { generation } = tableOf(input.handle);
      if (generation !== null && generation === link.generation()) await link.ask('cancel', input);
    },
    /** Starts the process ahead; it ends again when no table is opened soon. */
    async warm(): Promise<void> {
      if ((await ready) !== null || held.size > 0) return;
      endWhenIdle();
      await link.ask('warm', {});
    },
    shutdown(): void {
      cancelEnding();
      held.clear();
      link.stop();
    },
  };
}
export type ReviewService = ReturnType<typeof createReviewService>;

function definedOf(said: NonNullable<OpenInput['dialect']>): Source['dialect'] {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
