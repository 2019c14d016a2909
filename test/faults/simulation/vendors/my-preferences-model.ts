import { createHmac } from 'node:crypto';
import { myPreferencesPresets } from '../../../../src-preload/contract/mypreferences-presets.ts';
import {
  type Arrival,
  brokenNow,
  json,
  limitedNow,
  type Reply,
  type Vendor,
  type VendorExport,
  type VendorPart,
  type VendorTools,
} from './vendor.ts';

const host = 'pm.mypreferences.example';
const clientId = 'ACME';
const userId = 'Kim.Doe';
const sharedKey = 'shared-key-KEEP-OUT-of-everything';

interface Export extends VendorExport {
  records: readonly string[];
}

/** MyPreferences as its pages describe it: asynchronous exports, read in pages, closed by a commit. */
export function createMyPreferencesModel(tools: VendorTools): Vendor {
  const { random, swarm, now } = tools;
  const exports: Export[] = [];
  const pageSize = random.pick([3, 5, 8, 50]);
  const clamp = random.chance(0.4) ? random.between(2, 6) : 1000;
  const lower = random.chance(0.3);
  const trailing = random.chance(0.2);
  const saysTotal = random.chance(0.85);
  let healed = false;
  let tokens = 0;

  function record(index: number): string {
    return `{"ProfileId":${9_007_199_254_740_993n + BigInt(index)},"Rate":1.10, "Name":"N${random.between(0, 1e9)}"}`;
  }
  function version(records: readonly string[]): VendorPart['versions'][number] {
    return {
      bytes: Buffer.from(records.map((one) => `${one}\n`).join('')),
      rows: records.length,
      changedAt: now(),
    };
  }
  function add(state: VendorExport['state']): Export {
    tokens += 1;
    const records = Array.from({ length: random.pick([0, 1, 7, 12, 20, 31, 44]) }, (_, index) =>
      record(index),
    );
    const made: Export = {
      reference: `${70_000_000_000 + tokens * 1_000_003}${random.between(100, 999)}`,
      state,
      endedBy: null,
      acknowledgedBy: null,
      records,
      parts: [{ versions: [version(records)] }],
    };
    exports.push(made);
    tools.note(`makes export ${made.reference} (${records.length} records)`);
    return made;
  }

  function signedIn(header: string | null): boolean {
    const [, user, stamp = '', signature] =
      /^PNAUTHINFO3-HMAC-SHA256 Credential=([^/]+)\/(\S+) Signature=(\S+)$/.exec(header ?? '') ?? [];
    const at = Date.parse(stamp);
    const wanted = createHmac('sha256', sharedKey).update(`${clientId}:${userId}:${stamp}`).digest('base64');
    return user === userId && signature === wanted && at <= now() && now() - at < 15 * 60_000;
  }

  function status(one: Export): Reply {
    if (one.state === 'gone' && one.acknowledgedBy === null) return json(404, { Message: 'Not found' });
    const words = {
      preparing: 'Processing',
      ready: 'Complete',
      failed: 'Error',
      cancelled: 'Error',
      expired: 'Expired',
      gone: 'Retrieved',
    };
    const done = one.state === 'ready' || one.state === 'gone';
    const says = [{ reference: one.reference, acknowledged: one.state === 'gone' }];
    return json(
      200,
      {
        AccessToken: Number(one.reference),
        Status: words[one.state],
        RowCount: done ? one.records.length : null,
        ByteCount: null,
      },
      { says },
    );
  }

  function data(one: Export, query: URLSearchParams): Reply {
    if (one.state === 'preparing') return json(400, { Message: 'Not ready' });
    if (one.state !== 'ready') return json(404, { Message: 'Not found' });
    const offset = Number(query.get('offset') ?? '1');
    const limit = Math.min(Number(query.get('limit') ?? '1000'), clamp);
    const page = one.records.slice(offset - 1, offset - 1 + limit);
    const last = offset - 1 + page.length >= one.records.length;
    if (last && query.get('keepAlive') !== 'true') {
      one.state = 'expired';
      one.endedBy = 'us';
    }
    const more = !last || (trailing && page.length > 0);
    const head = `"Count":${page.length},"${lower ? 'hasmore' : 'HasMore'}":${more},"Limit":${limit},"Offset":${offset}`;
    const total = saysTotal ? `,"TotalResults":${one.records.length}` : '';
    return json(200, `{${head}${total},"UserProfilePreferences":[${page.join(',\n ')}]}`);
  }

  function commit(one: Export): Reply {
    if (one.state !== 'ready') return json(404, { Message: null });
    one.state = 'gone';
    one.endedBy = 'us';
    one.acknowledgedBy = 'us';
    tools.note(`takes the commit of ${one.reference}`);
    return json(200, '');
  }

  function handle({ method, url, headers, body }: Arrival): Reply {
    if (!signedIn(headers.get('authorization'))) return json(401, { Message: 'Unauthorized' });
    const wait = limitedNow(tools, healed);
    if (wait !== null) {
      tools.note(`answers 429, wait ${wait / 1000} s`);
      return json(
        429,
        { Message: 'slow down' },
        { leaveAlone: wait, headers: { 'retry-after': String(wait / 1000) } },
      );
    }
    const broken = brokenNow(tools, method, healed);
    if (broken !== null) return broken;
    const path = url.pathname.replace('/Profiles/v4/Async/', '');
    const [, token] =
      new RegExp(`^${clientId}/Export/(?:Segment/(?:Commit/)?)?(\\d+)(?:/Status)?$`).exec(path) ?? [];
    if (method === 'POST' && path.startsWith(`${clientId}/Export/Segment/`) && token === undefined) {
      JSON.parse(body);
      return json(200, `{"AccessToken":${add('preparing').reference}}`);
    }
    const one = exports.find(({ reference }) => reference === token);
    if (one === undefined) return json(404, { Message: 'Not found' });
    if (method === 'POST' && path.includes('/Commit/')) return commit(one);
    if (method !== 'GET') return json(400, { Message: 'method' });
    return path.endsWith('/Status') ? status(one) : data(one, url.searchParams);
  }

  function end(one: Export, state: VendorExport['state'], by: 'vendor' | 'colleague', what: string) {
    one.state = state;
    one.endedBy = by;
    tools.note(`${what} ${one.reference}`);
  }

  return {
    provider: 'mypreferences',
    hosts: [host],
    exports,
    get secrets() {
      return [sharedKey, ...exports.map(({ reference }) => reference)];
    },
    draft: () => ({
      name: 'Preferences',
      config: {
        provider: 'mypreferences',
        baseUrl: `https://${host}/Profiles/v4`,
        clientId,
        userId,
        authorization: {
          kind: 'pnauthinfo3',
          algorithm: 'SHA256',
          clockBehindSeconds: 30,
          timestamp: 'utc-z',
        },
        preset: 'v4',
        paths: myPreferencesPresets.v4.paths,
        pageSize,
      },
      secrets: { sharedKey },
    }),
    request: () => ({ provider: 'mypreferences', segmentName: 'All customers' }),
    add,
    handle,
    onDeparture() {},
    live() {
      if (exports.length === 0) return;
      const one = random.pick(exports);
      if (one.state === 'preparing') {
        if (swarm.has('failures') && random.chance(0.2)) end(one, 'failed', 'vendor', 'fails');
        else end(one, 'ready', 'vendor', 'finishes');
        return;
      }
      if (healed || one.state !== 'ready') return;
      if (swarm.has('growing-exports') && random.chance(0.3)) {
        one.records = [...one.records, record(one.records.length), record(one.records.length + 1)];
        one.parts[0]?.versions.push(version(one.records));
        tools.note(`adds records to ${one.reference}`);
      } else if (swarm.has('colleague') && random.chance(0.15)) {
        end(one, 'gone', 'colleague', 'a colleague closes');
        if (random.chance(0.6)) one.acknowledgedBy = 'colleague';
      } else if (swarm.has('expiry') && random.chance(0.15)) end(one, 'expired', 'vendor', 'lets expire');
    },
    heal() {
      healed = true;
      for (const one of exports) if (one.state === 'preparing') end(one, 'ready', 'vendor', 'finishes');
    },
  };
}
