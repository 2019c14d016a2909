import { createKnobs, type KnobBoard } from '../http/knobs.ts';
import { type LoopbackServer, startLoopbackServer } from '../http/loopback-server.ts';
import type { PracticeReply, PracticeRequest } from '../http/reply.ts';
import type { PracticeSettings } from '../practice-options.ts';
import { acceptsAuthHmac, type TrackerAccount } from './auth-hmac.ts';
import { gatherParameters, readCreateParameters } from './create-parameters.ts';
import { createTrackerStore, type TrackerSeed } from './export-store.ts';
import { fileName, stateOf, type TrackerExport, type TrackerState } from './exports.ts';
import { fileReply } from './file-reply.ts';
import { type MyTrackerKnobs, startKnobs } from './knobs.ts';
import { createPartStore } from './part-store.ts';
import { createQuotas, type Quotas } from './quotas.ts';
import { createReplies } from './replies.ts';

export interface PracticeMyTracker extends KnobBoard<MyTrackerKnobs>, LoopbackServer {
  readonly credentials: TrackerAccount;
  /** The other host that links may lead to. */
  readonly storage: LoopbackServer;
  /** idRawExport of what is there from the start; `publicFile` only when one was given. */
  readonly readyReferences: {
    readonly success: string;
    readonly inProgress: string;
    readonly publicFile: string | null;
  };
  readonly quotas: Quotas;
  addExport(seed?: TrackerSeed): string;
  stateOf(id: string): TrackerState | null;
  finish(id: string): void;
  /** The link of one part, or of all, is dead from now on. */
  expireLinks(id: string, part?: number): void;
  /** The links that get.json would show. */
  links(id: string): readonly string[];
  /** The bytes of a part as the vendor serves them. */
  expectedFile(id: string, part: number): Promise<Buffer>;
  snapshot(): readonly TrackerExport[];
}

const credentials: TrackerAccount = { apiUserId: '77658', secretKey: 'practice-secret-key-mytracker' };
/** Longer periods end with `User error occurred`; the vendor's own ceiling is not known. */
const longestPeriodDays = 370;

