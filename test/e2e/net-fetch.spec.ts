import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { createNetFetch } from '../../src-main/shell/net-fetch.ts';
import { expect, test } from '../support/docket-test.ts';
import { inRepository, type LaunchedDocket, launchDocket } from '../support/launch-docket.ts';

/** A few lines of app around the shell's fetch, on the real Electron: what is tested is Chromium's network stack. */
const program = `
import { app, BrowserWindow, session } from 'electron';
import { createNetFetch } from ${JSON.stringify(inRepository('src-main/shell/net-fetch.ts'))};
app.whenReady().then(() => {
  globalThis.netFetch = createNetFetch((partition) => session.fromPartition(partition));
  void new BrowserWindow().loadURL('data:text/html,<h1>Ready</h1>');
});`;

declare global {
  var netFetch: ReturnType<typeof createNetFetch>;
}

let folder: string;
let docket: LaunchedDocket;
let server: Server;
let origin: string;
let answer: RequestListener;
let seen: string[];

// One app for all of them.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-net-'));
  await writeFile(path.join(folder, 'package.json'), '{"name":"net","main":"out/main.cjs"}');
  await writeFile(path.join(folder, 'main.ts'), program);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: path.join(folder, 'out'),
      target: 'node18',
      rollupOptions: {
        input: path.join(folder, 'main.ts'),
        external: ['electron', /^node:/],
        output: { format: 'cjs', entryFileNames: 'main.cjs' },
      },
    },
  });
  docket = await launchDocket({ profileDir: path.join(folder, 'profile'), appDir: folder });
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.beforeEach(() => {
  seen = [];
});
test.afterAll(async () => {
  await docket.kill();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('a redirect arrives as its own answer and is not followed', async () => {
  answer = (_request, response) => {
    response.writeHead(302, { location: '/elsewhere?a=1' });
    response.end();
  };
  const result = await docket.app.evaluate(async (_electron, url) => {
    const response = await globalThis.netFetch(url, { redirect: 'manual' });
    return { status: response.status, location: response.headers.get('location') };
  }, `${origin}/start`);
  expect(result).toEqual({ status: 302, location: `${origin}/elsewhere?a=1` });
  expect(seen).toEqual(['GET /start']);
});

test('a body that ends before its length fails', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000', 'content-type': 'application/gzip' });
    response.write('short');
    setImmediate(() => response.destroy());
  };
  const result = await docket.app.evaluate(async (_electron, url) => {
    try {
      const response = await globalThis.netFetch(url);
      return (await response.text()).length;
    } catch (thrown) {
      return String(thrown);
    }
  }, `${origin}/cut`);
  expect(String(result)).toContain('net::ERR_');
});

test('an abort ends a body that has stalled', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000', 'content-type': 'application/gzip' });
    response.write('begin');
  };
  const result = await docket.app.evaluate(async (_electron, url) => {
    const abort = new AbortController();
    const response = await globalThis.netFetch(url, { signal: abort.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    abort.abort();
    return reader?.read().then(
      () => 'went on',
      (thrown: Error) => thrown.name,
    );
  }, `${origin}/stall`);
  expect(result).toBe('AbortError');
});

test('headers and body go out as given, and no cookie of an earlier answer goes along', async () => {
  const received: { headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  answer = (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(200, { 'set-cookie': 'who=me' });
      response.end('{}');
    });
  };
  await docket.app.evaluate(async (_electron, url) => {
    const send = () =>
      globalThis.netFetch(url, {
        method: 'POST',
        body: 'a=%20b',
        headers: { authorization: 'AuthHMAC 1:x' },
      });
    await (await send()).text();
    await (await send()).text();
  }, `${origin}/post`);
  expect(received.map(({ body }) => body)).toEqual(['a=%20b', 'a=%20b']);
  expect(received[1]?.headers['authorization']).toBe('AuthHMAC 1:x');
  expect(received[1]?.headers['cookie']).toBeUndefined();
});

test('a POST whose connection dies without an answer is sent once, also after an earlier one went well', async () => {
  let posts = 0;
  answer = (request, response) => {
    posts += 1;
    if (posts === 1) response.end('fine');
    else request.socket.destroy();
  };
  const result = await docket.app.evaluate(async (_electron, url) => {
    await (await globalThis.netFetch(url, { method: 'POST', body: 'one' })).text();
    try {
      await globalThis.netFetch(url, { method: 'POST', body: 'two' });
      return 'answered';
    } catch (thrown) {
      return String(thrown);
    }
  }, `${origin}/commit`);
  expect(result).toContain('net::ERR_');
  expect(seen).toEqual(['POST /commit', 'POST /commit']);
});
