// A process of its own, so that serving costs the app no time of its thread: `node vendor-server.ts FILE…`.
// Two servers on loopback: one speaks MyTracker's and MyPreferences' status and pages, the other holds the files, as an
// object store does. Prints their ports as JSON; ends with its stdin.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const files = process.argv.slice(2);
/** Latency of every page, ms. */
const latency = 100;
const pages = 100;
const perPage = 200;
const total = pages * perPage;

const record = (index: number) =>
  JSON.stringify({
    ProfileId: 1_000_000 + index,
    Email: `person${index}@example.com`,
    Preferences: [{ Name: 'Newsletter', Value: index % 2 === 0, Since: '2026-03-04T05:06:07Z' }],
    Note: 'x'.repeat(400),
  });

function json(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function answerApi(request: IncomingMessage, response: ServerResponse, filesOrigin: string): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/api/raw/v1/export/get.json') {
    // The export's number is 1000 times the file's, plus how often it was asked for.
    const idRawExport = url.searchParams.get('idRawExport') ?? '0';
    const file = files[Math.floor(Number(idRawExport) / 1000)] ?? '';
    const link = `${filesOrigin}/${path.basename(file)}`;
    json(
      response,
      JSON.stringify({
        code: 200,
        message: 'Ok',
        data: { idRawExport, status: 'Success!', files: [{ link }] },
      }),
    );
  } else if (url.pathname.endsWith('/Status')) {
    json(response, JSON.stringify({ Status: 'Complete', RowCount: total, ByteCount: 1 }));
  } else if (url.searchParams.has('offset')) {
    const offset = Number(url.searchParams.get('offset'));
    const count = Math.max(0, Math.min(perPage, Number(url.searchParams.get('limit')), total - offset + 1));
    const records = Array.from({ length: count }, (_, place) => record(offset + place));
    const about = { Count: count, Offset: offset, TotalResults: total, HasMore: offset + count <= total };
    const body = `${JSON.stringify(about).slice(0, -1)},"UserProfilePreferences":[${records.join(',')}]}`;
    setTimeout(() => json(response, body), latency);
  } else {
    response.writeHead(404).end();
  }
}

function answerFile(request: IncomingMessage, response: ServerResponse): void {
  const file = files.find((candidate) => request.url === `/${path.basename(candidate)}`);
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { size } = statSync(file);
  const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  response.writeHead(206, {
    'content-type': 'application/octet-stream',
    'content-length': size - from,
    'content-range': `bytes ${from}-${size - 1}/${size}`,
    etag: `"${path.basename(file)}"`,
  });
  createReadStream(file, { start: from, highWaterMark: 1024 * 1024 }).pipe(response);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const filesPort = await listen(createServer(answerFile));
const apiPort = await listen(
  createServer((request, response) => answerApi(request, response, `http://127.0.0.1:${filesPort}`)),
);
process.stdout.write(`${JSON.stringify({ apiPort, filesPort })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
