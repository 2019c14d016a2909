import { bearerOf, createBearerTokens } from '../http/bearer-tokens.ts';
import { createKnobs, type KnobBoard } from '../http/knobs.ts';
import { type LoopbackServer, startLoopbackServer } from '../http/loopback-server.ts';
import { json, type PracticeReply, type PracticeRequest } from '../http/reply.ts';
import { type PracticeSettings, workingTime } from '../practice-options.ts';
import { readCreateBody } from './create-body.ts';
import { downloadReply } from './download-reply.ts';
import { crayonError } from './errors.ts';
import { type CrayonKnobs, startKnobs } from './knobs.ts';
import { type CrayonItem, isDownloadable, listed, reportName, statusAt } from './queue.ts';
import { answerTokenRequest, type CrayonCredentials } from './token-endpoint.ts';
import { buildWorkbook, type LicenceLine, licenceLines } from './workbook.ts';
import { zipOf } from './zip.ts';

/** What a test may put into the queue. */
export interface CrayonSeed {
  readonly id?: number;
  readonly state?: 'queued' | 'processed' | 'not-downloadable' | 'file-gone' | 'failed' | 'deleted';
  readonly outcome?: 'processed' | 'failed';
  readonly requestedBy?: string;
  /** Default now. */
  readonly createdAt?: number;
  /** For `queued`: how long it still takes; default one working time. */
  readonly readyInMs?: number;
  readonly lines?: number;
  readonly accountId?: number;
  readonly from?: string;
  readonly to?: string;
  /** Served in place of a made-up report; not kept in a snapshot. */
  readonly workbook?: Buffer;
}

export interface PracticeCrayon extends KnobBoard<CrayonKnobs>, LoopbackServer {
  readonly credentials: CrayonCredentials;
  readonly tokenUrl: string;
  /** Ids of the reports that are there from the start; another user's report is listed besides. */
  readonly readyReferences: { readonly processed: readonly [number, number]; readonly queued: number };
  addItem(seed?: CrayonSeed): number;
  /** The Status value without extra bits; null for an unknown id. */
  statusOf(id: number): number | null;
  finish(id: number): void;
  /** The file is gone at the vendor; the item stays listed. */
  dropFile(id: number): void;
  /** The sheet's lines below the header. */
  expectedLines(id: number): readonly LicenceLine[];
  expectedWorkbook(id: number): Promise<Buffer>;
  /** What a download gives now: the workbook, or the archive that holds it. */
  expectedFile(id: number): Promise<Buffer>;
  readonly deletions: readonly number[];
  /** Tokens handed out so far are refused from now on. */
  revokeTokens(): void;
  readonly tokensIssued: number;
  snapshot(): readonly CrayonItem[];
}

const credentials: CrayonCredentials = {
  clientId: 'practice-client-crayon',
  clientSecret: 'practice-secret-crayon',
  username: 'jane.doe@example.com',
  password: 'practice password: ü & 100%',
  customerAccountIds: [4014363, 4014370],
};
const colleague = 'pat.colleague@example.com';
const day = 86_400_000;

