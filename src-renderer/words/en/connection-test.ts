import type { Refusal, StepResult, TestStep } from '../test-findings.ts';

const steps: Readonly<Record<TestStep, Readonly<Record<StepResult, (vendor: string) => string>>>> = {
  reach: {
    yes: (vendor) => `Docket reaches ${vendor}.`,
    no: (vendor) => `Docket does not reach ${vendor}.`,
    unknown: (vendor) => `Whether Docket reaches ${vendor} is not known yet.`,
  },
  'sign-in': {
    yes: (vendor) => `${vendor} accepts the sign-in.`,
    no: (vendor) => `${vendor} does not accept the sign-in.`,
    unknown: (vendor) => `Whether ${vendor} accepts the sign-in is not known yet.`,
  },
  permission: {
    yes: () => 'This account may use exports.',
    no: () => 'This account may not use exports.',
    unknown: () => 'Whether this account may use exports is not known yet.',
  },
};

interface RefusalWords {
  readonly reason: string;
  readonly nextStep: string;
}

const refusals: Readonly<Record<Refusal, RefusalWords>> = {
  'crayon-client': {
    reason:
      'Crayon does not accept the client ID with this client secret. The user name and the password are looked at only after that.',
    nextStep: 'Enter the client secret again, and check that the client ID belongs to the same API client.',
  },
  'crayon-user': {
    reason: 'Crayon knows the API client, but does not accept the user name with this password.',
    nextStep: 'Enter the password again, and check the user name.',
  },
  'crayon-any': {
    reason: 'Crayon does not say which is wrong: the client ID, its secret, the user name or the password.',
    nextStep: 'Check all four, the two secrets first.',
  },
  'tracker-any': {
    reason:
      'MyTracker gives the same answer for a wrong API user ID, a wrong secret key, and a user who may not export.',
    nextStep:
      'Compare both with your profile in MyTracker. If they are right, ask the account’s owner for the permission to export.',
  },
  'shared-key': {
    reason: 'MyPreferences does not accept the user ID with this shared key.',
    nextStep:
      'Enter the shared key again, and check the user ID. If both are right, MyPreferences may expect another signature: see “More settings”.',
  },
  'oauth-client': {
    reason: 'MyPreferences does not accept the OAuth client ID with this secret.',
    nextStep: 'Enter the OAuth client secret again, and check the OAuth client ID: it has 48 characters.',
  },
  'oauth-scope': {
    reason:
      'MyPreferences accepts the OAuth client, but not for this scope, which is made of the client ID and the user ID.',
    nextStep: 'Check the client ID and the user ID, and the scope under “More settings”.',
  },
  'oauth-account': {
    reason:
      'The OAuth client signs in, but MyPreferences does not let it work for this client ID and user ID.',
    nextStep: 'Check the client ID and the user ID, or ask MyPreferences what this OAuth client may do.',
  },
  'no-account': {
    reason: 'MyPreferences answers, but knows no organisation with this client ID at this address.',
    nextStep: 'Check the client ID. If it is right, check the address and the version under “More settings”.',
  },
  'no-permission': {
    reason: 'The sign-in works, but this user may not use exports.',
    nextStep: 'Ask whoever manages the account at the vendor for the permission to export.',
  },
  'sign-in-address': {
    reason: 'The trouble is with the sign-in address, not with the address of the data.',
    nextStep: 'Check the sign-in address, or ask MyPreferences for it.',
  },
  'certificate-date': {
    reason: 'Its certificate is not valid on the date that this computer shows, so nothing was sent.',
    nextStep: 'Check the date and time of this computer. If they are right, ask your IT support.',
  },
};

/** What a test of a connection found out. */
export const connectionTest = {
  label: 'What the test found out',
  step: (step: TestStep, result: StepResult, vendor: string) => steps[step][result](vendor),
  refusal: (refusal: Refusal) => refusals[refusal],
} as const;
