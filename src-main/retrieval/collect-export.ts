import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { FilePart, FilesPlan, PagesPlan, ProviderClient, RetrievalPlan } from '../providers/provider.ts';
import { abortable, type CollectContext } from './collect-context.ts';
import { fetchPart, needSpace } from './collect-file.ts';
import { fetchPages } from './collect-pages.ts';
import { changedSinceChecked } from './confirm-kept.ts';
import { diskFailure, onDisk } from './disk-failure.ts';
import { kindOfName } from './file-kind.ts';
import { finishPart } from './finish-part.ts';
import { folderNameOf, pathsOf, recoverParts, setAside } from './part-book.ts';

/** New links in a row for one part without a new byte. */
const mostFreshLinks = 3;

/** A disk on which finished files change again and again isn't written to for ever. */
const mostRounds = 3;

export interface CollectJob {
  readonly client: ProviderClient;
  readonly reference: string;
  readonly announcedRows: number | null;
  readonly newFileId: () => string;
}

export interface CollectListener {
  /** The parts as they are known now; `unit` says how progress counts. */
  onParts(parts: readonly LedgerPart[], unit: 'rows' | 'bytes'): void;
  onPart(index: number, parts: number): void;
  /** Everything has arrived; what is left is checking. */
  onVerifying(): void;
}

/** Collects one export to the end. Throws `Failure`; the parts stay as they are for the next try. */
export async function collectExport(
  job: CollectJob,
  context: CollectContext,
  on: CollectListener,
): Promise<readonly FileView[]> {
  const { disk, folder } = context;
  if (!(await onDisk(folderNameOf(folder), () => disk.folderExists(folder)))) {
    throw new Failure('folder-missing', { subject: folderNameOf(folder), action: { kind: 'try-again' } });
  }
  const plan = await freshPlan(job, context);
  try {
    for (let round = 1; ; round += 1) {
      const parts = await recoverParts(plan, context);
      on.onParts(parts, plan.kind === 'pages' ? 'rows' : 'bytes');
      const done =
        plan.kind === 'pages'
          ? await collectPages(plan, parts, job, context, on)
          : await collectFiles(plan, parts, job, context, on);
      on.onVerifying();
      const changed = await changedSinceChecked(
        parts.filter((part) => part.state === 'done'),
        context,
      );
      const [first] = changed;
      if (first === undefined) return await confirmWhole(done, job, context);
      if (round === mostRounds) throw new Failure('file-changed', { subject: first.name });
      // Changed files stay as they are; what was in them is collected again under other names.
      setAside(context, (part) => changed.some(({ key }) => key === part.key));
    }
  } catch (error) {
    throw diskFailure(error, folderNameOf(folder));
  }
}

async function freshPlan(job: CollectJob, context: CollectContext): Promise<RetrievalPlan> {
  return abortable(job.client.plan(job.reference, context.signal), context.signal);
}

async function collectPages(
  plan: PagesPlan,
  parts: readonly LedgerPart[],
  job: CollectJob,
  context: CollectContext,
  on: CollectListener,
): Promise<readonly LedgerPart[]> {
  const held = parts[0];
  if (held === undefined) throw new Failure('unexpected');
  if (held.state === 'done') return [held];
  on.onPart(1, 1);
  const announcedRows = plan.announcedRows ?? job.announcedRows;
  const fetched = await fetchPages(
    { ...plan, announcedRows, page: plan.page.bind(plan) },
    held,
    pathsOf(context.folder, held.name).part,
    context,
  );
  on.onVerifying();
  return [await finishPart(fetched, { content: 'ndjson', expectedBytes: null, announcedRows }, context)];
}

