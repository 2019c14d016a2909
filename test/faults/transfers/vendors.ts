import type { ConnectionConfig } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { json } from './answers.ts';
import type { RawRequest } from './raw-server.ts';
import type { Answer } from './transfer-case.ts';

export const secrets = {
  sharedKey: 'canary-shared-key',
  secretKey: 'canary-secret-key',
  clientSecret: 'canary-client-secret',
  password: 'canary-password',
  oauthClientSecret: 'canary-oauth-secret',
} as const;

export const reference = '4';

export function configOf(provider: ProviderId, origin: string): ConnectionConfig {
  switch (provider) {
    case 'mytracker':
      return { provider, baseUrl: origin, apiUserId: '77', createBy: 'body' };
    case 'crayon':
      return { provider, baseUrl: origin, clientId: 'client', userName: 'kim', downloadAs: 'bytes' };
    case 'mypreferences':
      return {
        provider,
        baseUrl: origin,
        clientId: 'ACME',
        userId: 'kim',
        authorization: {
          kind: 'pnauthinfo3',
          algorithm: 'SHA256',
          clockBehindSeconds: 5,
          timestamp: 'utc-z',
        },
        preset: 'custom',
        paths: {
          initiate: 'start',
          status: 'status/{accessToken}',
          data: 'data/{accessToken}',
          commit: 'commit',
        },
        pageSize: 2,
      };
  }
}

export type Call = 'plan' | 'sign-in' | 'data';

/** Which of the vendor's calls a request is. */
export function callOf({ target }: RawRequest): Call {
  if (/^\/(?:api\/raw\/v1\/export\/get\.json|status\/|api\/v1\/exports\/$)/.test(target)) return 'plan';
  return /connect\/token|^\/oauth/.test(target) ? 'sign-in' : 'data';
}

/** A request in one line, as the cases write it. */
export function lineOf(request: RawRequest, elsewhere: boolean): string {
  const call = callOf(request);
  if (call !== 'data') return call;
  const { method, headers } = request;
  const range = headers.range === undefined ? [] : [headers.range];
  const validator = headers['if-range'] === undefined ? [] : [`if ${headers['if-range']}`];
  const unsigned = headers.authorization === undefined ? ['unsigned'] : [];
  const where = `${elsewhere ? 'elsewhere' : ''}${shortened(request.target)}`;
  return [...(method === 'GET' ? [] : [method]), where, ...range, ...validator, ...unsigned].join(' ');
}

/** `/file`, `/file1`, or `page 1` for the page that begins with record 1. */
function shortened(target: string): string {
  const page = /^\/data\/\d+\?limit=\d+&offset=(\d+)&keepAlive=true$/.exec(target)?.[1];
  if (page !== undefined) return `page ${page}`;
  return target
    .replace(/^\/file\.(\d)\.csv\.gz/, (_all, part: string) => (part === '0' ? '/file' : `/file${part}`))
    .replace(/^\/api\/v1\/exports\/\d+\/download\/$/, '/file');
}

/** The vendor's usual answers besides the files and pages themselves. */
export function usual(
  provider: ProviderId,
  call: Call,
  about: { readonly files: number; readonly rows: number | null },
): Answer {
  if (call === 'sign-in') return json({ AccessToken: 'canary-bearer', TokenType: 'bearer', ExpiresIn: 3600 });
  switch (provider) {
    case 'mytracker':
      return trackerPlan(Array.from({ length: about.files }, (_, part) => `{here}/file.${part}.csv.gz`));
    case 'crayon':
      return json({
        Items: [
          { Id: 4, Status: 2, Downloadable: true, Attempts: 1, ActionName: 'Licences', RequestedBy: 'kim' },
        ],
      });
    case 'mypreferences':
      return json({ AccessToken: 4, Status: 'Complete', RowCount: about.rows, ByteCount: null });
  }
}

/** MyTracker's word that the export is ready, with its links; `expires` in epoch seconds. */
export function trackerPlan(links: readonly string[], expires?: number): Answer {
  const files = links.map((link) => ({
    link,
    ...(expires === undefined ? {} : { timestampExpires: String(expires) }),
  }));
  return json({ code: 200, message: 'Ok', data: { idRawExport: '4', status: 'Success!', files } });
}
