import type { RequestOf } from '../../../src-preload/contract/requests.ts';
import { percentEncode } from './auth-hmac.ts';

type MyTrackerRequest = RequestOf<'mytracker'>;

const lists = [
  'idApp',
  'SDKKey',
  'idAccount',
  'idProject',
  'idAd',
  'idCampaign',
  'idCountry',
  'idPartner',
  'idAdMediator',
  'idSegment',
] as const;
const words = ['isVerified', 'idPurchaseType', 'rooted', 'dateFrom', 'dateTo', 'timezone'] as const;

/**
 * Vendor pages and clients name the timestamps differently; these are the names that a client in use sends
 * (`tsFrom`, `availabilityTsFrom`). Docket asks by dates unless a timestamp is given.
 */
const timestamps = {
  timestampFrom: 'tsFrom',
  timestampTo: 'tsTo',
  availabilityTimestampFrom: 'availabilityTsFrom',
  availabilityTimestampTo: 'availabilityTsTo',
} as const;

/** The parameters of create.json in a fixed order: https://docs.tracker.my.com/api/export-api/raw/create */
export function createParameters(
  request: MyTrackerRequest,
): readonly (readonly [name: string, value: string])[] {
  const parameters: (readonly [string, string])[] = [
    ['event', request.event],
    ['selectors', request.selectors.join(',')],
  ];
  for (const name of lists) {
    const values = request[name];
    if (values !== undefined && values.length > 0) parameters.push([name, values.join(',')]);
  }
  // Event names may hold commas: each its own parameter.
  for (const value of request.eventName ?? []) parameters.push(['eventName[]', value]);
  if (request.eventNameInvert !== undefined)
    parameters.push(['eventNameInvert', request.eventNameInvert ? '1' : '0']);
  for (const name of words) {
    const value = request[name];
    if (value !== undefined && value !== '') parameters.push([name, value]);
  }
  for (const [ours, theirs] of Object.entries(timestamps)) {
    const value = request[ours as keyof typeof timestamps];
    if (value !== undefined) parameters.push([theirs, String(value)]);
  }
  return parameters;
}

/** `a=1&b=2%2C3`: form body and query string alike, with every reserved character encoded. */
export function encodeParameters(parameters: ReturnType<typeof createParameters>): string {
  return parameters.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}
