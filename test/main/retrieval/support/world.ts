import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createJobBook } from '../../../../src-main/jobs/create-job-book.ts';
import type { Job } from '../../../../src-main/jobs/job.ts';
import type { JobBook } from '../../../../src-main/jobs/job-book.ts';
import type { Ledger } from '../../../../src-main/jobs/ledger.ts';
import { openLedger } from '../../../../src-main/jobs/sqlite-ledger.ts';
import { Failure } from '../../../../src-main/ports/failure.ts';
import { silentLog } from '../../../../src-main/ports/log.ts';
import type {
  ExportReport,
  FilePart,
  ProviderClient,
  RecordPage,
  RetrievalPlan,
} from '../../../../src-main/providers/provider.ts';
import { type Disk, systemDisk } from '../../../../src-main/retrieval/disk.ts';
import {
  createRetrievalService,
  type RetrievalService,
} from '../../../../src-main/retrieval/retrieval-service.ts';
import type { ExportState } from '../../../../src-preload/contract/jobs.ts';
import type { TransferProgress } from '../../../../src-preload/contract/retrievals.ts';
import { sampleJob } from '../../../support/sample-job.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'docket-retrieval-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The vendor's side, changed by the test as it goes. */
export interface Vendor {
  plan: (signal: AbortSignal) => Promise<RetrievalPlan>;
  state: ExportState;
  plans: number;
  checks: number;
}

export interface World {
  readonly root: string;
  readonly downloads: string;
  readonly clock: VirtualClock;
  readonly ledger: Ledger;
  readonly book: JobBook;
  readonly vendor: Vendor;
  readonly power: {
    online: boolean;
    awake: boolean;
    change(next: { online?: boolean; awake?: boolean }): void;
  };
  readonly progress: TransferProgress[][];
  settings: { downloadsFolder: string; parallelTransfers: number };
  readonly service: RetrievalService;
  /** Another service over the same ledger and files: the app after a restart. */
  restart(): Promise<RetrievalService>;
  addJob(change?: Partial<Job>): Job;
  retrieval(jobId?: string): Job['retrieval'];
  /** Waits until the job's retrieval is so. */
  until(kind: Job['retrieval']['kind'], jobId?: string): Promise<Job>;
  files(jobId?: string): readonly string[];
  folder(jobId?: string): string;
  kinds(): readonly string[];
}

export function filesPlan(...parts: readonly FilePart[]): () => Promise<RetrievalPlan> {
  return async () => ({ kind: 'files', parts });
}

export function createWorld(options: { readonly disk?: Disk; readonly client?: ProviderClient } = {}): World {
  const root = tempFolder();
  const downloads = join(root, 'Docket');
  const clock = createVirtualClock();
  const { ledger } = openLedger({ file: join(root, 'ledger.sqlite'), clock });
  const book = createJobBook({ ledger, clock, user: 'kim', nextCheckAt: () => null });
  const vendor: Vendor = {
    plan: async () => {
      throw new Failure('not-found');
    },
    state: { kind: 'ready' },
    plans: 0,
    checks: 0,
  };
  const listeners = new Set<() => void>();
  const power: World['power'] = {
    online: true,
    awake: true,
    change(next) {
      Object.assign(power, next);
      for (const listener of listeners) listener();
    },
  };
  const progress: TransferProgress[][] = [];
  const settings = { downloadsFolder: downloads, parallelTransfers: 2 };

  function make(): RetrievalService {
    return createRetrievalService({
      book,
      ledger,
      desk: {
        clientOf: async (job) => ({
          client: options.client ?? clientOf(vendor),
          traits,
          reference: job.reference,
        }),
      },
      clock,
      power: {
        isAwake: () => power.awake,
        isOnline: () => power.online,
        onChange(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      log: silentLog,
      settings: () => settings,
      onProgress: (all) => progress.push([...all]),
      ids: randomUUID,
      disk: options.disk ?? systemDisk,
    });
  }

  let service = make();
  onTestFinished(async () => {
    await service.shutdown();
    ledger.close();
  });

  const world: World = {
    root,
    downloads,
    clock,
    ledger,
    book,
    vendor,
    power,
    progress,
    settings,
    get service() {
      return service;
    },
    async restart() {
      await service.shutdown();
      service = make();
      return service;
    },
    addJob(change = {}) {
      const job = sampleJob({ connectionId: 'games', createdAt: 0, readyAt: 0, ...change });
      book.add(job);
      return job;
    },
    retrieval: (jobId = 'job-1') => book.get(jobId).retrieval,
    until: (kind, jobId = 'job-1') => untilRetrieval(book, jobId, kind),
    folder: (jobId = 'job-1') => book.get(jobId).folder ?? '',
    files: (jobId = 'job-1') => readdirSync(book.get(jobId).folder ?? root).sort(),
    kinds: () =>
      ledger.history
        .list({})
        .entries.map((entry) => entry.kind)
        .reverse(),
  };
  mkdirSync(downloads, { recursive: true });
  return world;
}

const traits = {
  commitEffect: 'sign-off-only',
  keepsCopyChoice: false,
  canCancel: true,
  listsExports: false,
  referenceIsSecret: false,
  shortestCheckInterval: 4000,
} as const;

function clientOf(vendor: Vendor): ProviderClient {
  const refuse = async () => {
    throw new Failure('not-offered');
  };
  return {
    test: refuse,
    list: refuse,
    start: refuse,
    cancel: refuse,
    acknowledge: refuse,
    acknowledged: refuse,
    async check(references) {
      vendor.checks += 1;
      return new Map(references.map((reference) => [reference, reportOf(reference, vendor.state)]));
    },
    plan(_reference, signal) {
      vendor.plans += 1;
      return vendor.plan(signal);
    },
  };
}

function reportOf(reference: string, state: ExportState): ExportReport {
  return {
    reference,
    state,
    vendorStatus: 'Success!',
    vendorStatusUnknown: false,
    rows: null,
    bytes: null,
    files: null,
    cancellable: false,
    details: [],
  };
}

function untilRetrieval(book: JobBook, jobId: string, kind: Job['retrieval']['kind']): Promise<Job> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      stop();
      reject(new Error(`never ${kind}: ${JSON.stringify(book.get(jobId).retrieval)}`));
    }, 60_000);
    const look = () => {
      const job = book.get(jobId);
      if (job.retrieval.kind !== kind) return;
      clearTimeout(giveUp);
      stop();
      resolve(job);
    };
    const stop = book.onChange(look);
    look();
  });
}

/** A vendor of numbered records; the page that `twist` returns replaces the true one. */
export function pagesPlan(
  records: readonly string[],
  options: {
    readonly pageSize?: number;
    readonly announcedRows?: number | null;
    readonly twist?: (offset: number, page: RecordPage) => RecordPage | Promise<RecordPage>;
  } = {},
): { readonly plan: () => Promise<RetrievalPlan>; readonly offsets: number[] } {
  const offsets: number[] = [];
  return {
    offsets,
    plan: async () => ({
      kind: 'pages',
      key: 'records',
      suggestedName: 'Newsletter.ndjson',
      pageSize: options.pageSize ?? 2,
      announcedRows: options.announcedRows ?? null,
      async page(offset, limit) {
        offsets.push(offset);
        const slice = records.slice(offset - 1, offset - 1 + limit);
        const page: RecordPage = {
          records: slice,
          count: slice.length,
          hasMore: offset - 1 + slice.length < records.length,
          offset,
          totalResults: records.length,
        };
        return options.twist === undefined ? page : options.twist(offset, page);
      },
    }),
  };
}
