import { eventNames } from '../../src-preload/contract/event-names.ts';
import type { Language } from '../../src-preload/contract/languages.ts';
import type { RequestOf } from '../../src-preload/contract/requests.ts';

type TrackerEvent = RequestOf<'mytracker'>['event'];

interface Day {
  readonly day: number;
  /** 1 is January. */
  readonly month: number;
  readonly year: number;
}

/** What Docket calls an export to which the person gives no name. It is kept as it was given. */
export interface Titles {
  readonly event: (event: TrackerEvent) => string;
  /** Crayon's. */
  readonly report: string;
  /** What is asked for, and its days; `span` may be empty. */
  readonly with: (what: string, span: string) => string;
  /** `1–31 Oct 2026`, `28 Sep – 3 Oct 2026`, `28 Dec 2025 – 3 Jan 2026`. */
  readonly span: (from: Day, to: Day) => string;
  readonly from: (day: Day) => string;
  readonly to: (day: Day) => string;
  /** The connections and exports of practice. */
  readonly practice: Readonly<Record<PracticeTitle, string>>;
}

export type PracticeTitle =
  | 'newsletter'
  | 'games'
  | 'licences'
  | 'optIns'
  | 'optInsBefore'
  | 'installs'
  | 'guests'
  | 'payments';

/** `dot` stands behind a day's number. */
function spanIn(months: readonly string[], dot = '') {
  const dayIn = (at: Day) => `${at.day}${dot}`;
  const monthIn = (at: Day) => `${dayIn(at)} ${months[at.month - 1] ?? ''}`;
  const whole = (at: Day) => `${monthIn(at)} ${at.year}`;
  const span = (from: Day, to: Day) => {
    if (from.year !== to.year) return `${whole(from)} – ${whole(to)}`;
    if (from.month !== to.month) return `${monthIn(from)} – ${whole(to)}`;
    return from.day === to.day ? whole(from) : `${dayIn(from)}–${whole(to)}`;
  };
  return { whole, span } as const;
}

const withSpan = (what: string, span: string) => (span === '' ? what : `${what}, ${span}`);

const enDays = spanIn(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);
const ruDays = spanIn([
  'янв.',
  'февр.',
  'мар.',
  'апр.',
  'мая',
  'июн.',
  'июл.',
  'авг.',
  'сент.',
  'окт.',
  'нояб.',
  'дек.',
]);
const nbDays = spanIn(
  ['jan.', 'feb.', 'mars', 'apr.', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.'],
  '.',
);
export const allTitles: Readonly<Record<Language, Titles>> = {
  en: {
    event: (event) => eventNames.en[event],
    report: 'Licence report',
    with: withSpan,
    span: enDays.span,
    from: (day) => `from ${enDays.whole(day)}`,
    to: (day) => `to ${enDays.whole(day)}`,
    practice: {
      newsletter: 'Practice newsletter',
      games: 'Practice games',
      licences: 'Practice licences',
      optIns: 'Newsletter opt-ins',
      optInsBefore: 'Newsletter opt-ins, September',
      installs: 'Installs, October',
      guests: 'Event guests',
      payments: 'Payments, third quarter',
    },
  },
  ru: {
    event: (event) => eventNames.ru[event],
    report: 'Отчёт о лицензиях',
    with: withSpan,
    span: ruDays.span,
    from: (day) => `с ${ruDays.whole(day)}`,
    to: (day) => `по ${ruDays.whole(day)}`,
    practice: {
      newsletter: 'Учебная рассылка',
      games: 'Учебные игры',
      licences: 'Учебные лицензии',
      optIns: 'Подписчики рассылки',
      optInsBefore: 'Подписчики рассылки, сентябрь',
      installs: 'Установки, октябрь',
      guests: 'Гости мероприятия',
      payments: 'Платежи, третий квартал',
    },
  },
  nb: {
    event: (event) => eventNames.nb[event],
    report: 'Lisensrapport',
    with: withSpan,
    span: nbDays.span,
    from: (day) => `fra ${nbDays.whole(day)}`,
    to: (day) => `til ${nbDays.whole(day)}`,
    practice: {
      newsletter: 'Øvingsnyhetsbrev',
      games: 'Øvingsspill',
      licences: 'Øvingslisenser',
      optIns: 'Abonnenter på nyhetsbrevet',
      optInsBefore: 'Abonnenter på nyhetsbrevet, september',
      installs: 'Installasjoner, oktober',
      guests: 'Gjester på arrangementet',
      payments: 'Betalinger, tredje kvartal',
    },
  },
};
