import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FirstRows, ReviewTask, RowsPage } from '../../src-preload/contract/review.ts';
import { Failure } from '../ports/failure.ts';
import { type ComparedColumn, compareRows, compareStatements, compareTables } from './compare-tables.ts';
import { findHits } from './find-hits.ts';
import { factsStatements, gatherFacts, lookThrough } from './gather-facts.ts';
import { stepping } from './lane.ts';
import { listValues } from './list-values.ts';
import { loadOther } from './load-other.ts';
import { recordAt } from './load-records.ts';
import { placeAmongAll, placeOfRow } from './place-of-row.ts';
import { previewPage } from './preview-page.ts';
import { profileColumn, profileStatements } from './profile-column.ts';
import type { AskInput, AskName, AskOutput, TableState } from './protocol.ts';
import { readCell, recordPlace } from './read-cell.ts';
import { readRows } from './read-rows.ts';
import { rehearse } from './rehearse.ts';
import { saveRows } from './save-rows.ts';
import type { StoreLimits } from './store.ts';
import { openSession, type ReadyTable, type Session } from './table-session.ts';
import { columnsIn, type MadeView, type ViewSpec } from './views.ts';

export interface EnginePorts {
  /** For temporary tables. */
  readonly folder: string;
  readonly limits: StoreLimits;
  readonly onChange: (handle: string, state: TableState, task: ReviewTask | null) => void;
}

/** About as much of a comparison is the reading of the earlier file. */
const readingShare = 0.6;

type Answers = { readonly [A in AskName]: (input: AskInput<A>) => Promise<AskOutput<A>> };

/**
 * Tables over collected files: each a DuckDB of its own, which spills below `folder` when it grows beyond its limit.
 * Cells are always text, as the vendor wrote them.
 */
