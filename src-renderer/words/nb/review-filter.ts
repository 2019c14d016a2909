import type { Filter } from '../../../src-preload/contract/review-view.ts';
import { fileMoment } from '../file-dates.ts';
import { numberFormat } from '../locale.ts';
import type { Words } from '../words-type.ts';
import { count, number } from './values.ts';

type TextFilter = Extract<Filter, { kind: 'text' }>;

const hows: Readonly<Record<TextFilter['how'], string>> = {
  contains: 'inneholder',
  is: 'er',
  starts: 'begynner med',
  ends: 'slutter med',
};
const notHows: Readonly<Record<TextFilter['how'], string>> = {
  contains: 'inneholder ikke',
  is: 'er ikke',
  starts: 'begynner ikke med',
  ends: 'slutter ikke med',
};

type Typed = Extract<Filter, { kind: 'odd' }>['type'];
const things: Readonly<Record<Typed, string>> = {
  number: 'et tall',
  date: 'en dato',
  timestamp: 'et tidspunkt',
};
/** "3 celler er ikke tall", of the cells of a column that are none of its type. */
export function oddCells(type: Typed, cells: number): string {
  const many = { number: 'tall', date: 'datoer', timestamp: 'tidspunkter' } as const;
  return `${count(cells, 'celle', 'celler')} er ikke ${cells === 1 ? things[type] : many[type]}`;
}

const shortest = 28;
const short = (text: string) => (text.length > shortest ? `${text.slice(0, shortest - 1)}…` : text);
const exactNumber = (value: number) => numberFormat({ maximumSignificantDigits: 15 }).format(value);

function span<T>(
  from: T | null,
  to: T | null,
  say: (end: T) => string,
  after: string,
  before: string,
): string {
  if (from !== null && to !== null) return from === to ? `er ${say(from)}` : `${say(from)} til ${say(to)}`;
  if (from !== null) return `${after} ${say(from)}`;
  return to === null ? 'hva som helst' : `${before} ${say(to)}`;
}

function condition(filter: Filter): string {
  switch (filter.kind) {
    case 'text':
      return `${(filter.not === true ? notHows : hows)[filter.how]} «${short(filter.text)}»`;
    case 'number':
      return span(filter.least, filter.greatest, exactNumber, 'minst', 'høyst');
    case 'date':
      return span(filter.from, filter.to, fileMoment, 'fra', 'til og med');
    case 'values': {
      const is = filter.not === true ? 'er ikke' : 'er';
      const [one] = filter.values;
      if (filter.values.length > 1)
        return `${is} ${filter.not === true ? 'noen' : 'én'} av ${count(filter.values.length, 'verdi', 'verdier')}`;
      return one === null || one === undefined ? `${is} tom` : `${is} ${short(one)}`;
    }
    case 'blank':
      return filter.blank ? 'er tom' : 'er ikke tom';
    case 'odd':
      return filter.odd ? `er ikke ${things[filter.type]}` : `er ${things[filter.type]} eller tom`;
    case 'anywhere':
      return `inneholder «${short(filter.text)}»`;
    case 'repeated':
      return 'forekommer mer enn én gang';
  }
}

/** What a chip says: "country er NO". */
function filterText(filter: Filter, nameOf: (column: number) => string): string {
  if (filter.kind === 'anywhere') return `en celle ${condition(filter)}`;
  if (filter.kind === 'repeated') {
    const [column] = filter.columns;
    return column === undefined
      ? 'raden forekommer mer enn én gang'
      : `${nameOf(column)} forekommer mer enn én gang`;
  }
  return `${nameOf(filter.column)} ${condition(filter)}`;
}

export const reviewFilter: Words['reviewFilter'] = {
  title: (column) => `Filtrer etter ${column}`,
  kind: 'Vis rader der cellen',
  kinds: {
    values: 'er en av verdiene sine',
    text: 'har en tekst',
    number: 'er mellom tall',
    date: 'er mellom datoer',
    blank: 'er tom eller ikke',
  },
  oddKinds: {
    number: 'er et tall eller ikke',
    date: 'er en dato eller ikke',
    timestamp: 'er et tidspunkt eller ikke',
  },
  odd: (type) => `er ikke ${things[type]}`,
  notOdd: (type) => `er ${things[type]} eller tom`,
  oddOutside: (type, cells, texts) =>
    `${oddCells(type, cells)} (${texts.map((text) => `«${short(text)}»`).join(', ')}) og er ikke med i noe intervall.`,
  oddShow: 'Vis bare disse',
  how: 'Hvordan',
  hows: {
    contains: hows.contains,
    is: hows.is,
    starts: hows.starts,
    ends: hows.ends,
    'not-contains': notHows.contains,
    'not-is': notHows.is,
  },
  text: 'Tekst',
  caseSensitive: 'Skill mellom store og små bokstaver',
  least: 'Minst',
  greatest: 'Høyst',
  from: 'Fra',
  to: 'Til og med',
  numberWrong: 'Dette er ikke et tall.',
  spanWrong: 'Det første er større enn det andre.',
  needed: 'Ingenting er skrevet inn ennå.',
  values: 'Verdier',
  valueSearch: 'Finn en verdi',
  valuesWorking: 'Teller verdiene …',
  valuesNone: 'Ingen slik verdi.',
  valuesMore: (shown) => `De ${number(shown)} vanligste. Skriv for å finne andre.`,
  valuesNot: 'Alle unntatt disse',
  blankValue: '(tom)',
  blank: 'er tom',
  notBlank: 'er ikke tom',
  apply: 'Vis disse radene',
  remove: 'Fjern filteret',
  cancel: 'Avbryt',
  filterText,
};
