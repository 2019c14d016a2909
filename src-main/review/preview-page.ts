import type { RowsPage } from '../../src-preload/contract/review.ts';
import { pageOf } from './read-rows.ts';
import type { Session } from './table-session.ts';

/** The first rows as they were read before the table. */
export function previewPage(
  session: Pick<Session, 'preview' | 'state'>,
  offset: number,
  limit: number,
  columns: readonly number[] | null,
): RowsPage {
  const { rows } = session.preview;
  const all = session.state().columns;
  const width = columns ?? all.map(({ index }) => index);
  const part = all.find(({ role }) => role === 'part')?.index;
  const shown = rows
    .slice(offset, offset + limit)
    .map((cells) => width.map((index) => (index === part ? '1' : (cells[index] ?? null))));
  return pageOf(
    offset,
    rows.length,
    shown,
    shown.map((_, at) => offset + at),
  );
}
