import type { Flag } from '../../src-preload/contract/review-insight.ts';
import type { Facts } from './protocol.ts';

/** What last time's table of the same kind was like, as far as known. */
export interface Before {
  readonly rows: number;
  /** Name and blank share of each column; null when that table was never looked at. */
  readonly columns: readonly (readonly [string, number])[] | null;
  /** The columns that held one value in every row then, as far as known. */
  readonly constants?: readonly string[];
}

/** A blank share that is worth a word by itself, and a rise over last time's that is. */
const muchBlank = 0.5;
const blankRise = 0.05;

/** What a person should know of a whole table, worst first. */
export function judgeFacts(
  facts: Facts,
  about: {
    readonly collected: number | null;
    readonly broken: number;
    readonly short: number;
    readonly undecodable: number;
    readonly asked: { readonly from: string; readonly to: string } | null;
    readonly before: Before | null;
  },
): readonly Flag[] {
  const { rows, columns } = facts;
  const { collected, broken, short, undecodable, asked, before } = about;
  const flags: Flag[] = [];
  // Where the lines that can't be read are all that is missing, they tell it better.
  if (collected !== null && collected !== rows && collected !== rows + broken)
    flags.push({ kind: 'count-differs', shown: rows, collected });
  if (broken + short > 0) flags.push({ kind: 'broken-lines', count: broken, short });
  if (undecodable > 0) flags.push({ kind: 'undecodable-rows', count: undecodable });
  if (before !== null && before.rows > 0 && (rows <= before.rows / 2 || rows >= before.rows * 2)) {
    flags.push({ kind: 'rows-changed', rows, before: before.rows });
  }
  const known = before?.columns ?? null;
  const sharesBefore = new Map(known ?? []);
  if (known !== null) {
    const names = new Set(columns.map(({ name }) => name));
    for (const [name] of known) if (!names.has(name)) flags.push({ kind: 'column-gone', name });
    for (const [column, { name }] of columns.entries()) {
      if (!sharesBefore.has(name)) flags.push({ kind: 'column-new', column, name });
    }
  }
  flags.push(...oddFlags(facts));
  if (rows > 0) flags.push(...blankFlags(facts, sharesBefore));
  if (facts.period !== null && facts.period.outside > 0 && asked !== null) {
    const { column, outside } = facts.period;
    flags.push({
      kind: 'outside-period',
      column,
      name: columns[column]?.name ?? '',
      count: outside,
      ...asked,
    });
  }
  if ((facts.repeatedRows ?? 0) > 0) flags.push({ kind: 'repeated-rows', count: facts.repeatedRows ?? 0 });
  for (const [column, { name, repeated }] of columns.entries()) {
    if (repeated !== null && repeated > 0)
      flags.push({ kind: 'repeated-ids', column, name, count: repeated });
  }
  flags.push(...constantFlags(facts, before?.constants ?? []));
  return flags;
}

/** More of them than this would be noise: they are told in one line. */
const fewConstants = 2;

function constantFlags({ columns }: Facts, before: readonly string[]): readonly Flag[] {
  const found = columns.flatMap(({ name, isConstant, constant }, column) =>
    // A column without any value is told as blank; one that was like that last time is as ever.
    isConstant && constant !== null && !before.includes(name) ? [{ column, name, value: constant }] : [],
  );
  if (found.length <= fewConstants) return found.map((one) => ({ kind: 'constant', ...one }));
  return [{ kind: 'constants', columns: found.map(({ column, name }) => ({ column, name })) }];
}

/** A line of totals strikes every column: more than these are told in one line. */
const fewOdd = 2;

function oddFlags({ columns }: Facts): readonly Flag[] {
  const found = columns.flatMap(({ name, odd }, column) =>
    odd === undefined ? [] : [{ column, name, ...odd }],
  );
  if (found.length <= fewOdd) return found.map((one) => ({ kind: 'odd-cells', ...one }));
  return [{ kind: 'odd-columns', columns: found.map(({ column, name }) => ({ column, name })) }];
}

function blankFlags({ rows, columns }: Facts, before: ReadonlyMap<string, number>): readonly Flag[] {
  const flags = columns.flatMap(({ name, blank }, column): Extract<Flag, { kind: 'blank-share' }>[] => {
    const share = blank / rows;
    const last = before.get(name) ?? null;
    const worth = last === null ? share >= muchBlank : share - last >= blankRise;
    return worth ? [{ kind: 'blank-share', column, name, share, before: last }] : [];
  });
  return flags.sort((one, other) => rise(other) - rise(one));
}
const rise = (flag: { readonly share: number; readonly before: number | null }) =>
  flag.share - (flag.before ?? 0.5);