export function createEngine({ folder, limits, onChange }: EnginePorts): Answers {
  const sessions = new Map<string, Session>();
  /** The columns of the comparison that was made last, by table. */
  const compared = new Map<string, readonly ComparedColumn[]>();

  function sessionOf(handle: string): Session {
    const session = sessions.get(handle);
    if (session === undefined) throw new Failure('review-closed');
    return session;
  }
  const tableOf = (handle: string): ReadyTable => sessionOf(handle).ready();

  async function viewOf(session: Session, spec: ViewSpec | null): Promise<MadeView> {
    const table = session.ready();
    const known = table.views.find(spec);
    if (known !== null || spec === null) return known ?? { list: null, total: table.rows };
    return table.lanes.view.work(
      async (asking) => {
        // Waited for here, so that a newer request, or the person, can end the waiting too.
        await table.typing.of(columnsIn(spec));
        asking.check();
        return table.views.make(spec, asking);
      },
      session.tasks.follower('view', table.rows, 1),
    );
  }

  /** Rows of a table that is read, or of what is known of it before. */
  async function pageFrom(
    session: Session,
    view: ViewSpec | null,
    page: { readonly offset: number; readonly limit: number; readonly columns: readonly number[] | null },
    how: 'now' | 'ahead' = 'now',
  ): Promise<RowsPage> {
    if (session.isReady()) {
      const table = session.ready();
      return table.quiet.during(async () => {
        const made = await viewOf(session, view);
        return table.readers[how]({ list: made.list, offset: page.offset }, (connection) =>
          readRows(connection, table.columns(), made, page),
        );
      }, how);
    }
    if (view !== null) throw new Failure('review-loading');
    return previewPage(session, page.offset, page.limit, page.columns);
  }

  async function firstRows(session: Session, asked: FirstRows): Promise<RowsPage | undefined> {
    if (session.state().columns.length > asked.mostColumns) return undefined;
    return pageFrom(session, null, { offset: 0, limit: asked.rows, columns: null });
  }

  return {
    async open({ handle, source, progressive, first }) {
      const own = path.join(folder, handle);
      // A process that was killed may have left the same table behind.
      await rm(own, { recursive: true, force: true });
      try {
        const session = await openSession({
          folder: own,
          source,
          limits,
          wait: progressive ? (first === undefined ? 'until-asked' : 'until-shown') : 'no',
          onChange: (state, task) => onChange(handle, state, task),
        });
        sessions.set(handle, session);
        // Without rows to show there is nothing to answer with yet.
        if (!progressive || session.preview.names.length === 0) await session.loading;
        const rows = first === undefined ? undefined : await firstRows(session, first);
        return { ...session.state(), ...(rows === undefined ? {} : { first: rows }) };
      } catch (thrown) {
        sessions.delete(handle);
        await rm(own, { recursive: true, force: true });
        throw thrown;
      }
    },

    async shown({ handle }) {
      sessionOf(handle).shown();
      return undefined;
    },

    async rows({ handle, view, offset, limit, columns, ahead }): Promise<RowsPage> {
      const session = sessionOf(handle);
      if (!session.isReady() && view === null) session.shown();
      const page = { offset, limit, columns: columns ?? null };
      return pageFrom(session, view, page, ahead === true ? 'ahead' : 'now');
    },

    async close({ handle }) {
      const session = sessions.get(handle);
      sessions.delete(handle);
      compared.delete(handle);
      await session?.close();
      await rm(path.join(folder, handle), { recursive: true, force: true });
      return undefined;
    },

    async warm() {
      await import('@duckdb/node-api');
      // Where it can't be done, opening a table tells why.
      if (sessions.size === 0) await rehearse(folder).catch(() => undefined);
      return undefined;
    },

    async cancel({ handle, what }) {
      const session = sessionOf(handle);
      if (what === 'load') session.cancelLoad();
      else if (session.isReady()) session.ready().lanes[what].cancel();
      return undefined;
    },

    async view({ handle, view }) {
      const { total } = await viewOf(sessionOf(handle), view);
      return { total };
    },

    async place({ handle, view, rowId }) {
      const session = sessionOf(handle);
      if (!session.isReady() && view === null) return placeAmongAll(rowId, session.preview.rows.length);
      const table = session.ready();
      return table.quiet.during(async () => placeOfRow(table, view, await viewOf(session, view), rowId));
    },

    async find({ handle, view, ...input }) {
      const session = sessionOf(handle);
      const table = session.ready();
      const made = await viewOf(session, view);
      return table.lanes.find.work(
        (asking) => findHits(asking, table.columns(), made, input),
        session.tasks.follower('find', table.rows, made.list === null ? 1 : 2),
      );
    },

    async cell({ handle, ...input }) {
      const session = sessionOf(handle);
      if (session.isReady()) return readCell(session.ready(), input);
      const cell = session.preview.rows[input.rowId]?.[input.column] ?? null;
      const chars = [...(cell ?? '')];
      const text = cell === null ? null : chars.slice(input.offset, input.offset + input.limit).join('');
      return { text, length: chars.length };
    },

    async record({ handle, rowId }) {
      const session = sessionOf(handle);
      if (!session.isReady()) return { json: session.preview.records[rowId]?.text ?? null };
      const place = await recordPlace(session.ready(), rowId);
      const file = place === null ? undefined : session.preview.files[place.file];
      return {
        json: place === null || file === undefined ? null : await recordAt(file, place.start, place.end),
      };
    },

    async broken({ handle, offset, limit }) {
      const page = sessionOf(handle).broken.page(offset, limit);
      return { ...page, lines: [...page.lines] };
    },

    async profile({ handle, view, column }) {
      const session = sessionOf(handle);
      const table = session.ready();
      await table.typing.of([column]);
      const made = await viewOf(session, view);
      return table.lanes.profile.work(
        (asking) => profileColumn(asking, table.columns(), made, column),
        session.tasks.follower('profile', made.total, profileStatements),
      );
    },

    async values({ handle, ...input }) {
      const table = tableOf(handle);
      return table.lanes.values.work((asking) => listValues(asking, table.columns(), input));
    },

    async facts({ handle, asked }) {
      const session = sessionOf(handle);
      const table = session.ready();
      await table.typing.all;
      return table.lanes.summary.work(
        (asking) => gatherFacts(asking, table.columns(), table.rows, asked),
        session.tasks.follower('summary', table.rows, factsStatements(table.loaded.names.length, table.rows)),
      );
    },

    async earlierFacts({ handle, other }) {
      const session = sessionOf(handle);
      const { lanes, rows } = session.ready();
      const place = path.join(folder, handle, 'earlier');
      return session.tasks.during('summary', () =>
        lanes.summary.work(async (asking) => {
          const before = await loadOther(asking, 'data.e', other, place, (share) =>
            session.tasks.tell('summary', Math.floor(share * rows), rows),
          );
          const columns = await lookThrough(asking, 'data.e', before.names, before.rows);
          await asking.ask('DROP TABLE data.e');
          return {
            rows: before.rows,
            columns: columns.map(({ name, blank, isConstant }) => ({ name, blank, isConstant })),
          };
        }),
      );
    },

    async compare({ handle, other, key }) {
      const { tasks, ready } = sessionOf(handle);
      const table = ready();
      const place = path.join(folder, handle, 'other');
      const tell = (share: number) => tasks.tell('compare', Math.floor(share * table.rows), table.rows);
      return tasks.during('compare', () =>
        table.lanes.compare.work(async (asking) => {
          compared.delete(handle);
          const before = await loadOther(asking, 'data.o', other, place, (share) =>
            tell(share * readingShare),
          );
          const result = await compareTables(
            stepping(asking, compareStatements, (share) => tell(readingShare + share * (1 - readingShare))),
            table.loaded.names,
            before.names,
            key,
          );
          compared.set(handle, result.columns);
          return { ...result, beforeRows: before.rows };
        }),
      );
    },

    async compareRows({ handle, ...input }) {
      const table = tableOf(handle);
      const columns = compared.get(handle);
      if (columns === undefined) throw new Failure('review-closed');
      return compareRows(table, columns, input);
    },

    async save({ handle, view, columns: wanted, format, byteOrderMark, delimiter, to }) {
      const session = sessionOf(handle);
      const table = session.ready();
      // The place is chosen: the person sees at once that it is being written, and can end it from here on.
      session.tasks.tell('save', 0, null);
      return session.tasks.during('save', () =>
        table.lanes.save.work(async (asking) => {
          await table.typing.of(wanted);
          const made = await viewOf(session, view);
          asking.check();
          return saveRows(asking, {
            columns: table.columns(),
            view: made,
            wanted,
            format,
            byteOrderMark: byteOrderMark ?? false,
            delimiter: delimiter ?? ',',
            to,
            onRows: (done) => session.tasks.tell('save', done, made.total),
          });
        }),
      );
    },
  };
}
