import type { Column, ColumnType } from '../../../../src-preload/contract/review.ts';
import type { Filter } from '../../../../src-preload/contract/review-view.ts';

export type FilterKind = 'values' | 'text' | 'number' | 'date' | 'blank' | 'odd';
/** What a column with odd cells is otherwise. */
export type TypeWithOdd = Extract<Filter, { kind: 'odd' }>['type'];
export type TextHow = 'contains' | 'is' | 'starts' | 'ends' | 'not-contains' | 'not-is';

/** What stands in the filter's form; every part is kept while the kind is changed. */
export interface FilterDraft {
  readonly kind: FilterKind;
  readonly how: TextHow;
  readonly text: string;
  readonly caseSensitive: boolean;
  readonly least: string;
  readonly greatest: string;
  /** `YYYY-MM-DD`, or with `THH:MM` for columns with times. */
  readonly from: string;
  readonly to: string;
  readonly values: readonly (string | null)[];
  readonly not: boolean;
  readonly blank: boolean;
  readonly odd: boolean;
}

const empty: FilterDraft = {
  kind: 'values',
  how: 'contains',
  text: '',
  caseSensitive: false,
  least: '',
  greatest: '',
  from: '',
  to: '',
  values: [],
  not: false,
  blank: true,
  odd: true,
};

/** What the column is but for its odd cells; null where it has none, and no filter says otherwise. */
export function typeWithOdd({ type, odd }: Typed, filter?: Filter): TypeWithOdd | null {
  if (filter?.kind === 'odd') return filter.type;
  return odd !== undefined && (type === 'number' || type === 'date' || type === 'timestamp') ? type : null;
}

type Typed = Pick<Column, 'type'> & { readonly odd?: unknown };

/** The ways to filter such a column, the usual one first. */
export function kindsFor(column: Typed, filter?: Filter): readonly FilterKind[] {
  const kinds = kindsOf(column.type);
  return typeWithOdd(column, filter) === null ? kinds : [...kinds, 'odd'];
}

function kindsOf(type: ColumnType): readonly FilterKind[] {
  switch (type) {
    case 'number':
      return ['number', 'values', 'text', 'blank'];
    case 'date':
    case 'timestamp':
      return ['date', 'values', 'text', 'blank'];
    case 'boolean':
      return ['values', 'blank'];
    case 'id':
    case 'nested':
      return ['text', 'values', 'blank'];
    case 'text':
      return ['values', 'text', 'blank'];
  }
}

/** The form for a column, filled with the filter that it has. */
export function draftFor(column: Typed, filter: Filter | undefined): FilterDraft {
  const { type } = column;
  const [kind = 'values'] = kindsFor(column);
  const base = { ...empty, kind };
  switch (filter?.kind) {
    case 'text':
      return {
        ...base,
        kind: 'text',
        how: filter.not === true ? (filter.how === 'is' ? 'not-is' : 'not-contains') : filter.how,
        text: filter.text,
        caseSensitive: filter.caseSensitive ?? false,
      };
    case 'number':
      return {
        ...base,
        kind: 'number',
        least: filter.least === null ? '' : String(filter.least),
        greatest: filter.greatest === null ? '' : String(filter.greatest),
      };
    case 'date':
      return {
        ...base,
        kind: 'date',
        from: asInput(filter.from, type),
        to: asInput(filter.to, type),
      };
    case 'values':
      return { ...base, kind: 'values', values: filter.values, not: filter.not ?? false };
    case 'blank':
      return { ...base, kind: 'blank', blank: filter.blank };
    case 'odd':
      return { ...base, kind: 'odd', odd: filter.odd };
    default:
      return base;
  }
}

/** As the system's date field wants it; a time is shown only where the column has times. */
function asInput(moment: string | null, type: ColumnType): string {
  if (moment === null) return '';
  const [day = '', time = '00:00'] = moment.split(/[ T]/);
  return type === 'timestamp' ? `${day}T${time.slice(0, 8)}` : day;
}

export type DraftProblem = 'needed' | 'number-wrong' | 'span-wrong';
export type DraftResult =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly problem: DraftProblem };

const wrong = (problem: DraftProblem): DraftResult => ({ ok: false, problem });

/** The filter that the form describes, or what is missing in it. */
export function filterFrom(draft: FilterDraft, column: number, type: TypeWithOdd | null = null): DraftResult {
  switch (draft.kind) {
    case 'text': {
      if (draft.text === '') return wrong('needed');
      const not = draft.how.startsWith('not-');
      const how = draft.how === 'not-is' ? 'is' : draft.how === 'not-contains' ? 'contains' : draft.how;
      return {
        ok: true,
        filter: {
          kind: 'text',
          column,
          how,
          text: draft.text,
          ...(not ? { not } : {}),
          ...(draft.caseSensitive ? { caseSensitive: true } : {}),
        },
      };
    }
    case 'number': {
      const least = numberIn(draft.least);
      const greatest = numberIn(draft.greatest);
      if (least === undefined || greatest === undefined) return wrong('number-wrong');
      if (least === null && greatest === null) return wrong('needed');
      if (least !== null && greatest !== null && least > greatest) return wrong('span-wrong');
      return { ok: true, filter: { kind: 'number', column, least, greatest } };
    }
    case 'date': {
      const from = draft.from === '' ? null : draft.from.replace('T', ' ');
      const to = draft.to === '' ? null : wholeMinute(draft.to.replace('T', ' '));
      if (from === null && to === null) return wrong('needed');
      if (from !== null && to !== null && from > to) return wrong('span-wrong');
      return { ok: true, filter: { kind: 'date', column, from, to } };
    }
    case 'values':
      if (draft.values.length === 0) return wrong('needed');
      return {
        ok: true,
        filter: {
          kind: 'values',
          column,
          values: [...draft.values],
          ...(draft.not ? { not: true } : {}),
        },
      };
    case 'blank':
      return { ok: true, filter: { kind: 'blank', column, blank: draft.blank } };
    case 'odd':
      return type === null
        ? wrong('needed')
        : { ok: true, filter: { kind: 'odd', column, odd: draft.odd, type } };
  }
}

/** A last minute counts to its end, as a last day does. */
function wholeMinute(moment: string): string {
  return /\d \d{2}:\d{2}$/.test(moment) ? `${moment}:59.999999` : moment;
}

/** A number as people type it, with either decimal sign; null for nothing, undefined for what is none. */
function numberIn(text: string): number | null | undefined {
  const plain = text.trim().replace(/[\s\u00a0\u202f]/g, '');
  if (plain === '') return null;
  // "1,234" and "1,234,567" are read as thousands, "1,5" as one and a half: the chip then says what was understood.
  // So are "1.234,50" and "1.234.567"; a lone "1.234" is one and a bit.
  const dotted = /^[-+]?\d{1,3}(?:(\.\d{3})+,\d+|(\.\d{3}){2,})$/.test(plain);
  if (dotted) return Number(plain.replaceAll('.', '').replace(',', '.'));
  const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const point = grouped ? plain.replaceAll(',', '') : plain.replace(',', '.');
  const value = Number(point);
  return Number.isFinite(value) ? value : undefined;
}
