import type { SecretField } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { myPreferencesPresets } from '../../../src-preload/contract/mypreferences-presets.ts';
import type { ConnectionForm, FieldName, FormValues } from './connection-form.ts';
import { labelledPieces } from './paste-labels.ts';

export type Box = FieldName | SecretField;

/** What a pasted text holds for the boxes of a form. */
export interface Pieces {
  readonly values: Partial<FormValues>;
  readonly secrets: Partial<Record<SecretField, string>>;
  /** It was an access token: good for an hour, and not what the form asks for. */
  readonly token?: true;
}

/** Blanks, line ends and invisible marks around a pasted text; inside nothing is touched. */
export function cleaned(text: string): string {
  return text.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '');
}

/**
 * Reads a paste that holds more than the one box takes: an address of the API with its parts, an `Authorization` header,
 * an access token, an e-mail or a JSON file with the details. Null: it is simply the text for this box.
 */
export function readPaste(provider: ProviderId, box: Box, text: string): Pieces | null {
  const pasted = cleaned(text);
  const found =
    fromToken(provider, pasted) ??
    fromHeader(provider, pasted) ??
    fromAddress(provider, box, pasted) ??
    fromLabels(provider, pasted) ??
    fromScope(provider, box, pasted);
  if (found === null) return null;
  const held = Object.keys(found.values).length + Object.keys(found.secrets).length;
  return held > 0 || found.token === true ? found : null;
}

export function withPieces(form: ConnectionForm, { values, secrets }: Pieces): ConnectionForm {
  return { ...form, values: { ...form.values, ...values }, secrets: { ...form.secrets, ...secrets } };
}

/** The names of the boxes that were filled, as the form orders them. */
export function filledBoxes(pieces: Pieces, order: readonly Box[]): readonly Box[] {
  const filled = new Set<string>([...Object.keys(pieces.values), ...Object.keys(pieces.secrets)]);
  return order.filter((name) => filled.has(name));
}

const nothing: Pieces = { values: {}, secrets: {} };

/** A JSON Web Token (RFC 7519) tells whom it was given to. */
function fromToken(provider: ProviderId, text: string): Pieces | null {
  const found = /^(?:Bearer\s+)?eyJ[\w-]+\.([\w-]+)\.[\w-]*$/i.exec(text);
  if (found === null) return null;
  const claims = jsonObject(decoded((found[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
  const said = (...names: readonly string[]) =>
    names
      .map((name) => claims?.[name])
      .find((value): value is string => typeof value === 'string' && value !== '');
  const client = said('client_id', 'azp');
  if (provider === 'crayon') {
    const user = said('username', 'preferred_username', 'email', 'upn', 'unique_name');
    return {
      values: {
        ...(client === undefined ? {} : { clientId: client }),
        ...(user === undefined ? {} : { userName: user }),
      },
      secrets: {},
      token: true,
    };
  }
  if (provider === 'mypreferences' && client !== undefined)
    return { values: { authorization: 'oauth2', oauthClientId: client }, secrets: {}, token: true };
  return { ...nothing, token: true };
}

/** Alone, or in a command that someone has sent along. */
function fromHeader(provider: ProviderId, text: string): Pieces | null {
  const hmac = /\bAuthHMAC\s+([^\s:"']{1,100}):/.exec(text);
  if (hmac?.[1] !== undefined)
    return provider === 'mytracker' ? { values: { apiUserId: hmac[1] }, secrets: {} } : nothing;
  const signed = /\bPNAUTHINFO3-(?:HMAC-)?(SHA(?:256|384|512))\s+Credential=([^\s/"']+)\//i.exec(text);
  if (signed?.[2] !== undefined) {
    if (provider !== 'mypreferences') return nothing;
    const algorithm = (signed[1] ?? 'SHA256').toUpperCase() as FormValues['algorithm'];
    return { values: { userId: signed[2], authorization: 'pnauthinfo3', algorithm }, secrets: {} };
  }
  const basic = /\bBasic\s+([A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/=])/.exec(text);
  if (basic?.[1] === undefined) return null;
  const pair = decoded(basic[1]);
  const at = pair.indexOf(':');
  if (at < 1) return null;
  const [id, secret] = [pair.slice(0, at), pair.slice(at + 1)];
  if (provider === 'crayon') return { values: { clientId: id }, secrets: { clientSecret: secret } };
  if (provider === 'mypreferences')
    return { values: { authorization: 'oauth2', oauthClientId: id }, secrets: { oauthClientSecret: secret } };
  return null;
}

function fromAddress(provider: ProviderId, box: Box, text: string): Pieces | null {
  if (!/^https?:\/\/\S+$/i.test(text) || box === 'tokenUrl') return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const named = [url.username, url.password].some((part) => part !== '');
  // The form says what is wrong with a password in an address.
  if (named) return null;
  switch (provider) {
    case 'mytracker':
      return { values: { baseUrl: url.origin }, secrets: {} };
    case 'crayon':
      // The portal is for people: its address is not the API's.
      return /(^|\.)(api|apiv1|demoapi)\./i.test(`.${url.hostname}`) || url.pathname.startsWith('/api/')
        ? { values: { baseUrl: url.origin }, secrets: {} }
        : null;
    case 'mypreferences':
      return fromMyPreferencesAddress(url);
  }
}

/** https://docs.mypreferences.com: the client ID is a part of every address. */
function fromMyPreferencesAddress(url: URL): Pieces | null {
  const segments = url.pathname.split('/').filter((part) => part !== '');
  const lower = segments.map((part) => part.toLowerCase());
  if (
    lower.some((part) => part === 'token' || part.startsWith('oauth')) &&
    !lower.includes('export') &&
    !lower.includes('status')
  )
    return { values: { authorization: 'oauth2', tokenUrl: url.href }, secrets: {} };
  const profiles = lower.indexOf('profiles');
  const async3 = lower[0] === 'api' && lower[1] === '3' && lower[2] === 'async';
  if (!async3 && profiles < 0)
    return segments.length === 0 ? { values: { baseUrl: url.origin }, secrets: {} } : null;
  const preset = async3 ? 'v3' : 'v4';
  const after = async3 ? 3 : profiles + 1;
  const rest = segments.slice(after).filter((part) => !/^(v4|async)$/i.test(part));
  const base = new URL(myPreferencesPresets[preset].baseUrl).pathname;
  const clientId = rest[0] === undefined ? '' : decodeURIComponent(rest[0]);
  return {
    values: {
      baseUrl: `${url.origin}${base}`,
      preset,
      ...myPreferencesPresets[preset].paths,
      ...(clientId === '' || clientId.startsWith('{') ? {} : { clientId }),
    },
    secrets: {},
  };
}

function fromLabels(provider: ProviderId, text: string): Pieces | null {
  const { values, secrets } = labelledPieces(provider, text);
  const held = Object.keys(values).length + Object.keys(secrets).length;
  return held === 0 ? null : { values, secrets };
}

/** `ACME_CORP/Jane.Doe`, as MyPreferences writes an account and its user. */
function fromScope(provider: ProviderId, box: Box, text: string): Pieces | null {
  if (provider !== 'mypreferences' || (box !== 'clientId' && box !== 'userId')) return null;
  const found = /^([^\s/:]{1,100})\/([^\s/:]{1,100})$/.exec(text);
  return found === null
    ? null
    : { values: { clientId: found[1] ?? '', userId: found[2] ?? '' }, secrets: {} };
}

/** Base64 as text; empty where it is none. */
function decoded(base64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    );
  } catch {
    return '';
  }
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
