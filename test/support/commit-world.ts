import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommitService, createCommitService } from '../../src-main/commit/commit-service.ts';
import { createJobBook } from '../../src-main/jobs/create-job-book.ts';
import type { Job } from '../../src-main/jobs/job.ts';
import type { JobBook } from '../../src-main/jobs/job-book.ts';
import { openLedger } from '../../src-main/jobs/sqlite-ledger.ts';
import { Failure } from '../../src-main/ports/failure.ts';
import { silentLog } from '../../src-main/ports/log.ts';
import type { ExportReport, ProviderClient, ProviderTraits } from '../../src-main/providers/provider.ts';
import type { ExportState } from '../../src-preload/contract/jobs.ts';
import { sampleJob } from './sample-job.ts';
import { createVirtualClock } from './virtual-clock.ts';

const content = '{"ProfileId":9007199254740993,"Rate":1.10}\n';
export const fingerprint = createHash('sha256').update(content).digest('hex');

/** A vendor that answers what the test says; it counts the commits that reached it. */
export interface ScriptedVendor {
  acknowledge: ProviderClient['acknowledge'];
  acknowledged: ProviderClient['acknowledged'];
  /** Its word for the export, and how Docket reads it. */
  status: string;
  state: ExportState['kind'];
  /** Thrown instead of giving the client, as a locked keychain does. */
  shut: Failure | null;
  /** Called when the client is handed out. */
  opened: () => void;
  readonly calls: string[];
}

/** One collected and reviewed export with a real file and a real ledger, and a commit service that can be restarted. */
export function openCommitWorld(
  over: Partial<Job> = {},
  traits: Pick<ProviderTraits, 'commitEffect' | 'keepsCopyChoice'> = {
    commitEffect: 'vendor-closes',
    keepsCopyChoice: true,
  },
) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-commit-'));
  const path = join(folder, 'profiles.ndjson');
  writeFileSync(path, content);
  const clock = createVirtualClock();
  let online = true;
  const listeners = new Set<() => void>();
  const power = {
    isOnline: () => online,
    isAwake: () => true,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const vendor: ScriptedVendor = {
    acknowledge: async () => ({ vendorAnswer: '200' }),
    acknowledged: async () => 'no',
    status: 'Retrieved',
    state: 'gone',
    shut: null,
    opened: () => {},
    calls: [],
  };
  const client = {
    acknowledge: (reference, choice, signal) => {
      vendor.calls.push(`commit ${reference} keep ${choice.keepFiles}`);
      return vendor.acknowledge(reference, choice, signal);
    },
    acknowledged: (reference, choice, signal) => {
      vendor.calls.push(`ask ${reference} keep ${choice.keepFiles}`);
      return vendor.acknowledged(reference, choice, signal);
    },
    check: async (references) =>
      new Map(
        references.map((reference) => [
          reference,
          { reference, vendorStatus: vendor.status, state: { kind: vendor.state } } as ExportReport,
        ]),
      ),
  } as Pick<ProviderClient, 'acknowledge' | 'acknowledged' | 'check'> as ProviderClient;
  const verify = {
    run: async (): Promise<void> => undefined,
    readings: 0,
    /** What the last look at the files tells; null is "as they were read". */
    touched: async (): Promise<string | null> => null,
  };

  function start() {
    const { ledger } = openLedger({ file: join(folder, 'ledger.sqlite'), clock });
    const book = createJobBook({ ledger, clock, user: 'kim', nextCheckAt: () => null });
    const commits = createCommitService({
      book,
      ledger,
      desk: {
        traitsOf: () => traits,
        async clientOf(job) {
          if (vendor.shut !== null) throw vendor.shut;
          vendor.opened();
          return { client, traits: traits as ProviderTraits, reference: job.reference };
        },
      },
      async verify() {
        verify.readings += 1;
        await verify.run();
        try {
          const found = createHash('sha256').update(readFileSync(path)).digest('hex');
          if (found === fingerprint) return { fingerprint: found, touched: () => verify.touched() };
        } catch {
          throw new Failure('file-missing', { subject: 'profiles.ndjson' });
        }
        throw new Failure('file-changed', { subject: 'profiles.ndjson' });
      },
      clock,
      user: 'kim',
      ids: randomUUID,
      log: silentLog,
      power,
    });
    return { ledger, book, commits };
  }

  let running = start();
  const review = { by: 'kim', at: 3, remark: null, fingerprint };
  const collectedAt = clock.now();
  running.book.add(
    sampleJob({
      provider: 'mypreferences',
      reference: '123456',
      folder,
      retrieval: {
        kind: 'collected',
        fingerprint,
        files: 1,
        rows: 1,
        bytes: content.length,
        collectedAt,
        verifiedAt: collectedAt,
      },
      review,
      ...over,
    }),
  );
  running.ledger.files.replace('job-1', [
    {
      id: 'file-1',
      jobId: 'job-1',
      name: 'profiles.ndjson',
      folder,
      kind: 'ndjson',
      bytes: content.length,
      sha256: fingerprint,
      rows: 1,
    },
  ]);

  return {
    clock,
    vendor,
    verify,
    path,
    get commits(): CommitService {
      return running.commits;
    },
    get book(): JobBook {
      return running.book;
    },
    get ledger() {
      return running.ledger;
    },
    job: () => running.book.get('job-1'),
    commit: (more: { readonly keepFiles?: boolean; readonly fingerprint?: string } = {}) =>
      running.commits.commit({ jobId: 'job-1', fingerprint, keepFiles: false, ...more }),
    told: () =>
      running.ledger.history
        .list({})
        .entries.map(({ kind, note }) => (note === null ? kind : `${kind}: ${note}`))
        .reverse(),
    /** As after a crash: a new process over the same files. */
    restart() {
      running.commits.stop();
      running.ledger.close();
      running = start();
    },
    setOnline(now: boolean) {
      online = now;
      for (const listener of [...listeners]) listener();
    },
    close() {
      running.commits.stop();
      running.ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type CommitWorld = ReturnType<typeof openCommitWorld>;
