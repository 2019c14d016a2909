import { bearerOf, createBearerTokens } from '../http/bearer-tokens.ts';
import { createKnobs, type KnobBoard } from '../http/knobs.ts';
import { type LoopbackServer, startLoopbackServer } from '../http/loopback-server.ts';
import { json, jsonText, type PracticeReply, type PracticeRequest } from '../http/reply.ts';
import type { PracticeSettings } from '../practice-options.ts';
import { refusePnAuth } from './authorization.ts';
import { keySpelling, lowerCased, pageText, readPageRequest } from './data-page.ts';
import { createExportStore, type MyPreferencesSeed, type MyPreferencesStore } from './export-store.ts';
import {
  choose,
  type MyPreferencesExport,
  type MyPreferencesStatus,
  recordsOf,
  shapeOf,
  statusOf,
} from './exports.ts';
import { readInitiateBody } from './initiate-body.ts';
import { type MyPreferencesKnobs, startKnobs } from './knobs.ts';
import { refusal } from './messages.ts';
import { answerTokenRequest, type OAuthClient } from './oauth-endpoint.ts';
import { bases, type Generation, type Route, routeOf } from './routes.ts';
import { statusText } from './status-text.ts';

export interface MyPreferencesCredentials {
  readonly clientId: string;
  readonly userId: string;
  readonly sharedKey: string;
  readonly oauth: OAuthClient & { readonly tokenPath: string };
}

export interface PracticeMyPreferences extends KnobBoard<MyPreferencesKnobs>, LoopbackServer {
  readonly credentials: MyPreferencesCredentials;
  /** Addresses that stand before the path templates of each generation. */
  readonly baseUrls: { readonly v3: string; readonly v4: string };
  readonly tokenUrl: string;
  /** Access tokens that are there from the start. */
  readonly readyReferences: MyPreferencesStore['readyReferences'];
  readonly commits: readonly { readonly token: string; readonly keepFiles: boolean; readonly at: number }[];
  addExport(seed?: MyPreferencesSeed): string;
  /** Null for an unknown token. */
  statusOf(token: string): MyPreferencesStatus | null;
  /** The export is ready from now on. */
  finish(token: string): void;
  expire(token: string): void;
  /** Every record's text as it is sent, in order. */
  expectedRecords(token: string, generation?: Generation): readonly string[];
  /** OAuth tokens handed out so far are refused from now on. */
  revokeTokens(): void;
  snapshot(): readonly MyPreferencesExport[];
}

const credentials: MyPreferencesCredentials = {
  clientId: 'PRACTICE_CORP',
  userId: 'Jane.Doe',
  sharedKey: 'practice-shared-key-mypreferences',
  oauth: {
    clientId: 'practice-client-000000000000000000000000000000ab',
    clientSecret: 'practice-secret-0000000000000000000000000000000000000000000000cd',
    scope: 'PRACTICE_CORP/Jane.Doe',
    tokenPath: '/oauth2/token',
  },
};

