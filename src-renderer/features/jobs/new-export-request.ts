import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import { columnsOf, dateText, filterFits, type RequestField, type RequestValues } from './new-export-form.ts';

/** What is wrong with a box, as words.newExport.problem says it. */
export type RequestProblem =
  | 'missing'
  | 'too-long'
  | 'not-a-number'
  | 'not-numbers'
  | 'too-many'
  | 'not-a-column'
  | 'not-a-date'
  | 'before-from'
  | 'in-future'
  | 'criteria-missing';

export type RequestProblems = Readonly<Partial<Record<RequestField, RequestProblem>>>;

export type RequestReading =
  | { readonly kind: 'request'; readonly request: ExportRequest; readonly title: string | undefined }
  | { readonly kind: 'problems'; readonly problems: RequestProblems };

type Found = Partial<Record<RequestField, RequestProblem>>;

/** Reads the form into what the vendor is asked, or says box by box what does not fit. */
export function readRequest(provider: ProviderId, values: RequestValues, now: Date): RequestReading {
  const found: Found = {};
  const request = requestOf(provider, values, now, found);
  const title = values.title.trim();
  if (title.length > 200) found.title = 'too-long';
  if (Object.keys(found).length > 0) return { kind: 'problems', problems: found };
  return { kind: 'request', request, title: title === '' ? undefined : title };
}

function requestOf(provider: ProviderId, values: RequestValues, now: Date, found: Found): ExportRequest {
  switch (provider) {
    case 'mypreferences':
      return myPreferencesRequest(values, found);
    case 'mytracker':
      return myTrackerRequest(values, dateText(now), found);
    case 'crayon':
      return crayonRequest(values, found);
  }
}

function myPreferencesRequest(values: RequestValues, found: Found): ExportRequest {
  const segmentName = values.segmentName.trim();
  if (segmentName === '') found.segmentName = 'missing';
  else if (segmentName.length > 300) found.segmentName = 'too-long';
  const since = sinceText(values.since);
  if (since === null) found.since = 'not-a-date';
  // A value can hold a comma or a blank: one stands on each line.
  const wanted = values.values
    .split(/[\r\n]+/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const matchType = values.matchType.trim();
  if (values.matchCriteria === '') {
    if (wanted.length > 0) found.matchCriteria = 'criteria-missing';
  } else {
    if (wanted.length === 0) found.values = 'missing';
    if (values.matchCriteria === 'AlternateId' && matchType === '') found.matchType = 'missing';
  }
  if (matchType.length > 100) found.matchType = 'too-long';
  if (wanted.length > 10_000) found.values = 'too-many';
  else if (wanted.some((value) => value.length > 300)) found.values = 'too-long';
  return {
    provider: 'mypreferences',
    segmentName,
    ...(since === null || since === '' ? {} : { lastDateTime: since }),
    ...(values.matchCriteria === ''
      ? {}
      : {
          matchCriteria: values.matchCriteria,
          ...(matchType === '' ? {} : { matchType }),
          values: wanted,
        }),
  };
}

/** With seconds and milliseconds, as the vendor writes it; empty stays empty, null is no time. */
function sinceText(value: string): string | null {
  if (value === '') return '';
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?(\.\d{1,3})?$/.exec(value);
  if (found === null) return null;
  return `${found[1] ?? ''}${found[2] ?? ':00'}${(found[3] ?? '.').padEnd(4, '0')}`;
}

const numberLists = [
  'idApp',
  'idAccount',
  'idProject',
  'idCampaign',
  'idAd',
  'idCountry',
  'idPartner',
  'idAdMediator',
  'idSegment',
] as const;

function myTrackerRequest(values: RequestValues, today: string, found: Found): ExportRequest {
  const selectors = columnsOf(values.columns);
  if (selectors.length === 0) found.columns = 'missing';
  else if (selectors.length > 200) found.columns = 'too-many';
  else if (selectors.some((name) => !/^[A-Za-z][\w.]{0,60}$/.test(name))) found.columns = 'not-a-column';
  checkSpan(values, found);
  if (found.from === undefined && values.from > today) found.from = 'in-future';
  if (found.to === undefined && values.to > today) found.to = 'in-future';
  const fits = (name: RequestField) => filterFits(name, values.event);

  const lists: Partial<Record<(typeof numberLists)[number], readonly string[]>> = {};
  for (const name of numberLists) {
    const ids = columnsOf(values[name]);
    if (ids.length === 0 || !fits(name)) continue;
    if (ids.length > 1000) found[name] = 'too-many';
    else if (ids.some((id) => !/^\d{1,20}$/.test(id))) found[name] = 'not-numbers';
    lists[name] = ids;
  }
  const keys = columnsOf(values.SDKKey);
  const names = fits('eventName') ? linesOf(values.eventName) : [];
  const purchaseType = fits('idPurchaseType') ? values.idPurchaseType.trim() : '';
  if (purchaseType !== '' && !/^\d{1,20}$/.test(purchaseType)) found.idPurchaseType = 'not-a-number';
  const timezone = values.timezone.trim();
  return {
    provider: 'mytracker',
    event: values.event,
    selectors: [...selectors],
    dateFrom: values.from,
    dateTo: values.to,
    ...(timezone === '' ? {} : { timezone }),
    ...mutable(lists),
    ...(keys.length === 0 ? {} : { SDKKey: [...keys] }),
    ...(values.isVerified === '' || !fits('isVerified') ? {} : { isVerified: values.isVerified }),
    ...(purchaseType === '' ? {} : { idPurchaseType: purchaseType }),
    ...(values.rooted === '' ? {} : { rooted: values.rooted }),
    ...(names.length === 0
      ? {}
      : { eventName: names, ...(values.eventNameInvert ? { eventNameInvert: true } : {}) }),
  };
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function mutable<K extends string>(
  lists: Readonly<Partial<Record<K, readonly string[]>>>,
): Partial<Record<K, string[]>> {
  const copies: Partial<Record<K, string[]>> = {};
  for (const name in lists) copies[name] = [...(lists[name] ?? [])];
  return copies;
}

function crayonRequest(values: RequestValues, found: Found): ExportRequest {
  const account = wholeNumber(values, 'customerAccountId', found);
  if (account === undefined && found.customerAccountId === undefined) found.customerAccountId = 'missing';
  const cloudAccountId = wholeNumber(values, 'cloudAccountId', found);
  const invoiceProfileId = wholeNumber(values, 'invoiceProfileId', found);
  checkSpan(values, found);
  return {
    provider: 'crayon',
    customerAccountId: account ?? 0,
    from: `${values.from}T00:00:00Z`,
    // The last day is meant whole.
    to: `${values.to}T23:59:59Z`,
    ...(cloudAccountId === undefined ? {} : { cloudAccountId }),
    ...(invoiceProfileId === undefined ? {} : { invoiceProfileId }),
  };
}

function wholeNumber(
  values: RequestValues,
  name: 'customerAccountId' | 'cloudAccountId' | 'invoiceProfileId',
  found: Found,
): number | undefined {
  const text = values[name].trim();
  if (text === '') return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (!Number.isSafeInteger(number) || number < 1) found[name] = 'not-a-number';
  return number;
}

function checkSpan(values: RequestValues, found: Found): void {
  for (const name of ['from', 'to'] as const) {
    if (values[name] === '') found[name] = 'missing';
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(values[name])) found[name] = 'not-a-date';
  }
  // Dates in this form sort as texts.
  if (found.from === undefined && found.to === undefined && values.to < values.from) found.to = 'before-from';
}
