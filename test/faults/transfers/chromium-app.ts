import { type AddressInfo, createServer } from 'node:net';
import { app, BrowserWindow, type Session, session } from 'electron';
import { Failure } from '../../../src-main/ports/failure.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { createHttpClient } from '../../../src-main/providers/http/create-http-client.ts';
import { createLimiter } from '../../../src-main/providers/http/limiter.ts';
import { createNetFetch } from '../../../src-main/shell/net-fetch.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { allCases } from './all-cases.ts';
import { runCase } from './run-case.ts';
import type { Outcome } from './transfer-case.ts';

/** What the test can ask of this small app, which has nothing of Docket but what collects. */
declare global {
  /** Plays a scripted transfer over Chromium's network stack. */
  var playTransfer: (subject: number, index: number) => Promise<Outcome | string>;
  /** The error code that a call gets through a proxy which wants a sign-in. */
  var askThroughProxy: (url: string) => Promise<string>;
}

let played = 0;

app.whenReady().then(() => {
  globalThis.playTransfer = async (subject, index) => {
    const spec = allCases[subject]?.[1][index];
    if (spec === undefined) return 'no such case';
    played += 1;
    // Sessions of its own: no case finds an open connection of another.
    const name = `case-${played}`;
    const fetch = createNetFetch((partition) => session.fromPartition(`${name}-${partition}`));
    const stated = spec.overChromium !== undefined && 'state' in spec.overChromium ? spec.overChromium : {};
    return runCase({ ...spec, ...stated }, fetch).catch((error: unknown) => String(error));
  };
  globalThis.askThroughProxy = async (url) => {
    const proxy = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () =>
        socket.end(
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
        ),
      );
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    const own: Session = session.fromPartition(`proxied-${port}`);
    await own.setProxy({ proxyRules: `127.0.0.1:${port}`, proxyBypassRules: '<-loopback>' });
    const clock = createVirtualClock();
    const client = createHttpClient({
      fetch: createNetFetch(() => own),
      clock,
      log: silentLog,
      random: () => 0,
      limiter: createLimiter({}, clock),
      provider: 'mytracker',
    });
    try {
      const { signal } = new AbortController();
      const answer = await client.send({ method: 'GET', url, retry: 'never', signal });
      return `HTTP ${answer.status}`;
    } catch (error) {
      return error instanceof Failure ? error.code : String(error);
    } finally {
      proxy.close();
    }
  };
  void new BrowserWindow().loadURL('data:text/html,<h1>Ready</h1>');
});