export async function startPracticeMyPreferences(
  settings: PracticeSettings,
  restored: readonly MyPreferencesExport[],
): Promise<PracticeMyPreferences> {
  const { clock, seed } = settings;
  const board = createKnobs(startKnobs);
  const bearers = createBearerTokens('pn', seed, clock);
  const store = createExportStore(settings, restored);
  const commits: { token: string; keepFiles: boolean; at: number }[] = [];

  function authorized(request: PracticeRequest): boolean {
    const header = request.headers.authorization;
    const bearer = bearerOf(header);
    if (bearer !== null) return bearers.accepts(bearer);
    return (
      header !== undefined && refusePnAuth(header, credentials, clock() + board.knobs.clockOffsetMs) === null
    );
  }

  function initiate(route: Route, request: PracticeRequest): PracticeReply {
    const names = route.group ? board.knobs.segmentGroups : board.knobs.segments;
    if (!names.includes(route.subject)) return refusal(404);
    const reading = readInitiateBody(request.body);
    if (reading.kind === 'refused') return refusal(reading.status);
    const chosen = choose(reading.selection, settings.rows.profiles);
    const { outcome } = board.knobs;
    const item = store.add({ segment: route.subject, state: 'processing', outcome, chosen });
    return jsonText(
      200,
      `{"${keySpelling(board.knobs.keyCasing, route.generation)('AccessToken')}":${item.token}}`,
    );
  }

  function status(route: Route, item: MyPreferencesExport): PracticeReply {
    if (item.retrieved?.by === 'commit' && board.knobs.statusAfterCommit === 'not-found') return refusal(404);
    return jsonText(
      200,
      statusText(item, statusOf(item, clock()), () => store.byteCount(item), route.generation, board.knobs),
    );
  }

  function data(route: Route, item: MyPreferencesExport, request: PracticeRequest): PracticeReply {
    const { knobs } = board;
    const state = statusOf(item, clock());
    if (state === 'Processing' || state === 'Error') return refusal(400);
    if (state === 'Failed') return refusal(403);
    if (state !== 'Complete') return refusal(404);
    const page = readPageRequest(request.query, knobs.maxLimit);
    if (page === null) return refusal(400);
    const total = item.total + (page.offset > 1 ? knobs.totalDrift : 0);
    if (knobs.emptyPagesWithMore > 0) {
      board.set({ emptyPagesWithMore: knobs.emptyPagesWithMore - 1 });
      const facts = { count: 0, hasMore: true, limit: page.limit, offset: page.offset, total, records: [] };
      return jsonText(200, pageText(facts, route.generation, knobs));
    }
    const start = page.offset - 1 + (page.offset > 1 ? knobs.seamShift : 0);
    const shape = shapeOf(item.segment, route.generation, knobs.v3Records);
    const records = recordsOf(item, seed, shape, knobs.prettyRecords, start, page.limit);
    const hasMore = start + records.length < item.total;
    const facts = { count: records.length, hasMore, limit: page.limit, offset: page.offset, total, records };
    const reply = jsonText(200, pageText(facts, route.generation, knobs));
    if (hasMore) return reply;
    if (!page.keepAlive)
      store.change(item.token, { retrieved: { by: 'last-block', at: clock(), keepFiles: false } });
    if (knobs.loseLastReply === 0) return reply;
    board.set({ loseLastReply: knobs.loseLastReply - 1 });
    return { ...reply, manner: { cutAfter: knobs.lostReplyBytes } };
  }

  function commit(route: Route, item: MyPreferencesExport, request: PracticeRequest): PracticeReply {
    const { knobs } = board;
    const keepFiles = lowerCased(request.query).get('keepfiles')?.toLowerCase();
    if (
      keepFiles === undefined
        ? knobs.keepFilesRequired && !route.group
        : keepFiles !== 'true' && keepFiles !== 'false'
    )
      return refusal(400);
    const state = statusOf(item, clock());
    if (state === 'Processing' || state === 'Error') return refusal(400);
    if (state === 'Failed') return refusal(403);
    if (state !== 'Complete') return refusal(404);
    const kept = keepFiles === 'true';
    commits.push({ token: item.token, keepFiles: kept, at: clock() });
    store.change(item.token, { retrieved: { by: 'commit', at: clock(), keepFiles: kept } });
    if (knobs.loseCommitReply === 0) return { status: 200 };
    board.set({ loseCommitReply: knobs.loseCommitReply - 1 });
    return { status: 200, manner: { lost: true } };
  }

  function handle(request: PracticeRequest): PracticeReply {
    if (request.path.toLowerCase() === credentials.oauth.tokenPath) {
      const lifetime = settings.expiry.token;
      return answerTokenRequest(request, credentials.oauth, () => bearers.issue(lifetime), lifetime);
    }
    const route = routeOf(request.method, request.path);
    if (route === 'method-not-allowed') {
      return json(405, {
        Message: `The requested resource does not support http method '${request.method}'.`,
      });
    }
    // "A 404 is returned if this value is invalid", says the page of the clientId.
    if (route === 'unknown' || route.clientId !== credentials.clientId) return refusal(404);
    if (!authorized(request)) return refusal(401);
    if (board.knobs.forbidden) return refusal(403);
    if (route.name === 'initiate') return initiate(route, request);
    if (!/^\d+$/.test(route.subject)) return refusal(400);
    const item = store.find(route.subject);
    if (item === undefined) return refusal(404);
    if (route.name === 'status') return status(route, item);
    return route.name === 'data' ? data(route, item, request) : commit(route, item, request);
  }

  const server = await startLoopbackServer({
    clock: () => clock() + board.knobs.clockOffsetMs,
    preferredPort: settings.ports.mypreferences,
    handle,
    losesReplies: () => board.knobs.loseCommitReply > 0,
  });
  return {
    origin: server.origin,
    port: server.port,
    faults: server.faults,
    get requests() {
      return server.requests;
    },
    get knobs() {
      return board.knobs;
    },
    forgetRequests: server.forgetRequests,
    closeIdle: server.closeIdle,
    stop: server.stop,
    set(patch) {
      board.set(patch);
      server.closeIdle();
    },
    resetKnobs: board.resetKnobs,
    credentials,
    baseUrls: { v3: server.origin + bases.v3, v4: server.origin + bases.v4 },
    tokenUrl: server.origin + credentials.oauth.tokenPath,
    readyReferences: store.readyReferences,
    commits,
    addExport: (wish = {}) => store.add(wish).token,
    statusOf(wanted) {
      const item = store.find(wanted);
      return item === undefined ? null : statusOf(item, clock());
    },
    finish: (wanted) =>
      store.change(wanted, { readyAt: clock(), expiresAt: clock() + settings.expiry.export }),
    expire: (wanted) =>
      store.change(wanted, {
        readyAt: Math.min(clock(), store.find(wanted)?.readyAt ?? 0),
        expiresAt: clock(),
      }),
    expectedRecords(wanted, generation = 'v4') {
      const item = store.find(wanted);
      if (item === undefined) return [];
      const { v3Records, prettyRecords } = board.knobs;
      return recordsOf(
        item,
        seed,
        shapeOf(item.segment, generation, v3Records),
        prettyRecords,
        0,
        item.total,
      );
    },
    revokeTokens: bearers.revokeAll,
    snapshot: store.all,
  };
}
