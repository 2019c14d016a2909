import { afterEach } from 'vitest';
import type { ConfigOf } from '../../../../src-preload/contract/connections.ts';
import {
  json,
  type Received,
  type Scripted,
  type ScriptedServer,
  startScriptedServer,
} from '../../../support/scripted-server.ts';
import { type Bench, benchFor, configFor } from './bench.ts';

const open: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

export interface ScriptedVendor extends Bench {
  readonly server: ScriptedServer;
  /** What was asked, sign-ins aside. */
  calls(): readonly Received[];
}

/** A vendor that signs in as documented and answers everything else by script, and a client of it. */
export async function serve(
  script: readonly Scripted[],
  more: Partial<ConfigOf<'crayon'>> = {},
): Promise<ScriptedVendor> {
  let served = 0;
  const vendor = await serveAll(
    [
      (request, response, socket) => {
        if (request.target.includes('/connect/token')) return token(request, response, socket);
        const step = script[Math.min(served, script.length - 1)];
        served += 1;
        return step?.(request, response, socket);
      },
    ],
    more,
  );
  const calls = () => vendor.server.received.filter((request) => !request.target.includes('/connect/token'));
  return { ...vendor, calls };
}

/** The same without the sign-in, which is part of the script. */
export async function serveAll(
  script: readonly Scripted[],
  more: Partial<ConfigOf<'crayon'>> = {},
): Promise<ScriptedVendor> {
  const server = await startScriptedServer(...script);
  open.push(server);
  return { server, calls: () => server.received, ...benchFor(configFor(server.origin, more)) };
}

export const token = json(
  '{ "AccessToken": "eyJ.canary", "IdentityToken": null, "Error": null, "ExpiresIn": 3600, "TokenType": "Bearer", "RefreshToken": null }',
);

/** The example of the vendor's page, as it stands there: https://apidocs.crayon.com/scenarios/exportqueue-get */
export const documented = `{
"Items": [
{
"Id": 2439,
"Status": 2,
"ActionUrl": "subscriptions/file/xlsx?tenantId=4663&organizationId=4014363&userId=ab69b121-b662-4388-abbc-1ddd7810605a&from=2015-01-01T00%3a00%3a00.0000000%2b00%3a00&to=2024-05-22T00%3a00%3a00.0000000%2b00%3a00&publisherId=2&cloudAccountId=&invoiceProfileId=",
"Downloadable": true,
"Attempts": 1,
"ActionName": "New Commerce License-based Report@2015.01.01 - 2024.05.22",
"RequestedBy": "lukasz.szczesniak@crayon.com",
"CreatedDate": "2024-05-30T13:39:59.387"
},
{
"Id": 2438,
"Status": 2,
"ActionUrl": "subscriptions/file/xlsx?tenantId=4663&organizationId=4014363&userId=ab69b121-b662-4388-abbc-1ddd7810605a&from=2015-01-01T00%3a00%3a00.0000000%2b00%3a00&to=2024-05-22T00%3a00%3a00.0000000%2b00%3a00&publisherId=2&cloudAccountId=&invoiceProfileId=",
"Downloadable": true,
"Attempts": 1,
"ActionName": "New Commerce License-based Report@2015.01.01 - 2024.05.22",
"RequestedBy": "lukasz.szczesniak@crayon.com",
"CreatedDate": "2024-05-30T13:36:37.093"
}
],
"NrOfDays": 7
}`;

export const list = (...items: object[]): Scripted => json({ Items: items, NrOfDays: 7 });

export const one = (more: object = {}) => ({
  Id: 7,
  Status: 2,
  Downloadable: true,
  ActionName: 'Licences',
  CreatedDate: null,
  ...more,
});
