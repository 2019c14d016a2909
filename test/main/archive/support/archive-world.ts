import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createArchive } from '../../../../src-main/archive/create-archive.ts';
import { createJobBook } from '../../../../src-main/jobs/create-job-book.ts';
import type { Job } from '../../../../src-main/jobs/job.ts';
import { openLedger } from '../../../../src-main/jobs/sqlite-ledger.ts';
import { silentLog } from '../../../../src-main/ports/log.ts';
import { type Disk, systemDisk } from '../../../../src-main/retrieval/disk.ts';
import { createFileChecks } from '../../../../src-main/retrieval/file-checks.ts';
import { fingerprintOf } from '../../../../src-main/retrieval/fingerprint.ts';
import type { Receipt } from '../../../../src-preload/contract/commits.ts';
import type { ProofProgress } from '../../../../src-preload/contract/receipts.ts';
import type { FileView } from '../../../../src-preload/contract/retrievals.ts';
import { sampleJob } from '../../../support/sample-job.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

export interface Content {
  readonly [name: string]: string;
}

/** The archive over a real ledger and real files; the bin is a folder beside them. */
export function openArchiveWorld(options: { readonly disk?: (disk: Disk) => Disk } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'docket-archive-'));
  const bin = join(root, 'bin');
  mkdirSync(bin);
  const clock = createVirtualClock();
  const { ledger } = openLedger({ file: join(root, 'ledger.sqlite'), clock, user: 'kim' });
  onTestFinished(() => {
    ledger.close();
    rmSync(root, { recursive: true, force: true });
  });
  const book = createJobBook({ ledger, clock, user: 'kim', nextCheckAt: () => null });
  const disk = options.disk?.(systemDisk) ?? systemDisk;
  const progress: ProofProgress[] = [];
  const desk = {
    /** What the bin does with a file; a test may put its own in place. */
    moveToBin: async (path: string) => renameSync(path, join(bin, randomUUID())),
    /** Where the person wants things saved; null: they cancel. */
    place: null as string | null,
    asked: [] as { readonly folder: string; readonly name: string; readonly format: string }[],
    toPdf: async () => new TextEncoder().encode('%PDF-1.7 a page'),
    print: async () => true,
    onProgress: (_: ProofProgress) => {},
  };
  const archive = createArchive({
    book,
    ledger,
    disk,
    checks: createFileChecks(disk),
    clock,
    user: 'kim',
    log: silentLog,
    ids: randomUUID,
    choosePlace: async (about) => {
      desk.asked.push(about);
      return desk.place;
    },
    folder: () => root,
    moveToBin: (path) => desk.moveToBin(path),
    paper: { toPdf: () => desk.toPdf(), print: () => desk.print() },
    onProgress: (about) => {
      progress.push(about);
      desk.onProgress(about);
    },
  });

  function collect(id: string, content: Content, change: Partial<Job> = {}): Job {
    const folder = join(root, 'Docket', id);
    mkdirSync(folder, { recursive: true });
    const files = Object.entries(content).map(([name, text]): FileView => {
      writeFileSync(join(folder, name), text);
      return {
        id: `${id}/${name}`,
        jobId: id,
        name,
        folder,
        kind: 'csv',
        bytes: Buffer.byteLength(text),
        sha256: createHash('sha256').update(text).digest('hex'),
        rows: text.split('\n').length,
      };
    });
    const fingerprint = fingerprintOf(files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const job = sampleJob({
      id,
      title: `Export ${id}`,
      folder,
      retrieval: {
        kind: 'collected',
        fingerprint,
        files: files.length,
        rows: 3,
        bytes,
        collectedAt: clock.now(),
        verifiedAt: clock.now(),
      },
      ...change,
    });
    ledger.transaction(() => {
      book.add(job);
      ledger.files.replace(id, files);
    });
    return job;
  }

  function commit(id: string): Receipt {
    const job = book.get(id);
    if (job.retrieval.kind !== 'collected') throw new Error('not collected');
    const { fingerprint, rows, files, bytes } = job.retrieval;
    const attempt = { id: `attempt-${id}`, startedAt: clock.now(), fingerprint, keepFiles: null, by: 'kim' };
    const receipt: Receipt = {
      id: `receipt-${id}`,
      jobId: id,
      title: job.title,
      connectionName: job.connectionName,
      provider: job.provider,
      practice: job.practice,
      by: 'kim',
      at: clock.now(),
      fingerprint,
      rows,
      files,
      bytes,
      keepFiles: null,
      effect: 'sign-off-only',
      vendorAnswer: 'sign-off: no call',
      proof: 'answer',
    };
    ledger.transaction(() => {
      ledger.commits.begin(id, attempt);
      ledger.commits.finish(attempt.id, { kind: 'committed', receipt });
      book.update(id, { commit: { kind: 'committed', receipt } });
    });
    return receipt;
  }

  return {
    root,
    bin,
    clock,
    ledger,
    book,
    archive,
    desk,
    progress,
    collect,
    commit,
    signed(id: string, content: Content, change: Partial<Job> = {}): Receipt {
      collect(id, content, change);
      return commit(id);
    },
    pathOf: (id: string, name: string) => join(root, 'Docket', id, name),
    isThere: (id: string, name: string) => existsSync(join(root, 'Docket', id, name)),
    kinds: () => ledger.history.list({}).entries.map(({ kind, note }) => `${kind} ${note ?? ''}`.trim()),
  };
}
