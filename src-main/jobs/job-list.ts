import { providerNames } from '../../src-preload/contract/connections.ts';
import type { Group, JobQuery, JobView } from '../../src-preload/contract/jobs.ts';

const groups: Readonly<Record<Group, number>> = { 'needs-you': 0, 'on-its-way': 1, done: 2 };

/** The rows that a query wants, as the screen shows them: what needs the person first, and of that what expires first. */
export function listJobs(views: readonly JobView[], query: JobQuery): readonly JobView[] {
  const words = fold(query.search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return views
    .filter(
      (view) =>
        (query.provider === undefined || view.provider === query.provider) &&
        (query.group === undefined || view.group === query.group) &&
        (words.length === 0 || matches(view, words)),
    )
    .toSorted(
      (a, b) =>
        groups[a.group] - groups[b.group] ||
        (a.group === 'needs-you' ? urgencyOf(a) - urgencyOf(b) : 0) ||
        latestOf(b) - latestOf(a) ||
        (a.id < b.id ? -1 : 1),
    );
}

function matches(view: JobView, words: readonly string[]): boolean {
  const text = fold(
    [view.title, view.connectionName, providerNames[view.provider], view.reference].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

/** Epoch ms of the expiry that threatens; an export that is held here has lost its hurry. */
function urgencyOf(view: JobView): number {
  const threatened =
    view.export.kind === 'ready' && view.retrieval.kind !== 'collected' && view.commit.kind === 'open';
  // A finite "never": the difference of two infinities is not a number.
  return (
    (threatened && view.export.kind === 'ready' ? view.export.expiresAt : undefined) ??
    Number.MAX_SAFE_INTEGER
  );
}

/** When it was last moved on. */
function latestOf(view: JobView): number {
  if (view.commit.kind === 'committed') return view.commit.receipt.at;
  return Math.max(
    view.createdAt,
    view.readyAt ?? 0,
    view.retrieval.kind === 'collected' ? view.retrieval.collectedAt : 0,
  );
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
