import {
  type Connection,
  type ConnectionDraft,
  type ConnectionTest,
  type ConnectionView,
  type SecretField,
  secretFieldsOf,
} from '../../src-preload/contract/connections.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { HistoryKind } from '../../src-preload/contract/history.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { withinTime } from '../ports/time-limit.ts';
import type { ProviderClient } from '../providers/provider.ts';
import type { ConnectionStore } from './connection-store.ts';
import { checkDraft, goesElsewhere, speaksOfAnotherAccount, typedSecretsOf } from './draft-rules.ts';
import { changeSecrets } from './secret-change.ts';

/** The accounts that a person's exports come from. Every method throws `Failure`. */
export interface ConnectionService {
  list(): Promise<readonly ConnectionView[]>;
  get(id: string): Connection | null;
  /** Secrets first, all or none, then the connection: a connection without its secrets is never kept. */
  save(draft: ConnectionDraft): Promise<ConnectionView>;
  test(id: string): Promise<ConnectionTest>;
  /** Whether Docket collects by itself what becomes ready from now on. */
  collectAutomatically(id: string, on: boolean): Promise<ConnectionView>;
  /** Forgets the connection and its secrets; its exports, files and history stay. */
  remove(id: string): Promise<void>;
}

export interface ConnectionServiceParts {
  readonly store: ConnectionStore;
  readonly secrets: SecretStore;
  readonly desk: { clientFor(connection: Connection): ProviderClient; drop(connectionId: string): void };
  readonly book: Pick<JobBook, 'all' | 'update'>;
  readonly history: Pick<Ledger['history'], 'append'>;
  readonly clock: Clock;
  readonly ids: () => string;
  /** The operating system's user, for the history. */
  readonly user: string;
  readonly log: Log;
  /** After a save, a removal, or a test's answer. */
  readonly onChange: (connectionId: string) => void;
}

const testWithin = 30_000;