async function collectFiles(
  plan: FilesPlan,
  parts: readonly LedgerPart[],
  job: CollectJob,
  context: CollectContext,
  on: CollectListener,
): Promise<readonly LedgerPart[]> {
  const total = plan.parts.reduce<number | null>(
    (sum, part) => (sum === null || part.expectedBytes === null ? null : sum + part.expectedBytes),
    0,
  );
  const sizes = await Promise.all(
    parts.map((part) => context.disk.size(pathsOf(context.folder, part.name).part)),
  );
  let before = parts.reduce((sum, part) => sum + (part.state === 'done' ? part.bytes : 0), 0);
  if (total !== null) {
    const onHand = sizes.reduce<number>((sum, size) => sum + (size ?? 0), before);
    await needSpace(Math.max(0, total - onHand), folderNameOf(context.folder), context);
  }
  let files = plan;
  let finished = parts;
  for (const [index, held] of parts.entries()) {
    if (held.state === 'done') continue;
    on.onPart(index + 1, parts.length);
    const base = before;
    const others = total === null ? null : total;
    const ours: CollectContext = {
      ...context,
      onProgress: (done, whole) =>
        context.onProgress(base + done, others ?? (parts.length === 1 ? whole : null)),
    };
    const { part, fetched, plan: newest } = await fetchWithFreshLinks(files, held, job, ours);
    files = newest;
    const last = finished.every((other) => other.key === held.key || other.state === 'done');
    if (last) on.onVerifying();
    const announcedRows = null;
    const done = await finishPart(
      fetched,
      { content: part.content, expectedBytes: part.expectedBytes, announcedRows },
      context,
    );
    before += done.bytes;
    finished = finished.map((other) => (other.key === held.key ? done : other));
    if (!last) on.onParts(finished, 'bytes');
  }
  return finished;
}

/** An expired link is not a failed file: the part stays, the vendor is asked for a new link, and the file goes on. */
async function fetchWithFreshLinks(
  first: FilesPlan,
  held: LedgerPart,
  job: CollectJob,
  context: CollectContext,
) {
  const path = pathsOf(context.folder, held.name).part;
  let plan = first;
  let newest = held;
  let size = -1;
  let links = 0;
  let renewed = false;
  for (;;) {
    const part = partOf(plan, held);
    // Only the first link is judged by this computer's clock, which may be wrong: a fresh one is tried.
    const dead = !renewed && part.expiresAt !== null && part.expiresAt <= context.clock.now();
    try {
      if (dead) throw new Failure('link-expired', { subject: held.name });
      return { part, plan, fetched: await fetchPart(part, newest, path, context) };
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'link-expired') throw error;
      const now = (await context.disk.size(path)) ?? 0;
      links = now > size ? 1 : links + 1;
      size = Math.max(size, now);
      if (links > mostFreshLinks) throw error;
      context.log.info('link expired, asking for a new one', { part: held.key });
      const fresh = await freshPlan(job, context);
      if (fresh.kind !== 'files') throw new Failure('export-changed', { subject: held.name });
      plan = fresh;
      renewed = true;
      newest = context.ledger.parts.of(context.jobId).find((other) => other.key === held.key) ?? held;
    }
  }
}

function partOf(plan: FilesPlan, held: LedgerPart): FilePart {
  const part = plan.parts.find((candidate) => candidate.key === held.key);
  if (part === undefined)
    throw new Failure('export-changed', { subject: held.name, detail: 'the vendor no longer lists it' });
  return part;
}

/** What only all files together can show: equal headers. Then each file as the list keeps it. */
async function confirmWhole(
  parts: readonly LedgerPart[],
  job: CollectJob,
  context: CollectContext,
): Promise<readonly FileView[]> {
  let header: string | null = null;
  const files: FileView[] = [];
  for (const part of parts) {
    context.signal.throwIfAborted();
    const { name, bytes, rows, sha256 } = part;
    if (sha256 === null) throw new Failure('file-changed', { subject: name });
    const found = part.headerSha256 ?? null;
    if (found !== null && header !== null && found !== header)
      throw new Failure('headers-differ', { subject: name });
    header ??= found;
    files.push({
      id: job.newFileId(),
      jobId: context.jobId,
      name,
      folder: context.folder,
      kind: kindOfName(name),
      bytes,
      sha256,
      rows,
    });
  }
  return files;
}

/** What a person is told when the vendor no longer has the export. */
export function endOfExport(state: string): DocketError | null {
  switch (state) {
    case 'expired':
      return { code: 'export-expired' };
    case 'gone':
    case 'cancelled':
      return { code: 'export-gone' };
    case 'failed':
      return { code: 'export-failed' };
    default:
      return null;
  }
}