export async function startPracticeMyTracker(
  settings: PracticeSettings,
  restored: readonly TrackerExport[],
): Promise<PracticeMyTracker> {
  const { clock } = settings;
  const board = createKnobs(startKnobs);
  const replies = createReplies(() => board.knobs.http200);
  const quotas = createQuotas(clock, () => board.knobs.quotas);
  const parts = createPartStore(settings);
  const store = createTrackerStore(settings, board, restored);
  let served = 0;

  function create(request: PracticeRequest): PracticeReply {
    if (request.method !== 'POST' && !board.knobs.createByGet) return replies.methodNotAllowed();
    const type = request.headers['content-type'] ?? '';
    // The official PHP client sends a form without naming its type.
    if (request.body !== '' && type !== '' && !type.startsWith('application/x-www-form-urlencoded'))
      return replies.badRequest('Unsupported content type');
    const reading = readCreateParameters(
      gatherParameters([request.query, new URLSearchParams(request.body)]),
      clock(),
    );
    if (!reading.ok) return replies.badRequest(reading.detail);
    const { event, selectors, days, period } = reading.request;
    const outcome = days > longestPeriodDays ? 'user-error' : board.knobs.outcome;
    return replies.ok({
      idRawExport: store.add({ event, selectors, outcome, period, state: 'in-progress' }),
    });
  }

  function find(request: PracticeRequest): TrackerExport | PracticeReply {
    const id = request.query.get('idRawExport');
    if (id === null || !/^\d+$/.test(id)) return replies.badRequest('Parameter idRawExport is required');
    return store.find(id) ?? replies.notFound();
  }

  function get(request: PracticeRequest): PracticeReply {
    const found = find(request);
    if (!('id' in found)) return found;
    const { id } = found;
    const state = stateOf(found, clock());
    switch (state.kind) {
      case 'running': {
        const isCancellable = state.isCancellable || board.knobs.cancelRace;
        return replies.ok({
          idRawExport: id,
          status: 'In progress',
          progress: `${state.percent}%`,
          isCancellable,
        });
      }
      case 'unknown':
        return replies.ok({ idRawExport: id, status: board.knobs.unknownStatus });
      case 'error':
        if (found.errorsLeft > 0) store.change(id, { errorsLeft: found.errorsLeft - 1 });
        return replies.ok({ idRawExport: id, status: 'Error occurred' });
      case 'user-error':
        return replies.ok({
          idRawExport: id,
          status: 'User error occurred',
          errorMessage: found.errorMessage,
        });
      case 'cancelled':
        return replies.ok({ idRawExport: id, status: 'Canceled by user' });
      case 'success':
        return replies.ok({ idRawExport: id, status: 'Success!', files: filesOf(renewed(found)) });
    }
  }

  function renewed(item: TrackerExport): TrackerExport {
    const dead = item.files.some((file) => file.expiresAt <= clock());
    if (!dead || !board.knobs.renewLinks) return item;
    store.change(item.id, { files: store.freshFiles(item.id, clock(), item.files.length, clock()) });
    return store.find(item.id) ?? item;
  }

  function filesOf(item: TrackerExport): readonly { link: string; timestampExpires: string }[] {
    return item.files.map((file, part) => ({
      link: linkOf(item, part),
      timestampExpires: String(Math.floor(file.expiresAt / 1000)),
    }));
  }

  function linkOf(item: TrackerExport, part: number): string {
    if (board.knobs.linkHost === 'same') return `${api.origin}/storage/download/raw/${fileName(item, part)}`;
    const folder = new Date(item.createdAt).toISOString().slice(0, 10).replaceAll('-', '.');
    return `${storage.origin}/rawdata/${folder}/${fileName(item, part)}`;
  }

  function cancel(request: PracticeRequest): PracticeReply {
    const found = find(request);
    if (!('id' in found)) return found;
    const state = stateOf(found, clock());
    if (state.kind === 'running' && board.knobs.cancelRace) store.change(found.id, { readyAt: clock() });
    const now = board.knobs.cancelRace && state.kind === 'running' ? ({ kind: 'success' } as const) : state;
    if (now.kind === 'success')
      return replies.badRequest("This RawExport can not be cancel (it's completed)");
    if (now.kind !== 'unknown' && (now.kind !== 'running' || !now.isCancellable))
      return replies.badRequest('This RawExport can not be cancel');
    store.change(found.id, { cancelledAt: clock() });
    return replies.ok({ idRawExport: found.id, info: 'Canceled' });
  }

  async function download(request: PracticeRequest): Promise<PracticeReply> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 };
    const name = request.path.slice(request.path.lastIndexOf('/') + 1);
    const [id = '', part = ''] = /^(\d+)\..+\.(\d+)\.csv\.gz$/.exec(name)?.slice(1) ?? [];
    const item = store.find(id);
    const file = item?.files[Number(part)];
    if (item === undefined || file === undefined || fileName(item, Number(part)) !== name)
      return { status: 404 };
    if (stateOf(item, clock()).kind !== 'success') return { status: 404 };
    // A running download may finish after the expiry; a new one is refused. The vendor does not say how.
    if (file.expiresAt <= clock())
      return {
        status: board.knobs.expiredAnswer,
        headers: { 'Content-Type': 'text/plain' },
        body: 'Link has expired',
      };
    served += 1;
    return fileReply(
      request,
      await parts.file(item, Number(part), board.knobs.fileDamage),
      item.readyAt,
      served,
      board.knobs,
    );
  }

  function signed(request: PracticeRequest): boolean {
    const url = `http://${request.headers.host ?? ''}${request.target}`;
    return acceptsAuthHmac(
      request.headers.authorization,
      { method: request.method, url, body: request.body },
      credentials,
    );
  }

  function exceeded(group: 'ip' | 'user' | 'unauthorized'): PracticeReply | null {
    quotas.count(group);
    const states = quotas.states(group);
    return states.some((quota) => quota.exceeded) ? replies.tooManyRequests(states) : null;
  }

  async function handleApi(request: PracticeRequest): Promise<PracticeReply> {
    if (request.path.startsWith('/storage/download/raw/')) return ownDownload(request);
    const tooMany = exceeded('ip');
    if (tooMany !== null) return tooMany;
    if (!signed(request)) return exceeded('unauthorized') ?? replies.accessDenied();
    const blocked = exceeded('user') ?? tooManyErrors();
    if (blocked !== null) return blocked;
    const reply = answer(request);
    const code = board.knobs.http200 ? bodyCode(reply) : reply.status;
    if (code >= 400) quotas.count('errors');
    return reply;
  }

  /** The sixtieth failure is still answered; what follows in that minute is blocked, right or wrong. */
  function tooManyErrors(): PracticeReply | null {
    const states = quotas
      .states('errors')
      .map((quota) => ({ ...quota, exceeded: quota.count >= quota.limit }));
    return states.some((quota) => quota.exceeded) ? replies.tooManyRequests(states) : null;
  }

  function ownDownload(request: PracticeRequest): Promise<PracticeReply> | PracticeReply {
    const mustSign = board.knobs.downloadAuth === 'required' || request.query.get('auth') === '1';
    const isSigned = request.headers.authorization !== undefined;
    if ((mustSign || isSigned) && !signed(request)) return replies.accessDenied();
    if (!board.knobs.redirectDownload) return download(request);
    const name = request.path.slice(request.path.lastIndexOf('/') + 1);
    return { status: 302, headers: { Location: `${storage.origin}/rawdata/${name}` } };
  }

  function answer(request: PracticeRequest): PracticeReply {
    switch (request.path) {
      case '/api/raw/v1/export/create.json':
        return create(request);
      case '/api/raw/v1/export/get.json':
        return request.method === 'GET' ? get(request) : replies.methodNotAllowed();
      case '/api/raw/v1/export/cancel.json':
        return request.method === 'GET' ? cancel(request) : replies.methodNotAllowed();
      case '/api/open/user/v1/quotas/get.json':
        return replies.ok({ quotas: quotas.states('user') });
      default:
        return replies.notFound();
    }
  }

  /** An object store refuses an Authorization scheme that is not its own. */
  function handleStorage(request: PracticeRequest): Promise<PracticeReply> | PracticeReply {
    if (request.headers.authorization === undefined) return download(request);
    const body =
      '<?xml version="1.0" encoding="UTF-8"?><Error><Code>InvalidArgument</Code><Message>Unsupported Authorization Type</Message></Error>';
    return { status: 400, headers: { 'Content-Type': 'application/xml' }, body };
  }

  const api = await startLoopbackServer({
    clock,
    preferredPort: settings.ports.mytracker,
    handle: handleApi,
  });
  const storage = await startLoopbackServer({
    clock,
    preferredPort: settings.ports.mytrackerStorage,
    handle: handleStorage,
  });

  return {
    origin: api.origin,
    port: api.port,
    faults: api.faults,
    get requests() {
      return api.requests;
    },
    get knobs() {
      return board.knobs;
    },
    forgetRequests: api.forgetRequests,
    closeIdle: api.closeIdle,
    set: board.set,
    resetKnobs: board.resetKnobs,
    credentials,
    storage,
    readyReferences: store.readyReferences,
    quotas,
    addExport(wish = {}) {
      const id = store.add(wish);
      if (wish.content !== undefined) parts.give(id, wish.content);
      return id;
    },
    stateOf(id) {
      const item = store.find(id);
      return item === undefined ? null : stateOf(item, clock());
    },
    finish(id) {
      const count = store.find(id)?.files.length ?? 0;
      store.change(id, { readyAt: clock(), files: store.freshFiles(id, clock(), count, 0) });
    },
    expireLinks(id, part) {
      const files = store.find(id)?.files ?? [];
      store.change(id, {
        files: files.map((file, index) =>
          part === undefined || part === index ? { ...file, expiresAt: clock() } : file,
        ),
      });
    },
    links(id) {
      const item = store.find(id);
      return item === undefined ? [] : filesOf(item).map((file) => file.link);
    },
    async expectedFile(id, part) {
      const item = store.find(id);
      if (item === undefined) throw new Error('No such practice export');
      return parts.file(item, part, board.knobs.fileDamage);
    },
    snapshot: store.all,
    async stop() {
      await Promise.all([api.stop(), storage.stop()]);
    },
  };
}

function bodyCode(reply: PracticeReply): number {
  const code = /^\{"code":(\d+)/.exec(String(reply.body ?? ''))?.[1];
  return code === undefined ? reply.status : Number(code);
}