export function createConnectionService(parts: ConnectionServiceParts): ConnectionService {
  const { store, secrets, desk, book, clock } = parts;
  const lastTests = new Map<string, ConnectionTest>();
  let tail: Promise<unknown> = Promise.resolve();

  /** Changes run one after another: a removal can't fall between a save's secrets and its connection. */
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = tail.then(change);
    tail = done.catch(() => undefined);
    return done;
  }

  function known(id: string): Connection {
    const connection = store.get(id);
    if (connection === null) throw new Failure('connection-not-found');
    return connection;
  }

  function exportsOf(id: string): readonly Job[] {
    return book.all().filter((job) => job.connectionId === id);
  }

  async function view(connection: Connection): Promise<ConnectionView> {
    const places = secretFieldsOf(connection.config).map(async (field) => ({
      field,
      place: await secrets.placeOf(accountOf(connection.id, field)),
    }));
    return {
      ...connection,
      secrets: await Promise.all(places),
      lastTest: lastTests.get(connection.id) ?? null,
      exports: exportsOf(connection.id).length,
    };
  }

  function record(connection: Connection, kind: HistoryKind): void {
    parts.history.append({
      at: clock.now(),
      by: parts.user,
      kind,
      jobId: null,
      title: connection.name,
      connectionName: connection.name,
      provider: connection.config.provider,
      practice: connection.practice,
      rows: null,
      files: null,
      bytes: null,
      fingerprint: null,
      note: null,
    });
  }

  /** Throws `secret-missing` with the field when the connection would be left without one that it needs. */
  async function checkNothingMissing(
    draft: ConnectionDraft,
    before: Connection | null,
    typed: readonly SecretField[],
  ) {
    const moved = before !== null && goesElsewhere(before.config, draft.config);
    for (const field of secretFieldsOf(draft.config)) {
      if (typed.includes(field)) continue;
      const missing =
        before === null || moved || (await secrets.placeOf(accountOf(before.id, field))) === 'missing';
      if (missing) {
        throw new Failure('secret-missing', {
          subject: field,
          ...(moved ? { detail: 'address-changed' } : {}),
        });
      }
    }
  }

  async function save(draft: ConnectionDraft): Promise<ConnectionView> {
    const before = draft.id === undefined ? null : known(draft.id);
    checkDraft(draft, before);
    // What became of a commit can only be asked of the account that it was sent to.
    if (before !== null && speaksOfAnotherAccount(before.config, draft.config))
      refuseUnsettled(exportsOf(before.id));
    const typed = typedSecretsOf(draft);
    await checkNothingMissing(
      draft,
      before,
      typed.map(([field]) => field),
    );
    const connection: Connection = {
      id: before?.id ?? parts.ids(),
      name: draft.name,
      config: draft.config,
      practice: false,
      createdAt: before?.createdAt ?? clock.now(),
      ...(before?.collectsSince === undefined ? {} : { collectsSince: before.collectsSince }),
    };
    const written = typed.map(([field, value]) => [accountOf(connection.id, field), value] as const);
    const undo = await changeSecrets(secrets, written, parts.log);
    try {
      store.put(connection);
    } catch (thrown) {
      await undo();
      throw thrown;
    }
    // A client keeps its sign-in and address: the next call makes a new one.
    desk.drop(connection.id);
    lastTests.delete(connection.id);
    if (before !== null) await forgetUnused(before, connection);
    if (before !== null && before.name !== connection.name) {
      for (const job of exportsOf(connection.id)) book.update(job.id, { connectionName: connection.name });
    }
    record(connection, before === null ? 'connection-added' : 'connection-changed');
    parts.onChange(connection.id);
    return view(connection);
  }

  async function remove(id: string): Promise<void> {
    const connection = known(id);
    if (connection.practice) throw new Failure('connection-invalid', { subject: connection.name });
    const exports = exportsOf(id);
    refuseWhileBusy(exports);
    const accounts = [
      ...secretFieldsOf(connection.config).map((field) => accountOf(id, field)),
      // An access token of MyPreferences is a secret too, and of no use without the connection.
      ...(connection.config.provider === 'mypreferences' ? exports : []).map((job) =>
        accountOf(id, `export.${job.id}`),
      ),
    ];
    const undo = await changeSecrets(
      secrets,
      accounts.map((account) => [account, null] as const),
      parts.log,
    );
    try {
      // The keychain may have taken its time.
      refuseWhileBusy(exportsOf(id));
      store.remove([id]);
    } catch (thrown) {
      await undo();
      throw thrown;
    }
    desk.drop(id);
    lastTests.delete(id);
    const gone: DocketError = { code: 'connection-not-found', subject: connection.name };
    // As they are now: the keychain may have taken its time.
    for (const job of exportsOf(id)) {
      if (job.commit.kind !== 'committed') book.update(job.id, { checkError: gone });
    }
    record(connection, 'connection-removed');
    parts.onChange(connection.id);
  }

  return {
    list: () => Promise.all(store.list().map(view)),
    get: (id) => store.get(id),

    save: (draft) => inTurn(() => save(draft)),
    remove: (id) => inTurn(() => remove(id)),

    collectAutomatically: (id, on) =>
      inTurn(async () => {
        const { collectsSince, ...connection } = known(id);
        if (on === (collectsSince !== undefined)) return view(known(id));
        store.put(on ? { ...connection, collectsSince: clock.now() } : connection);
        // The client was made for the connection as it was; a test speaks of the same account still.
        desk.drop(id);
        parts.onChange(id);
        return view(known(id));
      }),

    async test(id) {
      const connection = known(id);
      let outcome: ConnectionTest['outcome'];
      try {
        const client = desk.clientFor(connection);
        await withinTime(clock, testWithin, (signal) => client.test(signal));
        outcome = { kind: 'works' };
      } catch (thrown) {
        outcome = { kind: 'fails', error: asDocketError(thrown) };
      }
      const test: ConnectionTest = { at: clock.now(), outcome };
      // The answer is for what was tested; what was saved since is not tested yet.
      if (store.get(id) === connection) {
        lastTests.set(id, test);
        parts.onChange(connection.id);
      }
      return test;
    },
  };

  /** Takes away the secrets of an authorization that was changed for another. The connection is saved by then. */
  async function forgetUnused(before: Connection, after: Connection): Promise<void> {
    const used = secretFieldsOf(after.config);
    for (const field of secretFieldsOf(before.config)) {
      if (used.includes(field)) continue;
      const account = accountOf(after.id, field);
      await secrets
        .remove(account)
        .catch(() => parts.log.warn('An unused secret stays in the keychain', { account }));
    }
  }
}

function accountOf(connectionId: string, field: string): string {
  return `${connectionId}/${field}`;
}

/** Throws while something of these is under way, or a commit is not settled and needs the connection to be. */
function refuseWhileBusy(jobs: readonly Job[]): void {
  refuseUnsettled(jobs);
  const busy = jobs.find(
    ({ retrieval }) => retrieval.kind === 'collecting' || retrieval.kind === 'verifying',
  );
  if (busy !== undefined) throw new Failure('job-busy', { subject: busy.title });
}

function refuseUnsettled(jobs: readonly Job[]): void {
  const sending = jobs.find(({ commit }) => commit.kind === 'committing');
  if (sending !== undefined) throw new Failure('commit-running', { subject: sending.title });
  const unknown = jobs.find(({ commit }) => commit.kind === 'unknown');
  if (unknown === undefined) return;
  const action = { kind: 'settle-commit', jobId: unknown.id } as const;
  throw new Failure('commit-unknown', { subject: unknown.title, action });
}
