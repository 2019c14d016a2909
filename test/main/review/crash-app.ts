import { fork } from 'node:child_process';
import path from 'node:path';
import type { JobBook } from '../../../src-main/jobs/job-book.ts';
import type { Ledger } from '../../../src-main/jobs/ledger.ts';
import { systemClock } from '../../../src-main/ports/clock.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { createReviewMemory } from '../../../src-main/review/review-memory.ts';
import { createReviewService } from '../../../src-main/review/review-service.ts';
import type { WorkerProcess } from '../../../src-main/review/worker-link.ts';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';

/** A review service over one file; started as a process of its own it is an app that can be killed. */
export function reviewOf(work: string, file: FileView, onWorker: (pid: number) => void = () => {}) {
  const spawn = (start: unknown): WorkerProcess => {
    const child = fork(path.resolve('src-main/review/worker.ts'), [JSON.stringify(start)], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    onWorker(child.pid ?? 0);
    return {
      send: (request) => void child.send(request),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    };
  };
  let next = 0;
  const job = { title: 'Installs', connectionId: 'c', provider: 'mytracker', request: null };
  return createReviewService({
    folder: work,
    // So little that the table is kept on disk.
    limits: { memoryMegabytes: 128, threads: 1 },
    spawn,
    log: silentLog,
    clock: systemClock,
    memory: createReviewMemory({
      name: 'review.json',
      read: () => undefined,
      write: () => {},
      setAside: () => 'review.corrupt.json',
    }),
    onChange: () => {},
    book: {
      get: (id: string) => ({ ...job, id, retrieval: { kind: 'collected', rows: null } }),
    } as unknown as JobBook,
    ledger: { files: { get: () => file, of: () => [file] } } as unknown as Ledger,
    ids: () => `h${next++}`,
  });
}

const [, program, work, file] = process.argv;
if (program?.endsWith('crash-app.ts') && work !== undefined && file !== undefined) {
  let worker = 0;
  const service = reviewOf(work, JSON.parse(file) as FileView, (pid) => {
    worker = pid;
  });
  const { totalRows } = await service.open({ fileId: 'a' });
  process.send?.({ worker, totalRows });
}
