import {
  type Connection,
  type ConnectionConfig,
  type ConnectionDraft,
  type SecretField,
  secretFieldsOf,
} from '../../src-preload/contract/connections.ts';
import { Failure } from '../ports/failure.ts';

/** The typed secrets that this config uses, cleaned; a field that holds only blanks throws `secret-missing`. */
export function typedSecretsOf(draft: ConnectionDraft): readonly (readonly [SecretField, string])[] {
  return secretFieldsOf(draft.config).flatMap((field) => {
    const typed = draft.secrets[field];
    if (typed === undefined) return [];
    const value = stripped(typed);
    if (value === '') throw new Failure('secret-missing', { subject: field });
    return [[field, value] as const];
  });
}

/** Pasted secrets come with line breaks, blanks and invisible marks around them; inside nothing is touched. */
function stripped(value: string): string {
  return value.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '');
}

/** Throws `connection-invalid`, naming the field, for what the schema can't see. */
export function checkDraft(draft: ConnectionDraft, before: Connection | null): void {
  if (before?.practice === true) throw new Failure('connection-invalid', { subject: before.name });
  // Its exports belong to that vendor; a connection to another one is another connection.
  if (before !== null && before.config.provider !== draft.config.provider) {
    throw new Failure('connection-invalid', { subject: 'provider' });
  }
  for (const [field, address] of addressesOf(draft.config)) {
    const url = new URL(address);
    // Would be kept in connections.json, and shown.
    if (url.username !== '' || url.password !== '')
      throw new Failure('connection-invalid', { subject: field });
  }
}

/** Whether secrets would go to another server than before: they then have to be typed anew. */
export function goesElsewhere(before: ConnectionConfig, after: ConnectionConfig): boolean {
  const known = new Set(addressesOf(before).map(([, address]) => new URL(address).origin));
  return addressesOf(after).some(([, address]) => !known.has(new URL(address).origin));
}

/** Whether the vendor would be asked about another account than before: its exports are not ours. */
export function speaksOfAnotherAccount(before: ConnectionConfig, after: ConnectionConfig): boolean {
  return accountOf(before) !== accountOf(after);
}

function accountOf(config: ConnectionConfig): string {
  const { origin } = new URL(config.baseUrl);
  switch (config.provider) {
    case 'mypreferences':
      return JSON.stringify([origin, config.clientId]);
    case 'crayon':
      return JSON.stringify([origin, config.clientId, config.userName]);
    case 'mytracker':
      // Never asked what became of a commit: it is our own sign-off.
      return '';
  }
}

function addressesOf(config: ConnectionConfig): readonly (readonly [string, string])[] {
  const base = ['baseUrl', config.baseUrl] as const;
  return config.provider === 'mypreferences' && config.authorization.kind === 'oauth2'
    ? [base, ['tokenUrl', config.authorization.tokenUrl]]
    : [base];
}
