import {
  type DocketError,
  type ErrorCode,
  networkCodes,
  type Suspect,
} from '../../src-preload/contract/errors.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';

/** The way from here to an account that may export, in the order in which a test walks it. */
export const testSteps = ['reach', 'sign-in', 'permission'] as const;
export type TestStep = (typeof testSteps)[number];
export type StepResult = 'yes' | 'no' | 'unknown';

/** What a vendor's refusal says beyond its code. */
export type Refusal =
  | 'crayon-client'
  | 'crayon-user'
  | 'crayon-any'
  | 'tracker-any'
  | 'shared-key'
  | 'oauth-client'
  | 'oauth-scope'
  | 'oauth-account'
  | 'no-account'
  | 'no-permission'
  | 'sign-in-address'
  | 'certificate-date';

export interface TestFindings {
  readonly steps: Readonly<Record<TestStep, StepResult>>;
  readonly refusal: Refusal | null;
}

/** Nothing of ours reached the vendor, or nothing of the vendor's reached us. */
const unreached: ReadonlySet<ErrorCode> = new Set<ErrorCode>([...networkCodes]);
/** The vendor has answered, and its answer says no more. */
const answered: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate-limited',
  'vendor-unavailable',
  'request-rejected',
  'answer-empty',
  'answer-malformed',
  'answer-too-large',
]);

function resultsOf(
  error: DocketError,
  refusal: Refusal | null,
): readonly [StepResult, StepResult, StepResult] {
  if (unreached.has(error.code)) return ['no', 'unknown', 'unknown'];
  if (refusal === 'no-permission' || error.code === 'permission-denied') return ['yes', 'yes', 'no'];
  if (error.code === 'sign-in-refused' || error.code === 'clock-wrong' || error.code === 'not-found')
    return ['yes', 'no', 'unknown'];
  return answered.has(error.code) ? ['yes', 'unknown', 'unknown'] : ['unknown', 'unknown', 'unknown'];
}

/** What works, what doesn't, and what isn't known yet, of a test that failed. */
export function testFindings(provider: ProviderId, error: DocketError): TestFindings {
  const refusal = refusalOf(provider, error);
  const [reach, signIn, permission] = resultsOf(error, refusal);
  return { steps: { reach, 'sign-in': signIn, permission }, refusal };
}

function refusalOf(provider: ProviderId, { code, suspects = [] }: DocketError): Refusal | null {
  const points = (at: Suspect) => suspects.includes(at);
  if (code === 'certificate-untrusted' && points('clock')) return 'certificate-date';
  if (points('tokenUrl')) return 'sign-in-address';
  if (code === 'permission-denied' || (suspects.length === 1 && points('permission'))) return 'no-permission';
  if (code === 'not-found') return points('clientId') ? 'no-account' : null;
  if (code !== 'sign-in-refused') return null;
  switch (provider) {
    case 'crayon':
      if (points('clientSecret')) return points('password') ? 'crayon-any' : 'crayon-client';
      return points('password') ? 'crayon-user' : null;
    case 'mytracker':
      return 'tracker-any';
    case 'mypreferences':
      if (points('sharedKey')) return 'shared-key';
      if (points('oauthClientSecret')) return 'oauth-client';
      if (points('scope')) return 'oauth-scope';
      return points('permission') ? 'oauth-account' : null;
  }
}
