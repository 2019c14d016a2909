import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import type { RequestValues } from './new-export-form.ts';

/** The boxes as they would have to be filled to ask for this again. `start`: what stands in those that it says nothing of. */
export function valuesOf(request: ExportRequest, start: RequestValues): RequestValues {
  switch (request.provider) {
    case 'mypreferences':
      return {
        ...start,
        segmentName: request.segmentName,
        // The box takes minutes: `2026-01-31T09:30`.
        since: (request.lastDateTime ?? '').slice(0, 16),
        matchCriteria: request.matchCriteria ?? '',
        matchType: request.matchType ?? '',
        values: (request.values ?? []).join('\n'),
      };
    case 'mytracker':
      return {
        ...start,
        event: request.event,
        columns: request.selectors.join(', '),
        from: request.dateFrom ?? start.from,
        to: request.dateTo ?? start.to,
        timezone: request.timezone ?? '',
        idApp: listed(request.idApp),
        SDKKey: listed(request.SDKKey),
        idAccount: listed(request.idAccount),
        idProject: listed(request.idProject),
        idAd: listed(request.idAd),
        idCampaign: listed(request.idCampaign),
        idCountry: listed(request.idCountry),
        idPartner: listed(request.idPartner),
        idAdMediator: listed(request.idAdMediator),
        idSegment: listed(request.idSegment),
        isVerified: eitherOr(request.isVerified),
        idPurchaseType: request.idPurchaseType ?? '',
        rooted: eitherOr(request.rooted),
        eventName: (request.eventName ?? []).join('\n'),
        eventNameInvert: request.eventNameInvert ?? false,
      };
    case 'crayon':
      return {
        ...start,
        customerAccountId: String(request.customerAccountId),
        from: request.from.slice(0, 10),
        to: request.to.slice(0, 10),
        cloudAccountId: request.cloudAccountId === undefined ? '' : String(request.cloudAccountId),
        invoiceProfileId: request.invoiceProfileId === undefined ? '' : String(request.invoiceProfileId),
      };
  }
}

function listed(values: readonly string[] | undefined): string {
  return (values ?? []).join(', ');
}

function eitherOr(value: string | undefined): '' | '0' | '1' {
  return value === '0' || value === '1' ? value : '';
}

export interface LastRequest {
  readonly title: string;
  readonly at: number;
  readonly request: ExportRequest;
}

/** The newest export of the connection that Docket has asked for. */
export function lastRequest(jobs: Iterable<JobView>, connectionId: string): LastRequest | null {
  let newest: LastRequest | null = null;
  for (const job of jobs) {
    if (job.connectionId !== connectionId || job.request === null) continue;
    if (newest === null || job.createdAt > newest.at)
      newest = { title: job.title, at: job.createdAt, request: job.request };
  }
  return newest;
}

/** What earlier requests of the connection named, newest first: offered again, so that nobody looks it up twice. */
export function namedBefore(
  jobs: Iterable<JobView>,
  connectionId: string,
): Readonly<Partial<Record<'segmentName' | 'customerAccountId' | 'idApp', readonly string[]>>> {
  const asked = [...jobs]
    .filter((job) => job.connectionId === connectionId)
    .sort((a, b) => b.createdAt - a.createdAt)
    .flatMap(({ request }) => request ?? []);
  const of = (read: (request: ExportRequest) => string) =>
    [...new Set(asked.map(read))].filter((text) => text !== '').slice(0, 20);
  return {
    segmentName: of((request) => (request.provider === 'mypreferences' ? request.segmentName : '')),
    customerAccountId: of((request) =>
      request.provider === 'crayon' ? String(request.customerAccountId) : '',
    ),
    idApp: of((request) => (request.provider === 'mytracker' ? listed(request.idApp) : '')),
  };
}
