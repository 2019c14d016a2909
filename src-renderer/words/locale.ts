interface Place {
  /** BCP 47 tag; undefined is the window's own. */
  readonly locale: string | undefined;
  /** IANA name; undefined is the system's own. */
  readonly timeZone: string | undefined;
}

let place: Place = { locale: undefined, timeZone: undefined };
let formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** The text is English; numbers and dates follow the system's own format. An unknown tag is passed over. */
export function setLocale(next: { readonly locale?: string; readonly timeZone?: string }): void {
  place = { locale: known(next.locale), timeZone: next.timeZone };
  formatters = new Map();
}

function known(locale: string | undefined): string | undefined {
  if (locale === undefined) return undefined;
  try {
    // Digits stay European: they stand within English sentences.
    return Intl.getCanonicalLocales(`${locale.split('-u-')[0]}-u-nu-latn`)[0];
  } catch {
    return undefined;
  }
}

export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const held = formatters.get(key);
  if (held instanceof Intl.NumberFormat) return held;
  const made = new Intl.NumberFormat(place.locale, options);
  formatters.set(key, made);
  return made;
}

export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const held = formatters.get(key);
  if (held instanceof Intl.DateTimeFormat) return held;
  const zone = place.timeZone === undefined ? {} : { timeZone: place.timeZone };
  const made = new Intl.DateTimeFormat(place.locale, { ...options, ...zone });
  formatters.set(key, made);
  return made;
}
