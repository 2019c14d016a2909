import type { RequestOf } from '../../../src-preload/contract/requests.ts';

export type TrackerEvent = RequestOf<'mytracker'>['event'];
export type MatchCriteria = NonNullable<RequestOf<'mypreferences'>['matchCriteria']>;

/** Every box of "Ask for a new export", as typed; what is not of the chosen vendor stays unused. */
export interface RequestValues {
  readonly title: string;
  readonly segmentName: string;
  /** As `<input type="datetime-local">` gives it: `2026-01-31T09:30`, or empty. */
  readonly since: string;
  readonly matchCriteria: MatchCriteria | '';
  readonly matchType: string;
  readonly values: string;
  readonly event: TrackerEvent;
  readonly columns: string;
  /** `2026-01-31`, or empty. */
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
  readonly idApp: string;
  readonly SDKKey: string;
  readonly idAccount: string;
  readonly idProject: string;
  readonly idCampaign: string;
  readonly idAd: string;
  readonly idCountry: string;
  readonly idPartner: string;
  readonly idAdMediator: string;
  readonly idSegment: string;
  readonly isVerified: '' | '0' | '1';
  readonly idPurchaseType: string;
  readonly rooted: '' | '0' | '1';
  readonly eventName: string;
  readonly eventNameInvert: boolean;
  readonly customerAccountId: string;
  readonly cloudAccountId: string;
  readonly invoiceProfileId: string;
}
export type RequestField = keyof RequestValues;

/** The month before this one, as two dates in this computer's calendar: `2026-10-01` to `2026-10-31`. */
export function lastMonth(now: Date): { readonly from: string; readonly to: string } {
  return {
    from: dateText(new Date(now.getFullYear(), now.getMonth() - 1, 1)),
    to: dateText(new Date(now.getFullYear(), now.getMonth(), 0)),
  };
}

/** A day in this computer's calendar, `2026-10-31`. */
export function dateText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const always = ['idDevice', 'tsEvent', 'idCountry', 'idOsTitle'];

/** Columns that make sense of an event; each is one that the vendor's public examples name. */
export function usualColumns(event: TrackerEvent): readonly string[] {
  if (event === 'customEvents' || event === 'userCustomEvents') {
    return [...always, 'customUserId', 'eventName', 'params.name', 'params.value'];
  }
  if (event.startsWith('user') || event === 'newUsers') return ['customUserId', ...always];
  return [...always, 'idPartnerTitle', 'advertisingId'];
}

/** Offered below the box of columns: https://docs.tracker.my.com/api/export-api/raw/create and the vendor's own programs. */
export const knownColumns: readonly string[] = [
  'idDevice',
  'customUserId',
  'tsEvent',
  'dtEvent',
  'tsInsert',
  'tsClick',
  'tsView',
  'idCountry',
  'idOsTitle',
  'idAppVersionTitle',
  'idAccount',
  'idPartnerTitle',
  'idAdEventTypeTitle',
  'advertisingId',
  'iosVendorId',
  'waid',
  'eventName',
  'countCustomEvent',
  'params.name',
  'params.value',
];

/** What stands between names or numbers that were typed or pasted as a list. */
const separators = /[\s,;]+/;

export function columnsOf(text: string): readonly string[] {
  return [...new Set(text.split(separators).filter((name) => name !== ''))];
}

export function startRequest(now: Date, timezone: string): RequestValues {
  return {
    title: '',
    segmentName: '',
    since: '',
    matchCriteria: '',
    matchType: '',
    values: '',
    event: 'installs',
    columns: usualColumns('installs').join(', '),
    ...lastMonth(now),
    timezone,
    idApp: '',
    SDKKey: '',
    idAccount: '',
    idProject: '',
    idCampaign: '',
    idAd: '',
    idCountry: '',
    idPartner: '',
    idAdMediator: '',
    idSegment: '',
    isVerified: '',
    idPurchaseType: '',
    rooted: '',
    eventName: '',
    eventNameInvert: false,
    customerAccountId: '',
    cloudAccountId: '',
    invoiceProfileId: '',
  };
}

/** The form after one box changed: another event brings its usual columns, unless the person has chosen their own. */
export function withRequestValue<N extends RequestField>(
  values: RequestValues,
  name: N,
  value: RequestValues[N],
): RequestValues {
  const next = { ...values, [name]: value };
  if (name !== 'event') return next;
  const untouched = columnsOf(values.columns).join() === usualColumns(values.event).join();
  return untouched ? { ...next, columns: usualColumns(next.event).join(', ') } : next;
}

const payments: readonly string[] = [
  'payments',
  'userPayments',
  'testPayments',
  'trialPayments',
  'userTrialPayments',
];
const onlyFor: Readonly<Partial<Record<RequestField, readonly string[]>>> = {
  isVerified: payments,
  idPurchaseType: payments,
  eventName: ['customEvents', 'userCustomEvents'],
  eventNameInvert: ['customEvents', 'userCustomEvents'],
  idAdMediator: ['adMonetization', 'userAdMonetization'],
  idSegment: ['hits', 'installs'],
};

/** Some of MyTracker's filters hold for some events only; the vendor refuses them with the others. */
export function filterFits(name: RequestField, event: TrackerEvent): boolean {
  return onlyFor[name]?.includes(event) ?? true;
}
