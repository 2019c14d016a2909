import type { Change, Plant } from './doors/hooks.ts';

/** A mistake that somebody could make, which the simulation has to find. */
export interface PlantedBug extends Plant {
  readonly name: string;
  /** The seed to begin with, where the first that meets the mistake is a late one: 1 otherwise. */
  readonly from?: number;
}

const retrieval = 'src-main/retrieval';
const commit = 'src-main/commit';
const http = 'src-main/providers/http';

/** What a part's own content would tell: a gzip's checksum finds most of what lands in it by mistake. */
const contentUnread: Change = {
  file: `${retrieval}/content-scan.ts`,
  find: "throw new Failure('gzip-corrupt', { subject: rules.name, detail, cause: error });",
  replace: '',
};

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'a file is renamed without having been synced',
    file: `${retrieval}/block-pipe.ts`,
    find: 'await onDisk(name, () => writer.sync());',
    replace: '',
  },
  {
    name: 'the folder is not synced after the rename',
    file: `${retrieval}/place-file.ts`,
    find: 'await disk.syncFolder(move.folder);',
    replace: '',
  },
  {
    name: 'a new folder is not synced into those above it',
    file: `${retrieval}/job-folder.ts`,
    find: 'for (const above of [connection, downloads, dirname(downloads)])',
    replace: 'for (const above of [connection, downloads])',
  },
  {
    name: 'the next page is offset + limit instead of offset + Count',
    from: 13,
    file: `${retrieval}/page-continuity.ts`,
    find: 'nextOffset: before.offset + page.records,',
    replace: 'nextOffset: before.offset + Math.max(page.records, page.hasMore ? 5 : 0),',
  },
  {
    name: 'a page that is another than asked for is taken',
    file: `${retrieval}/collect-pages.ts`,
    find: 'const page = await pages.read(offset);',
    replace:
      'const page = { ...(await pages.read(Math.max(1, offset - 1))), offset: null, totalResults: null };',
  },
  {
    name: 'data is read without keepAlive',
    file: 'src-main/providers/mypreferences/calls.ts',
    find: "keepAlive: 'true' }",
    replace: "keepAlive: 'false' }",
  },
  {
    name: 'a 200 answer to a range request is appended',
    file: `${retrieval}/resume-decision.ts`,
    find: "return { kind: 'start-again', total: answer.identity ? answer.contentLength : null };",
    replace:
      "return { kind: asked > 0 ? 'continue' : 'start-again', total: held.total ?? answer.contentLength };",
  },
  {
    name: 'a commit is sent again after a lost answer',
    from: 40,
    file: 'src-main/providers/mypreferences/calls.ts',
    find: "const answer = await send({ method: 'POST', url, retry: 'never' }, signal);",
    replace: "const answer = await send({ method: 'POST', url, retry: 'safe' }, signal);",
  },
  {
    name: 'the intent is written after the call',
    file: `${commit}/commit-service.ts`,
    find: 'journal.begun(jobId, attempt);',
    replace:
      'await vendor.client.acknowledge(vendor.reference, { keepFiles: true }, new AbortController().signal); journal.begun(jobId, attempt);',
  },
  {
    name: 'files are not read again before a commit',
    from: 101,
    file: `${retrieval}/verify-on-disk.ts`,
    find: "if (real.sha256 !== sha256 || real.bytes !== bytes) throw new Failure('file-changed', { subject: name });",
    replace: '',
  },
  {
    name: 'a lost answer counts as not done',
    from: 40,
    file: `${commit}/certainty.ts`,
    find: "'connection-lost': 'lost',",
    replace: "'connection-lost': 'not-sent',",
  },
  {
    name: "a gateway's error counts as not done",
    from: 1197,
    file: `${commit}/certainty.ts`,
    find: "'vendor-unavailable': 'lost',",
    replace: "'vendor-unavailable': 'turned-away',",
  },
  {
    name: 'a commit that a crash interrupted stays as it is at the start',
    from: 35,
    file: `${commit}/commit-service.ts`,
    find: "if (job.commit.kind === 'committing') journal.answerLost(job.id, job.commit.attempt, null);",
    replace:
      "if (job.commit.kind === 'committing') journal.notDone(job.id, job.commit.attempt, { code: 'cancelled' }, false);",
  },
  {
    name: 'a wake-up is forgotten',
    from: 18,
    file: `${retrieval}/run-queue.ts`,
    find: 'exclusively(jobId, async () => ports.onWake(jobId)).catch(',
    replace: 'exclusively(jobId, async () => {}).catch(',
  },
  {
    name: 'Retry-After is not heeded',
    from: 62,
    file: `${http}/create-http-client.ts`,
    find: 'if (until !== null && request.limited !== false) limiter.blockUntil(until);',
    replace: '',
  },
  {
    name: 'two runs of one export at once',
    from: 41,
    file: `${retrieval}/run-queue.ts`,
    find: 'const next = waiting.find((jobId) => !runs.has(jobId));',
    replace: 'const next = waiting[0];',
  },
  {
    name: 'a resume forgets what was collected, and leaves it there',
    from: 22,
    file: `${retrieval}/retrieval-service.ts`,
    find: 'run.forgetFailures(jobId);\n        await moveToChosenFolder(job);',
    replace: 'ledger.parts.clear(jobId); book.update(jobId, { folder: null });',
  },
  {
    name: 'a part is done before it has its name',
    from: 313,
    file: `${retrieval}/finish-part.ts`,
    find: "state: 'partial',\n    bytes: checked.bytes,",
    replace: "state: 'done',\n    bytes: checked.bytes,",
  },
  {
    name: 'what was interrupted is not taken up at the start',
    file: `${retrieval}/retrieval-service.ts`,
    find: "if (state.kind === 'collecting' || state.kind === 'verifying') goOn(job.id);",
    replace: "if (state.kind === 'verifying') goOn(job.id);",
  },
  {
    name: 'an access token is shown as the reference',
    file: 'src-main/jobs/jobs-service.ts',
    find: 'const shown = referenceIsSecret ? maskReference(reference) : reference;\n    const job = newJob(connection, {\n      id: ids(),\n      reference: shown,\n      title:',
    replace:
      'const shown = reference;\n    const job = newJob(connection, {\n      id: ids(),\n      reference: shown,\n      title:',
  },
  {
    name: 'a review of other files counts',
    from: 54,
    file: `${commit}/commit-readiness.ts`,
    find: "if (review?.fingerprint !== retrieval.fingerprint) return refuse('not-reviewed');",
    replace: '',
  },
  {
    name: 'a lost answer counts as done',
    from: 77,
    file: `${commit}/commit-call.ts`,
    find: 'return writeOrHold(attempt, () => journal.answerLost(jobId, attempt, error));',
    replace:
      "return writeOrHold(attempt, () => journal.confirmed(jobId, attempt, { proof: 'answer', vendorAnswer: '200', at: clock.now() }));",
  },
  {
    name: 'nobody goes on when the network is back',
    file: `${retrieval}/follow-power.ts`,
    find: 'if (waitsForNetwork) goOn(job.id);',
    replace: '',
  },
  {
    name: 'addresses are logged as they are',
    file: `${http}/create-http-client.ts`,
    find: 'url: redactUrl(url),',
    replace: 'url,',
  },
  {
    name: 'what lies on the disk counts as durable',
    from: 35,
    file: `${retrieval}/collect-file.ts`,
    find: 'const bytes = Math.min(size, held.bytes);',
    replace: 'const bytes = size;',
    without: [contentUnread],
  },
  {
    name: 'what was written counts as durable before its sync',
    from: 14,
    file: `${retrieval}/block-pipe.ts`,
    find: 'await onDisk(name, () => writer.sync());',
    replace: 'if (ended) await onDisk(name, () => writer.sync());',
    without: [contentUnread],
  },
  {
    name: 'pages are marked before they are durable',
    from: 486,
    file: `${retrieval}/collect-pages.ts`,
    find: 'if (decision.last) break;',
    replace: 'ledger.parts.put(held); if (decision.last) break;',
    without: [
      {
        file: `${retrieval}/finish-part.ts`,
        find: "if (mismatch !== null) throw new Failure('count-mismatch', { subject: held.name, detail: mismatch });",
        replace: '',
      },
    ],
  },
];
