import { type Language, spokenIn } from '../../src-preload/contract/languages.ts';
import { pageLanguage } from './page-language.ts';

interface Place {
  /** BCP 47 tag; undefined is the window's own. */
  readonly locale: string | undefined;
  /** IANA name; undefined is the system's own. */
  readonly timeZone: string | undefined;
  /** In which the sentences are. */
  readonly language: Language;
}

const ownLanguage = spokenIn(pageLanguage);
let place: Place = { locale: undefined, timeZone: undefined, language: ownLanguage };
let numberFormats = new Map<string, Intl.NumberFormat>();
let dateFormats = new Map<string, Intl.DateTimeFormat>();
let hour: 'numeric' | '2-digit' | null = null;

/**
 * Numbers and dates follow the system's own format, months and days of the week the language of the text. An unknown tag
 * is passed over. `language` is the page's own but in tests.
 */
export function setLocale(next: {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly language?: Language;
}): void {
  place = { locale: known(next.locale), timeZone: next.timeZone, language: next.language ?? ownLanguage };
  numberFormats = new Map();
  dateFormats = new Map();
  hour = null;
}

function known(locale: string | undefined): string | undefined {
  if (locale === undefined) return undefined;
  try {
    // Digits stay European: they stand within sentences that have them so.
    return Intl.getCanonicalLocales(`${locale.split('-u-')[0]}-u-nu-latn`)[0];
  } catch {
    return undefined;
  }
}

/** Where the system speaks another language than the text, the order and the clock of its region are kept. */
function dateLocale(): string | undefined {
  const system = new Intl.Locale(place.locale ?? new Intl.DateTimeFormat().resolvedOptions().locale);
  const spoken = system.language === 'no' ? 'nb' : system.language;
  if (spoken === place.language) return place.locale;
  const { hourCycle } = new Intl.DateTimeFormat(system, { hour: 'numeric' }).resolvedOptions();
  const clock = hourCycle === undefined ? '' : `-u-hc-${hourCycle}`;
  const regional = `${place.language}-${system.maximize().region}`;
  const exists = new Intl.DateTimeFormat(regional).resolvedOptions().locale === regional;
  return `${exists ? regional : wherever[place.language]}${clock}`;
}

/** The language as it is written where no region has a form of its own: English as in Europe. */
const wherever: Readonly<Record<Language, string>> = { en: 'en-150', ru: 'ru-RU', nb: 'nb-NO' };

export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const made = numberFormats.get(key) ?? new Intl.NumberFormat(place.locale, options);
  numberFormats.set(key, made);
  return made;
}

/**
 * How wide the hour is where the system writes a time alone, so that it is the same beside a date: "09:14", but "9:14 AM".
 * https://unicode.org/reports/tr35/tr35-dates.html#dfst-hour
 */
export function hourWidth(): 'numeric' | '2-digit' {
  if (hour !== null) return hour;
  const alone = new Intl.DateTimeFormat(dateLocale(), { timeStyle: 'short' });
  const wide =
    alone.resolvedOptions().hour12 !== true && alone.format(new Date(2026, 0, 1, 1, 5)).startsWith('0');
  hour = wide ? '2-digit' : 'numeric';
  return hour;
}

export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const zone = place.timeZone === undefined ? {} : { timeZone: place.timeZone };
  const made = dateFormats.get(key) ?? new Intl.DateTimeFormat(dateLocale(), { ...options, ...zone });
  dateFormats.set(key, made);
  return made;
}
