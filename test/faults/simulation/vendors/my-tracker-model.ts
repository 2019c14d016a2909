import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createFileServer } from './download-model.ts';
import { createQuotaWindows } from './quota-windows.ts';
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

const host = 'tracker.example';
const store = 'store.example';
const apiUserId = '77658';
const secretKey = 'tracker-secret-KEEP-OUT-of-everything';
const hour = 3_600_000;

interface Export extends VendorExport {
  /** Part of each link's name; a new one makes the older links dead. */
  linkHash: number;
  linksUntil: number;
  progress: number;
}

/** MyTracker's raw data exports: signed calls, files of gzipped CSV behind links that die, and quotas. */
export function createMyTrackerModel(tools: VendorTools): Vendor {
  const { random, swarm, now } = tools;
  const server = createFileServer(random, swarm);
  const exports: Export[] = [];
  const quotas = createQuotaWindows();
  const createBy = random.pick(['body', 'query'] as const);
  const ownHost = random.chance(0.5);
  const deadStatus = random.pick([403, 404, 410]);
  const linkLife = swarm.has('dying-links') ? random.pick([6 * 60_000, 30 * 60_000]) : 24 * hour;
  let healed = false;
  let over: string | null = null;

  function version(rows: number): VendorPart['versions'][number] {
    const lines = Array.from({ length: rows }, (_, row) => `${row},00${random.between(0, 1e9)},"a, ""b"""`);
    const text = ['idCountry,customUserId,eventName', ...lines, ''].join('\n');
    const half = text.length >> 1;
    const members = random.chance(0.3) ? [text.slice(0, half), text.slice(half)] : [text];
    return { bytes: Buffer.concat(members.map((one) => gzipSync(one))), rows, changedAt: now() };
  }
  function add(state: VendorExport['state']): Export {
    const made: Export = {
      reference: String(11_040_000 + exports.length * 7 + 1),
      state,
      endedBy: null,
      acknowledgedBy: null,
      parts: Array.from({ length: random.pick([1, 1, 2, 3]) }, () => ({
        versions: [version(random.pick([0, 3, 80, 300]))],
      })),
      linkHash: random.between(1e6, 1e9),
      linksUntil: now() + linkLife,
      progress: 0,
    };
    exports.push(made);
    tools.note(`makes export ${made.reference} (${made.parts.length} files)`);
    return made;
  }

  function signed({ method, url, headers, body }: Arrival): boolean {
    const encode = (plain: string) =>
      encodeURIComponent(plain).replace(
        /[!'()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      );
    const base = `${method}&${encode(url.href)}&${encode(body)}`;
    const signature = createHmac('sha1', secretKey).update(base).digest('base64');
    return headers.get('authorization') === `AuthHMAC ${apiUserId}:${signature}`;
  }
  const dated = () => ({ headers: { date: new Date(now()).toUTCString() } });
  const ok = (data: unknown) => json(200, { code: 200, message: 'Ok', data }, dated());
  const no = (code: number, message: string, detail: string) =>
    json(code, { code, message, data: { error: { detail } } }, dated());

  function get(one: Export): Reply {
    const { reference } = one;
    switch (one.state) {
      case 'preparing':
        return ok({
          idRawExport: reference,
          status: 'In progress',
          progress: `${one.progress}%`,
          isCancellable: true,
        });
      case 'failed':
        return ok({
          idRawExport: reference,
          status: 'User error occurred',
          errorMessage: 'Too many lines in export',
        });
      case 'cancelled':
        return ok({ idRawExport: reference, status: 'Canceled by user' });
      case 'gone':
        return no(404, 'Not Found', 'Raw export request not found');
      case 'ready':
        // Fresh links in good time: once their date has passed the export reads as expired.
        if (one.linksUntil <= now() + 2 * 60_000) {
          one.linksUntil = now() + linkLife;
          one.linkHash += 1;
        }
        return ok({ idRawExport: reference, status: 'Success!', files: filesOf(one, one.linksUntil) });
      case 'expired':
        return ok({ idRawExport: reference, status: 'Success!', files: filesOf(one, now() - hour) });
    }
  }
  function filesOf(one: Export, until: number) {
    return one.parts.map((_, place) => {
      const path = `raw/${one.reference}.installs.${one.linkHash}.${place}.csv.gz`;
      const link = ownHost ? `https://${host}/storage/download/${path}` : `https://${store}/${path}`;
      return { link, timestampExpires: String(Math.floor(until / 1000)) };
    });
  }

  function download(arrival: Arrival): Reply {
    if (ownHost && !signed(arrival)) return no(403, 'Access denied', 'Access denied');
    if (!ownHost && arrival.headers.has('authorization')) return text(400, '<Error/>', 'application/xml');
    const [, id, hash, place] =
      /raw\/(\d+)\.installs\.(\d+)\.(\d+)\.csv\.gz$/.exec(arrival.url.pathname) ?? [];
    const one = exports.find(({ reference }) => reference === id);
    const part = one?.parts[Number(place)];
    const alive = one?.state === 'ready' && String(one.linkHash) === hash && one.linksUntil > now();
    if (part === undefined || !alive) return text(deadStatus, 'dead link');
    return server.answer(part, arrival.headers);
  }

  function handle(arrival: Arrival): Reply {
    const { url, method, body } = arrival;
    if (url.host === store || url.pathname.startsWith('/storage/')) return download(arrival);
    if (!signed(arrival)) return json(403, { code: 403, message: 'Access denied', data: null });
    const wait = limitedNow(tools, healed) ?? (over === null ? null : 60_000);
    over = null;
    if (wait !== null) {
      const quotas = [{ timeInterval: 'minute', limit: 100, resetInSecond: wait / 1000, exceeded: true }];
      tools.note(`answers 429, wait ${wait / 1000} s`);
      return json(
        429,
        { code: 429, message: 'Too Many Requests', data: { error: { info: { quotas } } } },
        { leaveAlone: wait },
      );
    }
    const broken = brokenNow(tools, method, healed);
    if (broken !== null) return broken;
    const id = url.searchParams.get('idRawExport');
    const one = exports.find(({ reference }) => reference === id);
    switch (url.pathname) {
      case '/api/raw/v1/export/create.json': {
        const asked = new URLSearchParams(createBy === 'body' ? body : url.search);
        if (method !== 'POST' || asked.get('event') === null) return no(400, 'Bad Request', 'event');
        return ok({ idRawExport: add('preparing').reference });
      }
      case '/api/raw/v1/export/get.json':
        return one === undefined ? no(404, 'Not Found', 'Raw export request not found') : get(one);
      case '/api/raw/v1/export/cancel.json':
        if (one?.state !== 'preparing') return no(400, 'Bad Request', 'can not be canceled');
        one.state = 'cancelled';
        one.endedBy = 'us';
        tools.note(`cancels ${one.reference}`);
        return ok({ idRawExport: one.reference, info: 'Canceled' });
      case '/api/open/user/v1/quotas/get.json':
        return ok({ quotas: [] });
      default:
        return no(404, 'Not Found', 'page');
    }
  }

  function end(one: Export, state: VendorExport['state'], by: 'vendor' | 'colleague', what: string) {
    one.state = state;
    one.endedBy = by;
    tools.note(`${what} ${one.reference}`);
  }

  return {
    provider: 'mytracker',
    hosts: [host, store],
    exports,
    secrets: [secretKey],
    draft: () => ({
      name: 'Tracker',
      config: { provider: 'mytracker', baseUrl: `https://${host}`, apiUserId, createBy },
      secrets: { secretKey },
    }),
    request: () => ({
      provider: 'mytracker',
      event: 'installs',
      selectors: ['idCountry'],
      dateFrom: '2026-01-01',
      dateTo: '2026-01-02',
    }),
    add,
    handle,
    onDeparture(url) {
      // The vendor counts what arrives; what leaves is what we are answerable for.
      if (url.host !== host) return;
      over = quotas.count(now());
      if (over !== null) tools.violated(`MyTracker's quota is exceeded: ${over}`);
    },
    live() {
      if (exports.length === 0) return;
      const one = random.pick(exports);
      if (one.state === 'preparing') {
        one.progress = Math.min(99, one.progress + 40);
        if (swarm.has('failures') && random.chance(0.2)) end(one, 'failed', 'vendor', 'fails');
        else if (one.progress > 50) {
          one.linksUntil = now() + linkLife;
          end(one, 'ready', 'vendor', 'finishes');
        } else if (swarm.has('colleague') && random.chance(0.2))
          end(one, 'cancelled', 'colleague', 'a colleague cancels');
        return;
      }
      if (healed || one.state !== 'ready') return;
      if (swarm.has('dying-links') && random.chance(0.5)) {
        one.linkHash += 1;
        tools.note(`gives new links to ${one.reference}; the old ones are dead`);
      } else if (swarm.has('changed-files') && random.chance(0.4)) {
        const part = random.pick(one.parts);
        const next = version(random.pick([3, 40, 301]));
        part.versions.push({ ...next, changedAt: Math.max(now(), newest(part).changedAt + 2_000) });
        tools.note(`replaces a file of ${one.reference}`);
      } else if (swarm.has('expiry') && random.chance(0.15)) end(one, 'expired', 'vendor', 'lets expire');
      else if (swarm.has('colleague') && random.chance(0.1)) end(one, 'gone', 'vendor', 'forgets');
    },
    heal() {
      healed = true;
      for (const one of exports) {
        if (one.state !== 'preparing') continue;
        one.linksUntil = now() + linkLife;
        end(one, 'ready', 'vendor', 'finishes');
      }
    },
  };
}
