/** Events that can be exported. https://docs.tracker.my.com/api/export-api/raw/dictionary/events */
const deviceEvents =
  'activities adMonetization appUpdates appleSKANpostbacks customEvents deeplinks deviceAuthorisations deviceRegistrations hits installs newDevices partnerSKANpostbacks payments reengagements reinstalls sessions testPayments trialPayments';
const userEvents =
  'newUsers userActivities userAdMonetization userAuthorisations userCustomEvents userDeeplinks userHits userPayments userReengagements userRegistrations userSessions userTrialPayments';
const trackerEvents: readonly string[] = `${deviceEvents} ${userEvents}`.split(' ');

const idLists = [
  'idApp',
  'idAccount',
  'idProject',
  'idAd',
  'idCampaign',
  'idCountry',
  'idPartner',
  'idAdMediator',
  'idSegment',
];
const otherNames = [
  'event',
  'selectors',
  'SDKKey',
  'isVerified',
  'idPurchaseType',
  'eventName',
  'eventNameInvert',
  'dateFrom',
  'dateTo',
  'timezone',
  'tsFrom',
  'tsTo',
  'timestampFrom',
  'timestampTo',
  'availabilityTsFrom',
  'availabilityTsTo',
  'availabilityTimestampFrom',
  'availabilityTimestampTo',
  'rooted',
];

const payments = ['payments', 'userPayments', 'testPayments', 'trialPayments', 'userTrialPayments'];
const onlyFor: Readonly<Record<string, readonly string[]>> = {
  isVerified: payments,
  idPurchaseType: payments,
  eventName: ['customEvents', 'userCustomEvents'],
  eventNameInvert: ['customEvents', 'userCustomEvents'],
  idAdMediator: ['adMonetization', 'userAdMonetization'],
  idSegment: ['hits', 'installs'],
};

export interface CreateRequest {
  readonly event: string;
  readonly selectors: readonly string[];
  /** Length of the asked period in days. */
  readonly days: number;
  /** The same, from its first moment to its last; epoch ms. */
  readonly period: { readonly from: number; readonly to: number };
}

export type CreateReading =
  | { readonly ok: true; readonly request: CreateRequest }
  | { readonly ok: false; readonly detail: string };

/** Every value of each parameter; `a=1,2`, `a[]=1&a[]=2` and `a[0]=1` all mean a list. */
export function gatherParameters(
  sources: readonly URLSearchParams[],
): ReadonlyMap<string, readonly string[]> {
  const gathered = new Map<string, readonly string[]>();
  for (const source of sources) {
    for (const [name, value] of source) {
      const plain = name.replace(/\[\d*\]$/, '');
      // Event names may hold commas; only bracketed lists carry them.
      const values = plain === 'eventName' ? [value] : value.split(',');
      gathered.set(plain, [...(gathered.get(plain) ?? []), ...values]);
    }
  }
  return gathered;
}

/** Judges the parameters of create.json. The vendor's texts are not known; the place they are read from is. `now` in milliseconds. */
export function readCreateParameters(
  parameters: ReadonlyMap<string, readonly string[]>,
  now: number,
): CreateReading {
  const one = (name: string): string | null => {
    const values = parameters.get(name);
    return values?.length === 1 ? (values[0] ?? null) : null;
  };
  const refuse = (detail: string): CreateReading => ({ ok: false, detail });

  const unknown = [...parameters.keys()].find(
    (name) => !idLists.includes(name) && !otherNames.includes(name),
  );
  if (unknown !== undefined) return refuse(`Unknown parameter ${unknown}`);
  const event = one('event');
  if (event === null) return refuse('Parameter event is required');
  if (!trackerEvents.includes(event)) return refuse(`Unknown event ${event}`);
  const selectors = parameters.get('selectors') ?? [];
  if (selectors.length === 0 || selectors.includes('')) return refuse('Parameter selectors is required');
  const strange = selectors.find((name) => !/^[A-Za-z]\w*(\.\w+)?$/.test(name));
  if (strange !== undefined) return refuse(`Unknown selector ${strange}`);

  for (const [name, events] of Object.entries(onlyFor)) {
    if (parameters.has(name) && !events.includes(event))
      return refuse(`Parameter ${name} is not available for event ${event}`);
  }
  for (const name of idLists) {
    if (parameters.get(name)?.some((value) => !/^\d+$/.test(value)) === true)
      return refuse(`Parameter ${name} is invalid`);
  }
  for (const name of ['eventNameInvert', 'rooted']) {
    const value = parameters.get(name);
    if (value !== undefined && !/^[01]$/.test(value.join())) return refuse(`Parameter ${name} is invalid`);
  }
  for (const name of ['isVerified', 'idPurchaseType']) {
    if ((parameters.get(name)?.length ?? 1) !== 1) return refuse(`Parameter ${name} is invalid`);
  }
  for (const name of ['SDKKey', 'eventName', 'isVerified', 'idPurchaseType']) {
    if (parameters.get(name)?.includes('') === true) return refuse(`Parameter ${name} is invalid`);
  }

  const period = readPeriod(one, parameters, now);
  return period.ok
    ? { ok: true, request: { event, selectors, days: period.days, period: period.span } }
    : refuse(period.detail);
}

