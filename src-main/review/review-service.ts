import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type { OpenTable, RowsPage, RowsQuery } from '../../src-preload/contract/review.ts';
import { troubleWithFiles } from '../jobs/files-on-disk.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { type Answer, answerSchema, type Request } from './protocol.ts';

/** The review process as a port: a utility process in the app, a child process in tests. */
export interface WorkerProcess {
  send(request: Request): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface ReviewPorts {
  /** For temporary tables; emptied at start, since a crash may have left some. */
  readonly folder: string;
  readonly spawn: (folder: string) => WorkerProcess;
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly ids: () => string;
}

type WithoutId<R> = R extends Request ? Omit<R, 'id'> : never;

/** Opens collected files as tables, in a process of its own that lives while a table is open. */
export function createReviewService({ folder, spawn, book, ledger, log, ids }: ReviewPorts) {
  let worker: WorkerProcess | null = null;
  let nextId = 1;
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  const handles = new Set<string>();

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

  function stop(reason: Failure): void {
    worker = null;
    handles.clear();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }

  function start(): WorkerProcess {
    const process = spawn(folder);
    process.onMessage((message) => {
      const answer = answerSchema.safeParse(message);
      if (!answer.success) {
        log.error('the review process said something that is no answer');
        return;
      }
      waiting.get(answer.data.id)?.resolve(answer.data);
      waiting.delete(answer.data.id);
    });
    process.onExit(() => {
      if (worker !== process) return;
      log.warn('the review process ended by itself');
      stop(new Failure('review-stopped', { action: { kind: 'try-again' } }));
    });
    return process;
  }

  function ask(request: WithoutId<Request>): Promise<Answer> {
    worker ??= start();
    const id = nextId++;
    const current = worker;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      current.send({ ...request, id });
    });
  }

  async function open(fileId: string, sheet: string | null): Promise<OpenTable> {
    const trouble = await ready;
    if (trouble !== null) throw trouble;
    const file = ledger.files.get(fileId);
    if (file === null) throw new Failure('file-missing');
    const job = book.get(file.jobId);
    const all = ledger.files.of(file.jobId);
    const files = tableFilesOf(file, all);
    const changed = await troubleWithFiles(job.id, files);
    if (changed !== null) throw new Failure(changed.code, changed);
    const handle = ids();
    handles.add(handle);
    const source = { files: files.map((one) => path.join(one.folder, one.name)), kind: file.kind, sheet };
    try {
      const answer = await ask({ do: 'open', handle, source });
      if (answer.kind !== 'table') throw failureOf(answer, file.name);
      const { table } = answer;
      const collected = job.retrieval.kind === 'collected' ? job.retrieval.rows : null;
      // What was counted at collection is the truth: one ill line can swallow the lines after it.
      const missing = files.length === all.length && sheet === null ? (collected ?? 0) - table.totalRows : 0;
      const brokenRows = Math.max(table.brokenRows, missing);
      return { handle, jobId: job.id, title: job.title, files: files.length, ...table, brokenRows };
    } catch (thrown) {
      handles.delete(handle);
      endWhenIdle();
      throw thrown;
    }
  }

  async function rows(query: RowsQuery): Promise<RowsPage> {
    if (!handles.has(query.handle)) throw new Failure('review-closed');
    const { handle, offset, limit, columns } = query;
    const answer = await ask({ do: 'rows', handle, offset, limit, columns: columns ?? null });
    if (answer.kind !== 'rows') throw failureOf(answer);
    return answer.page;
  }

  async function close(handle: string): Promise<void> {
    if (!handles.delete(handle)) return;
    // Another close may have ended the process before it could answer: closed is closed.
    await ask({ do: 'close', handle }).catch(() => undefined);
    endWhenIdle();
  }

  /** No table, no process: its memory goes back to the computer. */
  function endWhenIdle(): void {
    if (handles.size > 0 || worker === null) return;
    const ending = worker;
    stop(new Failure('review-closed'));
    ending.kill();
  }

  return {
    open,
    rows,
    close,
    shutdown(): void {
      const ending = worker;
      stop(new Failure('review-closed'));
      ending?.kill();
    },
  };
}

/** Parts of one retrieval are one table; a workbook stands alone. */
function tableFilesOf(file: FileView, all: readonly FileView[]): readonly FileView[] {
  if (file.kind !== 'csv' && file.kind !== 'csv.gz' && file.kind !== 'ndjson') return [file];
  return all.filter((other) => other.kind === file.kind);
}

function failureOf(answer: Answer, subject?: string): Failure {
  if (answer.kind !== 'failed') return new Failure('review-stopped');
  return new Failure(answer.code, {
    ...(subject === undefined ? {} : { subject }),
    ...(answer.detail === undefined ? {} : { detail: answer.detail }),
  });
}
