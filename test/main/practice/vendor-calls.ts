import { afterEach } from 'vitest';
import * as z from 'zod';
import type { PracticeCrayon } from '../../../src-main/practice/crayon/practice-crayon.ts';
import { pnAuthSignature } from '../../../src-main/practice/mypreferences/authorization.ts';
import type { PracticeMyPreferences } from '../../../src-main/practice/mypreferences/practice-mypreferences.ts';
import { authHmacSignature } from '../../../src-main/practice/mytracker/auth-hmac.ts';
import type { PracticeMyTracker } from '../../../src-main/practice/mytracker/practice-mytracker.ts';
import type { PracticeOptions } from '../../../src-main/practice/practice-options.ts';
import { type PracticeVendors, startPracticeVendors } from '../../../src-main/practice/practice-vendors.ts';

/** 2026-01-15T09:30:00Z, at the start of a quota minute and hour half. */
export const start = Date.UTC(2026, 0, 15, 9, 30);

export interface Stage extends PracticeVendors {
  /** Moves the vendors' clock. */
  pass(ms: number): void;
  now(): number;
}

const running: PracticeVendors[] = [];

/** Starts small, fast vendors with a clock that stands still; they stop after the test. */
export async function startStage(options: PracticeOptions = {}): Promise<Stage> {
  let now = start;
  const rows = { profiles: 25, rowsPerPart: 40, parts: 2, licenceLines: 12, ...options.rows };
  const vendors = await startPracticeVendors({
    clock: () => now,
    preSeed: false,
    pace: 1000,
    ...options,
    rows,
  });
  running.push(vendors);
  return {
    ...vendors,
    pass(ms) {
      now += ms;
    },
    now: () => now,
  };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((vendors) => vendors.stop()));
});

/** A PNAUTHINFO3 header for `at`, in milliseconds. */
export function pnHeader(vendor: PracticeMyPreferences, at: number): string {
  const { clientId, userId, sharedKey } = vendor.credentials;
  const timestamp = new Date(at).toISOString();
  const signature = pnAuthSignature({ hash: 'sha256', clientId, userId, timestamp, sharedKey });
  return `PNAUTHINFO3-HMAC-SHA256 Credential=${userId}/${timestamp} Signature=${signature}`;
}

/** Calls MyPreferences with a good signature; `path` follows the base of v4 and the client id. */
export function callPreferences(stage: Stage, path: string, init: RequestInit = {}): Promise<Response> {
  const vendor = stage.mypreferences;
  const url = `${vendor.baseUrls.v4}/Async/${vendor.credentials.clientId}${path}`;
  return fetch(url, { ...init, headers: { Authorization: pnHeader(vendor, stage.now()), ...init.headers } });
}

export function signTracker(vendor: PracticeMyTracker, url: string, method = 'GET', body = ''): string {
  const { apiUserId, secretKey } = vendor.credentials;
  return `AuthHMAC ${apiUserId}:${authHmacSignature({ method, url, body }, secretKey)}`;
}

/** Calls MyTracker with a good signature. */
export function callTracker(
  vendor: PracticeMyTracker,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const url = path.startsWith('http') ? path : vendor.origin + path;
  const body = typeof init.body === 'string' ? init.body : '';
  const Authorization = signTracker(vendor, url, init.method ?? 'GET', body);
  return fetch(url, { redirect: 'manual', ...init, headers: { Authorization, ...init.headers } });
}

/** The member at a path of a JSON answer; undefined where there is none. */
export async function memberOf(response: Response, ...path: readonly string[]): Promise<unknown> {
  let value: unknown = await response.json();
  for (const key of path) value = z.record(z.string(), z.unknown()).parse(value)[key];
  return value;
}

/** The text at a path of a JSON answer. */
export async function textOf(response: Response, ...path: readonly string[]): Promise<string> {
  return z.string().parse(await memberOf(response, ...path));
}

export async function getExport(vendor: PracticeMyTracker, id: string): Promise<Record<string, unknown>> {
  const response = await callTracker(vendor, `/api/raw/v1/export/get.json?idRawExport=${id}`);
  return z.record(z.string(), z.unknown()).parse(await memberOf(response, 'data'));
}

export function askCrayonToken(
  vendor: PracticeCrayon,
  changes: Record<string, string> = {},
): Promise<Response> {
  const { clientId, clientSecret, username, password } = vendor.credentials;
  const { url = vendor.tokenUrl, secret = clientSecret, ...form } = changes;
  return fetch(url, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'password', scope: 'CustomerApi', username, password, ...form }),
  });
}

/** A function that calls Cloud-iQ with one token. */
export async function connectCrayon(
  vendor: PracticeCrayon,
): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const token = await textOf(await askCrayonToken(vendor), 'AccessToken');
  return (path, init = {}) =>
    fetch(vendor.origin + path, { ...init, headers: { Authorization: `Bearer ${token}`, ...init.headers } });
}