type Period =
  | { readonly ok: true; readonly days: number; readonly span: CreateRequest['period'] }
  | { readonly ok: false; readonly detail: string };

const day = 86_400_000;

function readPeriod(
  one: (name: string) => string | null,
  parameters: ReadonlyMap<string, readonly string[]>,
  now: number,
): Period {
  const timezone = parameters.has('timezone') ? one('timezone') : 'Europe/Moscow';
  const today = timezone === null ? null : dateIn(timezone, now);
  if (today === null) return { ok: false, detail: 'Parameter timezone is invalid' };

  const spans: readonly (readonly [from: string, to: string, latest: number])[] = [
    ['tsFrom', 'tsTo', now],
    ['timestampFrom', 'timestampTo', now],
    // Only what arrived more than three hours ago. The names of these parameters are not settled.
    ['availabilityTsFrom', 'availabilityTsTo', now - 3 * 3_600_000],
    ['availabilityTimestampFrom', 'availabilityTimestampTo', now - 3 * 3_600_000],
  ];
  let asked: CreateRequest['period'] | null = null;
  for (const [fromName, toName, latest] of spans) {
    if (!parameters.has(fromName) && !parameters.has(toName)) continue;
    const from = epochSeconds(one(fromName));
    const to = epochSeconds(one(toName));
    if (from === null || from > latest) return { ok: false, detail: `Parameter ${fromName} is invalid` };
    if (to === null || to > latest || to < from)
      return { ok: false, detail: `Parameter ${toName} is invalid` };
    asked = { from, to };
  }
  if (!parameters.has('dateFrom') && !parameters.has('dateTo')) {
    return asked === null
      ? { ok: false, detail: 'Parameter dateFrom is required' }
      : { ok: true, days: (asked.to - asked.from) / day, span: asked };
  }
  const from = calendarDay(one('dateFrom'));
  const to = calendarDay(one('dateTo'));
  if (from === null || from < '1970-01-01' || from > today)
    return { ok: false, detail: 'Parameter dateFrom is invalid' };
  if (to === null || to > today || to < from) return { ok: false, detail: 'Parameter dateTo is invalid' };
  const days = (Date.parse(to) - Date.parse(from)) / day + 1;
  const begins = midnight(timezone ?? '', from);
  // Of today there is only what has happened.
  return { ok: true, days, span: { from: begins, to: Math.min(begins + days * day, Math.max(now, begins)) } };
}

function epochSeconds(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) * 1000 : null;
}

function calendarDay(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}

/** When that day begins there, epoch ms; on a day of change of clocks, within an hour. */
function midnight(timeZone: string, date: string): number {
  const utc = Date.parse(date);
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return utc - (Date.parse(`${there.format(utc).replace(' ', 'T')}Z`) - utc);
}

/** The date there, as `YYYY-MM-DD`; null for an unknown zone. */
function dateIn(timeZone: string, now: number): string | null {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(now);
  } catch {
    return null;
  }
}
