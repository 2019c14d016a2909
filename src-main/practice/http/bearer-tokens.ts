import { hexDigits, seededRandom } from '../seeded-random.ts';

/** Bearer tokens that a practice vendor has handed out, with their end. They die with the server, as sessions do. */
export interface BearerTokens {
  /** `lifetime` in milliseconds. */
  issue(lifetime: number): string;
  accepts(token: string): boolean;
  /** Every token handed out so far is refused from now on, as after a change of keys at the vendor. */
  revokeAll(): void;
  readonly issued: number;
}

export function createBearerTokens(prefix: string, seed: number, clock: () => number): BearerTokens {
  // The start time keeps tokens of an earlier run from being accepted by this one.
  const random = seededRandom(prefix, seed, clock());
  const ends = new Map<string, number>();
  let issued = 0;
  return {
    get issued() {
      return issued;
    },
    issue(lifetime) {
      const token = `${prefix}.${hexDigits(random, 48)}`;
      ends.set(token, clock() + lifetime);
      issued += 1;
      return token;
    },
    accepts(token) {
      const end = ends.get(token);
      return end !== undefined && clock() < end;
    },
    revokeAll() {
      ends.clear();
    },
  };
}

/** The token of `Authorization: Bearer …`, or null. */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** User and password of `Authorization: Basic …`, or null. */
export function basicOf(
  header: string | undefined,
): { readonly user: string; readonly password: string } | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const plain = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  return colon < 0 ? null : { user: plain.slice(0, colon), password: plain.slice(colon + 1) };
}
