import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnectionRoster } from '../../src-main/connections/connection-roster.ts';
import { createConnectionService } from '../../src-main/connections/connection-service.ts';
import { openConnectionStore } from '../../src-main/connections/connection-store.ts';
import { createSecretStore } from '../../src-main/credentials/create-secret-store.ts';
import { createJobBook } from '../../src-main/jobs/create-job-book.ts';
import type { Job } from '../../src-main/jobs/job.ts';
import { openLedger } from '../../src-main/jobs/sqlite-ledger.ts';
import { silentLog } from '../../src-main/ports/log.ts';
import type { ProviderClient } from '../../src-main/providers/provider.ts';
import type { ConfigOf, ConnectionConfig, ConnectionDraft } from '../../src-preload/contract/connections.ts';
import { createFakeKeychain } from './fake-keychain.ts';
import { createMemoryFile } from './memory-file.ts';
import { sampleConnection } from './sample-job.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** A secret that may be found in the keychain and nowhere else. */
export const canary = 'canary-7f3a';
export const crayon: ConnectionConfig = {
  provider: 'crayon',
  baseUrl: 'https://api.crayon.example',
  clientId: 'client',
  userName: 'kim@example.com',
  downloadAs: 'bytes',
};
export const tracker: ConnectionConfig = sampleConnection().config;
export const oauth: ConfigOf<'mypreferences'> = {
  provider: 'mypreferences',
  baseUrl: 'https://pm.example/Profiles/v4',
  clientId: 'ACME',
  userId: 'Kim',
  authorization: {
    kind: 'oauth2',
    oauthClientId: 'id',
    tokenUrl: 'https://sign-in.example/token',
    scope: 'ACME/Kim',
    credentialsIn: 'header',
  },
  preset: 'v4',
  paths: { initiate: '/a', status: '/b', data: '/c', commit: '/d' },
  pageSize: 1000,
};
export const signed: ConnectionConfig = {
  ...oauth,
  authorization: { kind: 'pnauthinfo3', algorithm: 'SHA256', clockBehindSeconds: 5, timestamp: 'utc-z' },
};

/** The connection service over a real ledger, a file in memory, and a keychain that fails when told to. */
export function openConnectionWorld(jobs: readonly Job[] = []) {
  const dir = mkdtempSync(join(tmpdir(), 'docket-connections-'));
  const clock = createVirtualClock();
  const { ledger } = openLedger({ file: join(dir, 'ledger.sqlite'), clock });
  const book = createJobBook({ ledger, clock, user: 'kim', nextCheckAt: () => null });
  for (const job of jobs) book.add(job);
  const keychain = createFakeKeychain();
  const secrets = createSecretStore({ keychain });
  const file = createMemoryFile('connections.json');
  const roster = createConnectionRoster(openConnectionStore(file).store, () => {});
  const dropped: string[] = [];
  const answers = { test: async (_signal: AbortSignal): Promise<void> => undefined };
  const changed: string[] = [];
  let made = 0;
  const service = createConnectionService({
    store: roster,
    secrets,
    desk: {
      clientFor: () => ({ test: (signal: AbortSignal) => answers.test(signal) }) as ProviderClient,
      drop: (id) => dropped.push(id),
    },
    book,
    history: ledger.history,
    clock,
    ids: () => `id-${++made}`,
    user: 'kim',
    log: silentLog,
    onChange: (id) => changed.push(id),
  });
  const told = () => ledger.history.list({}).entries.map(({ kind, title, by }) => [kind, title, by]);
  /** Everything that is kept anywhere but in the keychain. */
  const elsewhere = () =>
    `${file.text} ${JSON.stringify(ledger.history.list({}))} ${JSON.stringify(book.all())}`;
  return {
    clock,
    book,
    keychain,
    secrets,
    file,
    roster,
    dropped,
    answers,
    service,
    told,
    elsewhere,
    changed,
    close() {
      ledger.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type ConnectionWorld = ReturnType<typeof openConnectionWorld>;

export const draft = (over: Partial<ConnectionDraft> = {}): ConnectionDraft => ({
  name: 'Games',
  config: tracker,
  secrets: { secretKey: canary },
  ...over,
});
