import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Job } from '../../src-main/jobs/job.ts';
import { openLedger } from '../../src-main/jobs/sqlite-ledger.ts';
import { systemClock } from '../../src-main/ports/clock.ts';
import type { Receipt } from '../../src-preload/contract/commits.ts';
import { sampleJob } from './sample-job.ts';

const hour = 3_600_000;
const day = 24 * hour;
const megabyte = 1_000_000;

/** As people name things when nobody limits them. */
export const longTitle =
  'Newsletter opt-ins of all customers in the Nordic countries and the Baltics who have changed their preferences since the autumn campaign, second delivery, corrected on Friday';
export const longConnection = 'Northern Europe, Consumer Marketing and Loyalty Programmes (shared account)';

const titles = ['Newsletter opt-ins', 'Installs', 'Payments', 'Licence report', 'Event guests', 'Sessions'];
const accounts = [
  ['mypreferences', 'ACME newsletter'],
  ['mytracker', 'Mobile games'],
  ['crayon', 'Head office licences'],
] as const;

/**
 * Some years of work in a profile: so many exports on the list, most of them done, with their files and their history.
 * The first hundred files are there, as holes of their size. Some exports are about to be lost, some have stopped, one waits for its connection, and one has a very long name.
 */
export function writeFullDesk(profileDir: string, documents: string, exports = 10_000): void {
  const { ledger } = openLedger({
    file: path.join(profileDir, 'ledger.sqlite'),
    clock: systemClock,
    user: 'marta',
  });
  const now = Date.now();
  ledger.transaction(() => {
    // The history tells things in the order in which they were written down.
    for (let index = exports - 1; index >= 0; index -= 1) {
      const job = jobAt(index, now);
      ledger.jobs.put(job);
      if (job.retrieval.kind !== 'collected') continue;
      const { bytes, rows, collectedAt, fingerprint } = job.retrieval;
      const folder = path.join(documents, 'Docket', job.connectionName);
      const name = `${job.title} ${index}.csv`;
      ledger.files.replace(job.id, [
        {
          id: `file-${index}`,
          jobId: job.id,
          name,
          folder,
          kind: 'csv',
          bytes,
          sha256: fingerprint,
          rows,
        },
      ]);
      if (index < 100) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path.join(folder, name), '');
        truncateSync(path.join(folder, name), bytes);
      }
      ledger.history.append({
        at: job.commit.kind === 'committed' ? job.commit.receipt.at : collectedAt,
        by: 'marta',
        kind: job.commit.kind === 'committed' ? 'committed' : 'retrieval-collected',
        jobId: job.id,
        title: job.title,
        connectionName: job.connectionName,
        provider: job.provider,
        practice: false,
        rows,
        files: 1,
        bytes,
        fingerprint,
        note: job.commit.kind === 'committed' ? '200' : null,
      });
    }
  });
  ledger.close();
}

function jobAt(index: number, now: number): Job {
  const [provider, connectionName] = accounts[index % accounts.length] ?? accounts[0];
  const asked = now - index * 2 * hour;
  const rows = 400 + ((index * 7919) % 90_000);
  const fingerprint = index.toString(16).padStart(8, '0').repeat(8);
  const base = sampleJob({
    id: `job-${index}`,
    connectionId: `connection-${provider}`,
    connectionName,
    provider,
    title: `${titles[index % titles.length]}, ${new Date(asked).toISOString().slice(0, 10)}`,
    reference: String(700_000 + index),
    createdAt: asked,
    readyAt: asked + hour / 2,
    vendorStatus: 'Ready',
    announced: { rows, bytes: rows * 640, files: 1 },
  });
  const collected = {
    kind: 'collected',
    fingerprint,
    files: 1,
    rows,
    bytes: rows * 640,
    collectedAt: asked + hour,
    verifiedAt: asked + hour,
  } as const;
  const review = { by: 'marta', at: asked + 2 * hour, remark: null, fingerprint };
  switch (index) {
    case 0:
      return { ...base, title: longTitle, connectionName: longConnection };
    case 1:
      return { ...base, export: { kind: 'ready', expiresAt: now + 2.2 * hour }, readyAt: now - 3 * day };
    case 2:
      return { ...base, export: { kind: 'ready', expiresAt: now + 20 * hour }, readyAt: now - 6 * day };
    case 3:
    case 4:
      return { ...base, retrieval: collected };
    case 5:
      return { ...base, retrieval: collected, review };
    case 6:
      return {
        ...base,
        export: { kind: 'running', percent: 64 },
        readyAt: null,
        vendorStatus: 'In progress',
      };
    case 7:
      return { ...base, export: { kind: 'queued' }, readyAt: null, vendorStatus: 'Queued' };
    case 8:
      return {
        ...base,
        export: { kind: 'failed', reason: 'The segment has no members.', repeatable: true },
        readyAt: null,
        vendorStatus: 'Failed',
      };
    case 9:
      return { ...base, retrieval: { kind: 'broken', error: { code: 'gzip-corrupt', subject: 'part 2' } } };
    case 10:
      return {
        ...base,
        readyAt: null,
        export: { kind: 'running' },
        checkError: {
          code: 'sign-in-refused',
          subject: { mypreferences: 'MyPreferences', mytracker: 'MyTracker', crayon: 'Crayon' }[
            base.provider
          ],
          action: { kind: 'edit-connection', connectionId: base.connectionId },
        },
      };
    default:
      return {
        ...base,
        retrieval: collected,
        review,
        commit: { kind: 'committed', receipt: receiptOf(base) },
      };
  }

  function receiptOf(job: Job): Receipt {
    return {
      id: `receipt-${index}`,
      jobId: job.id,
      title: job.title,
      connectionName,
      by: 'marta',
      at: asked + 3 * hour,
      fingerprint,
      rows,
      files: 1,
      bytes: Math.min(rows * 640, 90 * megabyte),
      keepFiles: false,
      effect: provider === 'mypreferences' ? 'vendor-closes' : 'sign-off-only',
      vendorAnswer: '200',
      provider,
      practice: false,
    };
  }
}
