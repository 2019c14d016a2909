import { Failure } from '../ports/failure.ts';
import type { Reading } from './column-types.ts';

/** The columns of an open table as its queries need them. The part column, if shown, is behind the file's own. */
export interface TableColumns {
  readonly names: readonly string[];
  readonly readings: readonly Reading[];
  readonly nested: ReadonlySet<number>;
  /** The part column is there, at index `names.length`. */
  readonly partColumn: boolean;
}

const partReading: Reading = { type: 'number', test: '', value: (cell) => `TRY_CAST(${cell} AS DOUBLE)` };

/** SQL of a column's text. Identifiers are only ever made of our own numbers. */
export function cellSql(columns: TableColumns, index: number, table = ''): string {
  const prefix = table === '' ? '' : `${table}.`;
  if (Number.isInteger(index) && index >= 0 && index < columns.names.length) return `${prefix}c${index}`;
  if (columns.partColumn && index === columns.names.length) return `CAST(${prefix}p AS VARCHAR)`;
  throw new Failure('call-invalid', { subject: 'column' });
}

export function readingOf(columns: TableColumns, index: number): Reading {
  if (columns.partColumn && index === columns.names.length) return partReading;
  const reading = columns.readings[index];
  if (reading === undefined) throw new Failure('call-invalid', { subject: 'column' });
  return reading;
}

export const columnCount = (columns: TableColumns) => columns.names.length + (columns.partColumn ? 1 : 0);
export const allColumns = (columns: TableColumns) =>
  Array.from({ length: columnCount(columns) }, (_, index) => index);
