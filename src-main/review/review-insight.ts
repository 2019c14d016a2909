import type { CompareInput, Comparison } from '../../src-preload/contract/review-compare.ts';
import type { Summary } from '../../src-preload/contract/review-insight.ts';
import { troubleWithFiles } from '../jobs/files-on-disk.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';
import { askedMoments, askedPeriod } from './asked-period.ts';
import { exportKindOf } from './export-kind.ts';
import { judgeFacts } from './judge-facts.ts';
import { sourceOf, tableFilesOf } from './review-files.ts';
import type { KeptFacts, ReviewMemory } from './review-memory.ts';
import type { HeldTable, ReviewService } from './review-service.ts';

interface Earlier {
  readonly jobId: string;
  readonly title: string;
  readonly collectedAt: number;
  readonly rows: number | null;
}

/** Bytes on disk of an earlier retrieval that is read only to be compared with. */
const mostUnasked = 256 * 1024 * 1024;

/** What an open table tells beside that of earlier retrievals of the same kind. */
export function createReviewInsight({
  review,
  book,
  ledger,
  memory,
}: {
  readonly review: ReviewService;
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly memory: ReviewMemory;
}) {
  function earlierThan(job: Job): readonly Earlier[] {
    const { retrieval } = job;
    const kind = exportKindOf(job);
    const until = retrieval.kind === 'collected' ? retrieval.collectedAt : Number.POSITIVE_INFINITY;
    return book
      .all()
      .filter((other) => other.id !== job.id && exportKindOf(other) === kind)
      .flatMap(({ id, title, retrieval: held }) =>
        held.kind === 'collected' && held.collectedAt <= until
          ? [{ jobId: id, title, collectedAt: held.collectedAt, rows: held.rows }]
          : [],
      )
      .sort((a, b) => b.collectedAt - a.collectedAt);
  }

  /** The files of a retrieval that are of the same form as those of the open table: it may hold several. */
  function filesLike(table: HeldTable, jobId: string) {
    const all = ledger.files.of(jobId);
    const like = all.find(({ kind }) => kind === table.source.kind) ?? all[0];
    return like === undefined ? null : { files: tableFilesOf(like, all), all };
  }

  /**
   * What an earlier retrieval was like that nobody has looked at: its files are read for it, once. Null when they are
   * gone or too much to be read unasked.
   */
  async function lookBack(table: HeldTable, last: Earlier): Promise<KeptFacts | null> {
    const found = filesLike(table, last.jobId);
    if (found === null || found.files.length < found.all.length) return null;
    const { files } = found;
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > mostUnasked) return null;
    if ((await troubleWithFiles(last.jobId, files)) !== null) return null;
    const { sheet, dialect } = table.source;
    const facts = await review
      .ask(table, 'earlierFacts', {
        handle: table.handle,
        other: sourceOf(files, { sheet, dialect, partColumn: false }),
      })
      .catch((thrown: unknown) => {
        // Stopped by the person, or by a newer request: then the summary isn't wanted either.
        if (thrown instanceof Failure && thrown.code === 'cancelled') throw thrown;
        return null;
      });
    if (facts === null) return null;
    const { rows, columns } = facts;
    const kept: KeptFacts = {
      kind: exportKindOf(book.get(last.jobId)),
      collectedAt: last.collectedAt,
      rows,
      columns: columns.map(({ name, blank }) => [name, rows === 0 ? 0 : blank / rows]),
      constants: columns.flatMap(({ name, isConstant }) => (isConstant ? [name] : [])),
    };
    memory.keepFacts(last.jobId, kept);
    return kept;
  }

  return {
    earlier: async (handle: string): Promise<Earlier[]> => [
      ...earlierThan(book.get(review.tableOf(handle).jobId)),
    ],

    async summary(handle: string): Promise<Summary> {
      const table = review.tableOf(handle);
      const job = book.get(table.jobId);
      const asked = askedPeriod(job);
      const facts = await review.ask(table, 'facts', { handle, asked: askedMoments(job) });
      const [last] = earlierThan(job);
      const kept = last === undefined ? null : (memory.facts(last.jobId) ?? (await lookBack(table, last)));
      const rowsBefore = kept?.rows ?? last?.rows ?? null;
      const before =
        rowsBefore === null
          ? null
          : { rows: rowsBefore, columns: kept?.columns ?? null, constants: kept?.constants ?? [] };
      const { retrieval } = job;
      const collected = table.isWhole && retrieval.kind === 'collected' ? retrieval.rows : null;
      const { brokenRows, shortRows = 0, undecodableRows = 0 } = review.viewOf(table);
      const shares = facts.columns.map(({ blank }) => (facts.rows === 0 ? 0 : blank / facts.rows));
      if (table.isWhole && retrieval.kind === 'collected') {
        memory.keepFacts(job.id, {
          kind: exportKindOf(job),
          collectedAt: retrieval.collectedAt,
          rows: facts.rows,
          columns: facts.columns.map(({ name }, index) => [name, shares[index] ?? 0]),
          constants: facts.columns.flatMap(({ name, isConstant }) => (isConstant ? [name] : [])),
        });
      }
      const { period } = facts;
      return {
        rows: facts.rows,
        columns: facts.columns.length,
        period:
          period === null
            ? null
            : {
                column: period.column,
                name: facts.columns[period.column]?.name ?? '',
                from: period.from,
                to: period.to,
              },
        previous:
          last === undefined || before === null
            ? null
            : { ...last, rows: before.rows, columnsKnown: before.columns !== null },
        flags: judgeFacts(facts, {
          collected,
          broken: brokenRows,
          short: shortRows,
          undecodable: undecodableRows,
          asked,
          before,
        }),
        blanks: shares,
      };
    },

    async compare({ handle, jobId, key }: CompareInput): Promise<Comparison> {
      const table = review.tableOf(handle);
      const job = book.get(jobId);
      const found = filesLike(table, jobId);
      if (found === null) throw new Failure('file-missing', { subject: job.title });
      const { files } = found;
      const changed = await troubleWithFiles(jobId, files);
      if (changed !== null) throw new Failure(changed.code, changed);
      const { sheet, dialect } = table.source;
      const other = sourceOf(files, { sheet, dialect, partColumn: false });
      const { beforeRows, ...comparison } = await review.ask(table, 'compare', {
        handle,
        other,
        key: key === undefined ? null : [...key],
      });
      return { ...comparison, before: { jobId, title: job.title, rows: beforeRows } };
    },

    /** Keeps how the person looks at this kind of export. */
    remember(handle: string, layout: string): void {
      memory.keepLayout(exportKindOf(book.get(review.tableOf(handle).jobId)), layout);
    },
  };
}
export type ReviewInsight = ReturnType<typeof createReviewInsight>;
