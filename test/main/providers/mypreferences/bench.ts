import { Failure } from '../../../../src-main/ports/failure.ts';
import { myPreferences } from '../../../../src-main/providers/mypreferences/my-preferences.ts';
import { myPreferencesPresets } from '../../../../src-main/providers/mypreferences/paths.ts';
import type { ExportReport, PagesPlan, ProviderClient } from '../../../../src-main/providers/provider.ts';
import type { ConfigOf } from '../../../../src-preload/contract/connections.ts';
import { type ContextBench, calm, contextFor, type Secrets } from '../../../support/provider-context.ts';

export const sharedKey = 'canary-shared-key-5b1f';
export const clientSecret = 'canary-oauth-secret-77aa';

export function configFor(
  origin: string,
  more: Partial<ConfigOf<'mypreferences'>> = {},
): ConfigOf<'mypreferences'> {
  return {
    provider: 'mypreferences',
    baseUrl: `${origin}/Profiles/v4`,
    clientId: 'ACME_CORP',
    userId: 'John.Doe',
    authorization: { kind: 'pnauthinfo3', algorithm: 'SHA256', clockBehindSeconds: 5, timestamp: 'utc-z' },
    preset: 'v4',
    paths: myPreferencesPresets.v4.paths,
    pageSize: 1000,
    ...more,
  };
}

export interface Bench extends ContextBench {
  readonly client: ProviderClient;
}

export function benchFor(
  config: ConfigOf<'mypreferences'>,
  secrets: Secrets = { sharedKey, oauthClientSecret: clientSecret },
  parts: Parameters<typeof contextFor>[2] = {},
): Bench {
  const bench = contextFor(config, secrets, parts);
  return { ...bench, client: myPreferences.connect(bench.context) };
}

/** The report of one reference; a failure in its place is thrown. */
export async function checkOne(client: ProviderClient, reference: string): Promise<ExportReport> {
  const found = (await client.check([reference], calm())).get(reference);
  if (found === undefined) throw new Error('the reference is missing from the answer');
  if (found instanceof Error) throw found;
  return found;
}

export async function pagesOf(client: ProviderClient, reference: string): Promise<PagesPlan> {
  const plan = await client.plan(reference, calm());
  if (plan.kind !== 'pages') throw new Error('pages were expected');
  return plan;
}

/** The Failure that a promise ends with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (thrown instanceof Failure) return thrown;
  throw thrown;
}
