import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { allCases } from '../faults/transfers/all-cases.ts';
import type {} from '../faults/transfers/chromium-app.ts';
import { expect, test } from '../support/docket-test.ts';
import { inRepository, type LaunchedDocket, launchDocket } from '../support/launch-docket.ts';

/**
 * The table of scripted transfers once more, over the network stack that people have: Chromium's, in one Electron. Where it
 * rightly comes to something else than Node's, the case says so.
 */
let folder: string;
let docket: LaunchedDocket;

// One app for all of them.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  // Below the repository: packages with binaries of their own are found there.
  await mkdir(inRepository('out'), { recursive: true });
  folder = await mkdtemp(inRepository('out', 'transfers-'));
  await writeFile(path.join(folder, 'package.json'), '{"name":"transfers","main":"main.cjs"}');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rollupOptions: {
        input: inRepository('test/faults/transfers/chromium-app.ts'),
        external: ['electron', /^node:/, /^@photostructure\//],
        output: { format: 'cjs', entryFileNames: 'main.cjs', codeSplitting: false },
      },
    },
  });
  docket = await launchDocket({ profileDir: path.join(folder, 'profile'), appDir: folder });
});
test.afterAll(async () => {
  await docket?.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

for (const [subject, [title, cases]] of allCases.entries()) {
  test(`${title}: ${cases.length} scripted transfers over Chromium`, async () => {
    for (const [index, spec] of cases.entries()) {
      const { requests, after, state, reads, overChromium } = spec;
      if (overChromium !== undefined && 'skip' in overChromium) continue;
      const outcome = await docket.app.evaluate(
        (_electron, at) => globalThis.playTransfer(at.subject, at.index),
        { subject, index },
      );
      expect.soft(outcome, spec.name).toEqual({ requests, after, state, reads, ...overChromium });
    }
  });
}

for (const scheme of ['http', 'https']) {
  test(`a real proxy that wants a sign-in is told from the vendor, over ${scheme}`, async () => {
    const url = `${scheme}://vendor.example/api`;
    expect(await docket.app.evaluate((_electron, at) => globalThis.askThroughProxy(at), url)).toBe(
      'proxy-sign-in',
    );
  });
}