export async function startPracticeCrayon(
  settings: PracticeSettings,
  restored: readonly CrayonItem[],
): Promise<PracticeCrayon> {
  const { clock, seed } = settings;
  const board = createKnobs(startKnobs);
  const bearers = createBearerTokens('eyJwcmFjdGljZSI6dHJ1ZX0', seed, clock);
  const items = new Map<number, CrayonItem>(restored.map((item) => [item.id, item]));
  const workbooks = new Map<number, Promise<Buffer>>();
  const deletions: number[] = [];
  const firstId = 2436 + seed * 1000;
  const readyReferences = { processed: [firstId, firstId + 2], queued: firstId + 3 } as const;
  const fail = (status: 400 | 401 | 404 | 405, member?: string): PracticeReply =>
    crayonError(status, board.knobs.errorBody, member);

  function put(item: CrayonItem): void {
    items.set(item.id, item);
    settings.onChange();
  }

  function change(id: number, patch: Partial<CrayonItem>): void {
    const item = items.get(id);
    if (item === undefined) throw new Error('No such practice report');
    put({ ...item, ...patch });
  }

  function addItem(wish: CrayonSeed = {}): number {
    const now = clock();
    const state = wish.state ?? 'processed';
    const id = wish.id ?? Math.max(firstId + 3, ...items.keys()) + 1;
    const createdAt = wish.createdAt ?? now;
    const processedAt = state === 'queued' ? now + (wish.readyInMs ?? workingTime(settings.pace)) : createdAt;
    const lag = state === 'queued' ? (board.knobs.downloadableLagMs ?? settings.pace) : 0;
    put({
      id,
      createdAt,
      processedAt,
      downloadableAt: state === 'not-downloadable' ? Number.MAX_SAFE_INTEGER : processedAt + lag,
      outcome: wish.outcome ?? (state === 'failed' ? 'failed' : 'processed'),
      fileGone: state === 'file-gone',
      deletedAt: state === 'deleted' ? now : null,
      requestedBy: wish.requestedBy ?? credentials.username,
      accountId: wish.accountId ?? credentials.customerAccountIds[0],
      from: wish.from ?? new Date(now - 31 * day).toISOString(),
      to: wish.to ?? new Date(now).toISOString(),
      lines: wish.lines ?? settings.rows.licenceLines,
    });
    if (wish.workbook !== undefined) workbooks.set(id, Promise.resolve(wish.workbook));
    return id;
  }

  function list(): PracticeReply {
    const now = clock();
    const { daysListed, otherUsers, afterDelete, extraStatusBits } = board.knobs;
    const shown = [...items.values()]
      .filter((item) => now - item.createdAt <= daysListed * day)
      .filter((item) => otherUsers || item.requestedBy === credentials.username)
      .filter((item) => item.deletedAt === null || afterDelete === 'status-4')
      .sort((one, other) => other.id - one.id);
    return json(200, {
      Items: shown.map((item) => listed(item, now, extraStatusBits)),
      NrOfDays: daysListed,
    });
  }

  function create(request: PracticeRequest): PracticeReply {
    if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
      return fail(400, 'Content-Type');
    const reading = readCreateBody(request.body);
    if (!reading.ok) return fail(400, reading.member);
    const { CustomerAccountId: accountId, TimeRange } = reading.body;
    if (!credentials.customerAccountIds.includes(accountId)) return fail(400, 'CustomerAccountId');
    const id = addItem({
      state: 'queued',
      outcome: board.knobs.outcome,
      accountId,
      from: TimeRange.From,
      to: TimeRange.To,
    });
    const item = items.get(id);
    if (board.knobs.createReply === 'empty' || item === undefined) return { status: 200 };
    return json(
      200,
      board.knobs.createReply === 'id' ? id : listed(item, clock(), board.knobs.extraStatusBits),
    );
  }

  function workbook(item: CrayonItem): Promise<Buffer> {
    const made = workbooks.get(item.id) ?? buildWorkbook(licenceLines(seed, item.id, item.lines));
    workbooks.set(item.id, made);
    return made;
  }

  async function fileOf(item: CrayonItem): Promise<Buffer> {
    const book = await workbook(item);
    return board.knobs.content === 'xlsx' ? book : zipOf(`${reportName(item)}.xlsx`, book);
  }

  async function download(request: PracticeRequest, id: number): Promise<PracticeReply> {
    const item = items.get(id);
    if (item === undefined || !isDownloadable(item, clock())) return fail(404);
    return downloadReply(reportName(item), await fileOf(item), request.headers.accept ?? '*/*', board.knobs);
  }

  function remove(id: number): PracticeReply {
    const item = items.get(id);
    if (item === undefined || item.deletedAt !== null) return fail(404);
    deletions.push(id);
    change(id, { deletedAt: clock() });
    return { status: board.knobs.deleteReply };
  }

  function handle(request: PracticeRequest): Promise<PracticeReply> | PracticeReply {
    const path = request.path.replace(/\/$/, '');
    if (path === '/api/v1/connect/token')
      return answerTokenRequest(request, credentials, bearers, settings.expiry.token, board.knobs);
    if (!path.startsWith('/api/v1/exports')) return fail(404);
    const bearer = bearerOf(request.headers.authorization);
    if (bearer === null || !bearers.accepts(bearer)) return fail(401);
    if (path === '/api/v1/exports') return request.method === 'GET' ? list() : fail(405);
    if (path === '/api/v1/exports/generate-license-report')
      return request.method === 'POST' ? create(request) : fail(405);
    const [, id, tail] = /^\/api\/v1\/exports\/(\d+)(\/download)?$/.exec(path) ?? [];
    if (id === undefined) return fail(404);
    if (tail !== undefined) return request.method === 'GET' ? download(request, Number(id)) : fail(405);
    // There is no call for one item.
    return request.method === 'DELETE' ? remove(Number(id)) : fail(405);
  }

  function preSeed(): void {
    const hour = 3_600_000;
    const now = clock();
    // A report a month, so that their names tell them apart.
    const seeds: readonly CrayonSeed[] = [
      { ...monthBefore(now, 3), id: readyReferences.processed[0], createdAt: now - 26 * hour },
      { ...monthBefore(now, 2), id: firstId + 1, createdAt: now - 5 * hour, requestedBy: colleague },
      {
        ...monthBefore(now, 1),
        id: readyReferences.processed[1],
        createdAt: now - 2 * hour,
        accountId: credentials.customerAccountIds[1] ?? credentials.customerAccountIds[0],
      },
      { id: readyReferences.queued, state: 'queued' },
    ];
    for (const wish of seeds) if (wish.id !== undefined && !items.has(wish.id)) addItem(wish);
  }

  function itemOf(id: number): CrayonItem {
    const item = items.get(id);
    if (item === undefined) throw new Error('No such practice report');
    return item;
  }

  if (settings.preSeed) preSeed();
  const server = await startLoopbackServer({ clock, preferredPort: settings.ports.crayon, handle });
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
    set: board.set,
    resetKnobs: board.resetKnobs,
    credentials,
    tokenUrl: `${server.origin}/api/v1/connect/token/`,
    readyReferences,
    addItem,
    statusOf(id) {
      const item = items.get(id);
      return item === undefined ? null : statusAt(item, clock());
    },
    finish: (id) => change(id, { processedAt: clock(), downloadableAt: clock() }),
    dropFile: (id) => change(id, { fileGone: true }),
    expectedLines: (id) => licenceLines(seed, id, itemOf(id).lines),
    expectedWorkbook: (id) => workbook(itemOf(id)),
    expectedFile: (id) => fileOf(itemOf(id)),
    deletions,
    revokeTokens: bearers.revokeAll,
    get tokensIssued() {
      return bearers.issued;
    },
    snapshot: () => [...items.values()],
  };
}

/** A whole month, so many before that of `now`. */
function monthBefore(now: number, months: number): Required<Pick<CrayonSeed, 'from' | 'to'>> {
  const today = new Date(now);
  const day = (month: number, date: number) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + month, date)).toISOString();
  return { from: day(-months, 1), to: day(1 - months, 0) };
}
