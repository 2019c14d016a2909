import type { Connection, SecretField } from '../../src-preload/contract/connections.ts';
import { myPreferencesPresets } from '../providers/mypreferences/paths.ts';
import type { Titles } from '../words/titles.ts';
import type { PracticeVendors } from './practice-vendors.ts';

/** Accounts of practice connections begin so; real connections have random ids. */
export const practicePrefix = 'practice-';

export interface PracticeConnection {
  readonly connection: Connection;
  readonly secrets: Readonly<Partial<Record<SecretField, string>>>;
}

/** One connection to each practice vendor, as a person would have typed it. */
export function practiceConnections(
  vendors: PracticeVendors,
  now: number,
  say: Titles['practice'],
): readonly PracticeConnection[] {
  const { mypreferences, mytracker, crayon } = vendors;
  const common = { practice: true, createdAt: now } as const;
  return [
    {
      connection: {
        ...common,
        id: `${practicePrefix}mypreferences`,
        name: say.newsletter,
        config: {
          provider: 'mypreferences',
          baseUrl: mypreferences.baseUrls.v4,
          clientId: mypreferences.credentials.clientId,
          userId: mypreferences.credentials.userId,
          authorization: {
            kind: 'pnauthinfo3',
            algorithm: 'SHA256',
            clockBehindSeconds: 5,
            timestamp: 'utc-z',
          },
          preset: 'v4',
          paths: myPreferencesPresets.v4.paths,
          pageSize: 1000,
        },
      },
      secrets: { sharedKey: mypreferences.credentials.sharedKey },
    },
    {
      connection: {
        ...common,
        id: `${practicePrefix}mytracker`,
        name: say.games,
        config: {
          provider: 'mytracker',
          baseUrl: mytracker.origin,
          apiUserId: mytracker.credentials.apiUserId,
          createBy: 'body',
        },
      },
      secrets: { secretKey: mytracker.credentials.secretKey },
    },
    {
      connection: {
        ...common,
        id: `${practicePrefix}crayon`,
        name: say.licences,
        config: {
          provider: 'crayon',
          baseUrl: crayon.origin,
          clientId: crayon.credentials.clientId,
          userName: crayon.credentials.username,
          downloadAs: 'bytes',
        },
      },
      secrets: { clientSecret: crayon.credentials.clientSecret, password: crayon.credentials.password },
    },
  ];
}
