import { startPracticeVendors } from '../../../src-main/practice/practice-vendors.ts';
import { crayon } from '../../../src-main/providers/crayon/crayon.ts';
import { myPreferences } from '../../../src-main/providers/mypreferences/my-preferences.ts';
import { myPreferencesPresets } from '../../../src-main/providers/mypreferences/paths.ts';
import { myTracker } from '../../../src-main/providers/mytracker/my-tracker.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { providerConformance } from './conformance.ts';
import type { World } from './conformance-stage.ts';

const pace = 1_000;
const working = 5 * pace;

function start(clock: VirtualClock) {
  return startPracticeVendors({
    clock: clock.now,
    pace,
    rows: { profiles: 12, rowsPerPart: 20, parts: 2, licenceLines: 8 },
  });
}

function myPreferencesWorld(preset: 'v3' | 'v4', kind: 'pnauthinfo3' | 'oauth2') {
  return async (clock: VirtualClock): Promise<World> => {
    const vendors = await start(clock);
    const vendor = vendors.mypreferences;
    const { clientId, userId, oauth, sharedKey } = vendor.credentials;
    const elsewhere = (origin: string): World['config'] => ({
      provider: 'mypreferences',
      baseUrl: vendor.baseUrls[preset].replace(vendor.origin, origin),
      clientId,
      userId,
      authorization:
        kind === 'pnauthinfo3'
          ? { kind, algorithm: 'SHA256', clockBehindSeconds: 5, timestamp: 'utc-z' }
          : {
              kind,
              oauthClientId: oauth.clientId,
              tokenUrl: `${origin}${oauth.tokenPath}`,
              scope: oauth.scope,
              credentialsIn: 'header',
            },
      preset,
      paths: myPreferencesPresets[preset].paths,
      pageSize: 5,
    });
    const field = kind === 'pnauthinfo3' ? 'sharedKey' : 'oauthClientSecret';
    return {
      provider: myPreferences,
      config: elsewhere(vendor.origin),
      elsewhere,
      secrets: { [field]: kind === 'pnauthinfo3' ? sharedKey : oauth.clientSecret },
      wrongSecrets: { [field]: 'canary-wrong-secret-mypreferences' },
      server: vendor,
      request: { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' },
      ready: vendor.readyReferences.complete,
      unfinished: vendor.readyReferences.processing,
      unknown: '987654321987',
      api: /^(?!.*oauth2)/,
      working,
      expected: async (reference) =>
        vendor.expectedRecords(reference, preset).map((record) => Buffer.from(record)),
      known: { before: 'no', after: 'yes' },
      acknowledgements: () => vendor.commits.length,
      stop: vendors.stop,
    };
  };
}

async function myTrackerWorld(clock: VirtualClock): Promise<World> {
  const vendors = await start(clock);
  const vendor = vendors.mytracker;
  const { apiUserId, secretKey } = vendor.credentials;
  const elsewhere = (origin: string) =>
    ({ provider: 'mytracker', baseUrl: origin, apiUserId, createBy: 'body' }) as const;
  const today = new Date(clock.now() - 86_400_000).toISOString().slice(0, 10);
  return {
    provider: myTracker,
    config: elsewhere(vendor.origin),
    elsewhere,
    secrets: { secretKey },
    wrongSecrets: { secretKey: 'canary-wrong-secret-mytracker' },
    server: vendor,
    request: {
      provider: 'mytracker',
      event: 'installs',
      selectors: ['idCountry', 'tsEvent'],
      dateFrom: today,
      dateTo: today,
    },
    ready: vendor.readyReferences.success,
    unfinished: vendor.readyReferences.inProgress,
    unknown: '987654321',
    api: /./,
    working,
    expected: (reference) => Promise.all([0, 1].map((part) => vendor.expectedFile(reference, part))),
    known: { before: 'no', after: 'no' },
    acknowledgements: () => 0,
    stop: vendors.stop,
  };
}

function crayonWorld(downloadAs: 'bytes' | 'json') {
  return async (clock: VirtualClock): Promise<World> => {
    const vendors = await start(clock);
    const vendor = vendors.crayon;
    const { clientId, clientSecret, username, password, customerAccountIds } = vendor.credentials;
    const elsewhere = (origin: string) =>
      ({ provider: 'crayon', baseUrl: origin, clientId, userName: username, downloadAs }) as const;
    return {
      provider: crayon,
      config: elsewhere(vendor.origin),
      elsewhere,
      secrets: { clientSecret, password },
      wrongSecrets: { clientSecret, password: 'canary-wrong-password-crayon' },
      server: vendor,
      request: {
        provider: 'crayon',
        customerAccountId: customerAccountIds[0],
        from: '2026-01-01T00:00:00Z',
        to: '2026-01-10T00:00:00Z',
      },
      ready: String(vendor.readyReferences.processed[0]),
      unfinished: String(vendor.readyReferences.queued),
      unknown: '987654321',
      api: /^(?!.*connect\/token)/,
      working,
      expected: async (reference) => [await vendor.expectedFile(Number(reference))],
      known: { before: 'no', after: 'yes' },
      acknowledgements: () => vendor.deletions.length,
      stop: vendors.stop,
    };
  };
}

providerConformance('MyPreferences (v4, PNAUTHINFO3)', myPreferencesWorld('v4', 'pnauthinfo3'));
providerConformance('MyPreferences (v3, OAuth 2.0)', myPreferencesWorld('v3', 'oauth2'));
providerConformance('MyTracker', myTrackerWorld);
providerConformance('Crayon (bytes)', crayonWorld('bytes'));
providerConformance('Crayon (JSON)', crayonWorld('json'));
