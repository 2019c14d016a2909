import { createFileServer } from './download-model.ts';
import {
  type Arrival,
  brokenNow,
  json,
  limitedNow,
  newest,
  type Reply,
  text,
  type Vendor,
  type VendorExport,
  type VendorPart,
  type VendorTools,
} from './vendor.ts';
import { workbookOf } from './workbook-model.ts';

const host = 'api.crayon.example';
const clientId = 'docket-client';
const userName = 'kim@acme.example';
const clientSecret = 'crayon-client-secret-KEEP-OUT';
const password = 'crayon-password-KEEP-OUT';

interface Export extends VendorExport {
  readonly id: number;
  readonly createdAt: number;
  readonly requestedBy: string;
  /** Processed, but not downloadable yet. */
  lagging: boolean;
}

/** Crayon's export queue: a bearer token, a list of everybody's reports, downloads as bytes or wrapped in JSON, deletion. */
export function createCrayonModel(tools: VendorTools): Vendor {
  const { random, swarm, now } = tools;
  const server = createFileServer(random, swarm);
  const exports: Export[] = [];
  const tokens = new Map<string, number>();
  const given: string[] = [];
  const lifetime = swarm.has('dying-tokens') ? random.pick([90, 600]) : 3_600;
  const downloadAs = random.pick(['bytes', 'bytes', 'json'] as const);
  const names = random.chance(0.7);
  const saysId = random.chance(0.6);
  let healed = false;

  function version(): VendorPart['versions'][number] {
    const rows = random.pick([1, 4, 30]);
    const lines = Array.from({ length: rows }, (_, row) => [
      `00${row}`,
      `Product ${random.between(0, 1e9)}`,
      '1.10',
    ]);
    return { bytes: workbookOf([['Customer number', 'Product', 'Price'], ...lines]), rows, changedAt: now() };
  }
  function add(state: VendorExport['state'], requestedBy = 'lee@acme.example'): Export {
    const id = 500 + exports.length * 3 + 1;
    const made: Export = {
      reference: String(id),
      id,
      createdAt: now(),
      requestedBy,
      lagging: false,
      state,
      endedBy: null,
      acknowledgedBy: null,
      parts: [{ versions: [version()] }],
    };
    exports.push(made);
    tools.note(`makes report ${made.reference}`);
    return made;
  }

  function token(headers: Headers, body: string): Reply {
    const pair = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const form = new URLSearchParams(body);
    if (headers.get('authorization') !== pair || form.get('password') !== password)
      return json(400, { Error: 'invalid_grant' });
    const made = `bearer-${random.between(1e12, 9e12)}-KEEP-OUT`;
    tokens.set(made, now() + lifetime * 1000);
    given.push(made);
    return json(200, { AccessToken: made, ExpiresIn: lifetime, TokenType: 'Bearer' });
  }

  function item(one: Export) {
    const status = { preparing: 1, ready: 2, failed: 8, cancelled: 8, expired: 2, gone: 6 }[one.state];
    return {
      Id: one.id,
      Status: one.state === 'preparing' && one.lagging ? 2 : status,
      Downloadable: one.state === 'ready',
      Attempts: 1,
      ActionName: `License report ${one.id}`,
      RequestedBy: one.requestedBy,
      CreatedDate: new Date(one.createdAt).toISOString().slice(0, 19),
    };
  }
  function list(): Reply {
    const shown = exports.filter(({ state }) => state !== 'gone' || random.chance(0.5));
    const says = exports.map((one) => ({ reference: one.reference, acknowledged: one.state === 'gone' }));
    const items = shown.map(item);
    return json(
      200,
      { Items: items, NrOfDays: 14 },
      { says, headers: { date: new Date(now()).toUTCString() } },
    );
  }

  function download(one: Export, headers: Headers): Reply {
    if (one.state !== 'ready')
      return one.state === 'preparing'
        ? text(400, '')
        : json(404, { ErrorCode: 'NotFound', Message: 'Not found' });
    const part = one.parts[0];
    if (part === undefined) return text(404, '');
    if (downloadAs === 'bytes') {
      const name: Record<string, string> = names
        ? { 'content-disposition': `attachment; filename="Report ${one.id}.xlsx"` }
        : {};
      return server.answer(part, headers, name);
    }
    const { bytes } = newest(part);
    return json(200, { FileName: `Report ${one.id}.xlsx`, FileContent: bytes.toString('base64') });
  }

  function remove(one: Export): Reply {
    if (one.state === 'gone') return json(404, { ErrorCode: 'NotFound' });
    one.state = 'gone';
    one.endedBy = 'us';
    one.acknowledgedBy = 'us';
    tools.note(`deletes report ${one.reference}`);
    return { status: random.pick([200, 204]), body: Buffer.alloc(0) };
  }

  function handle({ method, url, headers, body }: Arrival): Reply {
    const broken = brokenNow(tools, method, healed);
    if (broken !== null) return broken;
    if (url.pathname === '/api/v1/connect/token/') return token(headers, body);
    const bearer = (headers.get('authorization') ?? '').replace('Bearer ', '');
    if ((tokens.get(bearer) ?? 0) <= now())
      return random.chance(0.5) ? text(401, '') : json(401, { Message: 'expired' });
    const wait = limitedNow(tools, healed);
    if (wait !== null) {
      tools.note(`answers 429, wait ${wait / 1000} s`);
      const header = random.chance(0.5) ? String(wait / 1000) : new Date(now() + wait).toUTCString();
      return {
        ...text(429, ''),
        leaveAlone: wait,
        headers: { 'retry-after': header, date: new Date(now()).toUTCString() },
      };
    }
    const path = url.pathname.replace('/api/v1/exports/', '');
    if (method === 'GET' && path === '') return list();
    if (method === 'POST' && path === 'generate-license-report/') {
      const made = add('preparing', userName);
      return saysId ? json(200, { Id: made.id }) : json(200, '');
    }
    const [, id, tail] = /^(\d+)(\/download\/)?$/.exec(path) ?? [];
    const one = exports.find(({ reference }) => reference === id);
    if (one === undefined) return text(404, '');
    if (method === 'DELETE') return remove(one);
    return tail === undefined ? text(404, '') : download(one, headers);
  }

  function end(one: Export, state: VendorExport['state'], by: 'vendor' | 'colleague', what: string) {
    one.state = state;
    one.endedBy = by;
    one.lagging = false;
    tools.note(`${what} ${one.reference}`);
  }

  return {
    provider: 'crayon',
    hosts: [host],
    exports,
    get secrets() {
      return [clientSecret, password, ...given];
    },
    draft: () => ({
      name: 'Crayon',
      config: { provider: 'crayon', baseUrl: `https://${host}`, clientId, userName, downloadAs },
      secrets: { clientSecret, password },
    }),
    request: () => ({
      provider: 'crayon',
      customerAccountId: 7,
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-31T00:00:00Z',
    }),
    add,
    handle,
    onDeparture() {},
    live() {
      if (!healed && swarm.has('dying-tokens') && random.chance(0.3)) {
        tokens.clear();
        tools.note('lets all tokens die');
      }
      if (exports.length === 0) return;
      const one = random.pick(exports);
      if (one.state === 'preparing') {
        if (swarm.has('failures') && random.chance(0.2)) end(one, 'failed', 'vendor', 'fails');
        else if (!one.lagging) one.lagging = true;
        else end(one, 'ready', 'vendor', 'finishes');
        return;
      }
      if (healed || one.state !== 'ready') return;
      if (swarm.has('colleague') && random.chance(0.15)) end(one, 'gone', 'colleague', 'a colleague deletes');
      else if (swarm.has('expiry') && random.chance(0.15)) end(one, 'expired', 'vendor', 'lets expire');
      else if (swarm.has('changed-files') && random.chance(0.3)) {
        const part = one.parts[0];
        part?.versions.push({ ...version(), changedAt: Math.max(now(), newest(part).changedAt + 2_000) });
        tools.note(`replaces report ${one.reference}`);
      }
    },
    heal() {
      healed = true;
      for (const one of exports) if (one.state === 'preparing') end(one, 'ready', 'vendor', 'finishes');
    },
  };
}
