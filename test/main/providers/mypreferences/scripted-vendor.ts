import { afterEach } from 'vitest';
import {
  json,
  type Scripted,
  type ScriptedServer,
  startScriptedServer,
} from '../../../support/scripted-server.ts';
import { type Bench, benchFor, configFor } from './bench.ts';

const open: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A vendor that answers by script, and a client of it. */
export async function serve(
  ...steps: readonly Scripted[]
): Promise<Bench & { readonly server: ScriptedServer }> {
  const server = await startScriptedServer(...steps);
  open.push(server);
  return { server, ...benchFor(configFor(server.origin)) };
}

/** The vendor's own texts: mypreferences-commit, -retrieve-data and -retrieve-status in its API reference. */
export const documented = {
  400: 'The request was invalid and cannot be processed. This may be a result of a malformed request. You must update the request before trying again.',
  401: 'Authentication credentials are missing or incorrect. You must verify your ClientId, UserId, and Authorization Scheme before trying again.',
  403: 'The authentication credentials were insufficient to grant access to the requested resource. In most cases, your user may not have the appropriate permissions to access the requested resource. Verify User Group permissions for your user before trying again.',
  404: 'The requested resource cannot be found. Most errors in this category are returned when a resource specified on the URL path is not found. In certain instances, it is also returned when a parameter specified in the request body is also not found. See error description for more details.',
  500: 'The server encountered an unexpected condition that prevented it from fulfilling the request. Notify PossibleNOW Support if it’s a continuous occurrence.',
  503: 'The server is unable to handle your request due to a temporary condition. You must delay your request for some time before trying again. Notify PossibleNOW Support if it’s a continuous occurrence.',
} as const;

export const message = (status: keyof typeof documented): Scripted =>
  json({ Message: documented[status] }, status);

export const complete = json({ AccessToken: 123456, Status: 'Complete', RowCount: 5, ByteCount: 900 });
