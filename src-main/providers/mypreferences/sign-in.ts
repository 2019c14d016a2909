import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import type { Suspect } from '../../../src-preload/contract/errors.ts';
import { Failure } from '../../ports/failure.ts';
import { createBearerKeeper } from '../http/bearer-keeper.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import type { ConnectionContext } from '../provider.ts';
import { askOAuth2Token } from './oauth2.ts';
import { clockIsToBlame, pnAuthInfo3 } from './pnauthinfo3.ts';

/** How the calls of one connection are authorized. */
export interface SignIn {
  authorize(signal: AbortSignal): NonNullable<HttpRequest['authorize']>;
  /** What a 401 means, by the answer's `Date` header. */
  refusedAs(dateHeader: string | null): 'clock-wrong' | 'sign-in-refused';
  /** What a refused sign-in points at. */
  readonly suspects: readonly Suspect[];
  /** The vendor's words without what authorizes us. */
  hide(text: string): string;
}

export function createSignIn(
  context: ConnectionContext,
  config: ConfigOf<'mypreferences'>,
  http: HttpClient,
): SignIn {
  const { authorization } = config;
  if (authorization.kind === 'oauth2') {
    const keeper = createBearerKeeper({
      clock: context.clock,
      ask: async (signal) =>
        askOAuth2Token(http, authorization, await context.secret('oauthClientSecret'), signal),
    });
    return {
      authorize(signal) {
        const bearer = keeper.forRequest(signal);
        return async (attempt) => ({ Authorization: `Bearer ${await bearer(attempt)}` });
      },
      // A token holds no time of ours.
      refusedAs: () => 'sign-in-refused',
      // The OAuth client was accepted, or there would be no token.
      suspects: ['clientId', 'userId', 'permission'],
      hide: keeper.hide,
    };
  }

  const behindMs = authorization.clockBehindSeconds * 1000;
  // Both stand in a header: what it can't hold would fail as an unexplained network error.
  if (!/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(config.userId)) {
    throw new Failure('connection-invalid', { subject: 'userId' });
  }
  return {
    authorize: () => async () => ({
      Authorization: pnAuthInfo3({
        algorithm: authorization.algorithm,
        clientId: config.clientId,
        userId: config.userId,
        sharedKey: await context.secret('sharedKey'),
        at: context.clock.now() - behindMs,
        timestamp: authorization.timestamp,
      }),
    }),
    refusedAs: (dateHeader) =>
      clockIsToBlame({ dateHeader, now: context.clock.now(), behindMs }) ? 'clock-wrong' : 'sign-in-refused',
    suspects: ['userId', 'sharedKey'],
    // A signature tells nothing of its key.
    hide: (text) => text,
  };
}
