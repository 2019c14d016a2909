import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';

/** All forms in which a secret could lie about. */
function formsOf(secret: string): readonly (readonly [form: string, bytes: Buffer])[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [
    ['plain', Buffer.from(secret)],
    ['JSON', Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ['URL', Buffer.from(encodeURIComponent(secret))],
    ['form', Buffer.from(new URLSearchParams({ a: secret }).toString().slice(2))],
    ['base64', Buffer.from(base64.slice(0, -1))],
    ['base64url', Buffer.from(Buffer.from(secret).toString('base64url').slice(0, -1))],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ['hex', Buffer.from(Buffer.from(secret).toString('hex'))],
  ];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Every place but the keychain and the collected records. */
function placesOf(world: MainWorld): ReadonlyMap<string, Buffer> {
  const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  return new Map([
    ...filesBelow(world.profile).map((path) => [path, readFileSync(path)] as const),
    ...filesBelow(join(world.root, 'Documents')).map((path) => [`name ${path}`, text(path)] as const),
    ['log', text(world.logged)],
    ['failures', text(world.failures)],
    ['events', text(world.events)],
    ['history', text(world.history())],
    ['views', text(world.book.all().map((job) => world.view(job.id)))],
  ]);
}

it('no secret is found in the ledger, a settings file, a log, a failure, an event, the history or a view', {
  timeout: 30_000,
}, async () => {
  const world = await openMainWorld();
  const { mypreferences, mytracker, crayon } = world.vendors;
  const wrong = 'a-wrong-password-of-kim';

  const preferences = await world.collected('mypreferences');
  const tracker = await world.collected('mytracker');
  const report = await world.collected('crayon');
  const { draft } = world.draftOf('mypreferences');
  if (draft.config.provider !== 'mypreferences') throw new Error('another vendor');
  const { oauth } = mypreferences.credentials;
  const oauthConnection = await world.ask('connections.save', {
    name: 'By OAuth',
    config: {
      ...draft.config,
      authorization: {
        kind: 'oauth2',
        oauthClientId: oauth.clientId,
        tokenUrl: mypreferences.tokenUrl,
        scope: oauth.scope,
        credentialsIn: 'body',
      },
    },
    secrets: { oauthClientSecret: oauth.clientSecret },
  });
  const second = await world.ready('mypreferences', oauthConnection.id);

  // Everything that goes wrong and quotes what it was asked with, and for good measure the secret behind it.
  const tokens = mypreferences.snapshot().map(({ token }) => token);
  const { sharedKey } = mypreferences.credentials;
  const { secretKey } = mytracker.credentials;
  const { clientSecret, password } = crayon.credentials;
  const all = [...tokens, sharedKey, oauth.clientSecret, secretKey, clientSecret, password];
  const echo = (status: number, ...words: readonly string[]) => {
    const told = `refused: ${words.join(' ')}`;
    const body = JSON.stringify({ Message: told, code: status, data: { error: { detail: told } } });
    return { kind: 'answer', status, body, times: 8 } as const;
  };
  for (const status of [400, 403, 404, 500]) {
    const [first = '', other = ''] = tokens;
    mypreferences.faults.add({ ...echo(status, first, sharedKey), match: first });
    mypreferences.faults.add({ ...echo(status, other, oauth.clientSecret), match: other });
    mypreferences.faults.add({ ...echo(status, oauth.clientSecret), match: 'oauth2', skip: 1 });
    mytracker.faults.add(echo(status, secretKey));
    crayon.faults.add(echo(status, clientSecret, password));
    mypreferences.revokeTokens();
    crayon.revokeTokens();
    for (const id of [preferences, tracker, report, second]) {
      await world.ask('jobs.check', id).catch(() => {});
    }
    await world.ask('retrievals.start', second).catch(() => {});
    await world.pass(20_000);
    await world
      .ask('jobs.track', { connectionId: oauthConnection.id, reference: '123123123' })
      .catch(() => {});
    await world
      .ask('jobs.start', {
        connectionId: oauthConnection.id,
        request: { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' },
      })
      .catch(() => {});
    await world.commit(preferences).catch(() => {});
    await world.ask('connections.test', oauthConnection.id).catch(() => {});
    for (const vendor of [mypreferences, mytracker, crayon]) vendor.faults.clear();
  }
  const crayonDraft = world.draftOf('crayon').draft;
  const bad = await world.connect('crayon', { secrets: { ...crayonDraft.secrets, password: wrong } });
  await world.ask('connections.test', bad);
  const rejected = { ...crayonDraft, secrets: { ...crayonDraft.secrets, password: wrong, nothing: wrong } };
  await world.ask('connections.save', rejected).catch(() => {});
  await world
    .ask('connections.save', { ...crayonDraft, secrets: { password: wrong.repeat(200) } })
    .catch(() => {});
  await world.commit(tracker).catch(() => {});
  await world.commit(report).catch(() => {});

  expect(world.failures.length).toBeGreaterThan(3);
  const secrets = [
    ...mypreferences.snapshot().map(({ token }) => token),
    ...all.slice(tokens.length),
    `${crayon.credentials.clientId}:${crayon.credentials.clientSecret}`,
    `${oauth.clientId}:${oauth.clientSecret}`,
    wrong,
  ];
  const sent = [mypreferences, mytracker, crayon].flatMap(({ requests }) =>
    requests.flatMap(({ headers }) => headers.authorization?.split(/[\s:]|Signature=/).at(-1) ?? []),
  );
  const found: string[] = [];
  for (const [place, bytes] of placesOf(world)) {
    for (const [n, secret] of [...secrets, ...new Set(sent)].entries()) {
      for (const [form, wanted] of formsOf(secret)) {
        if (wanted.length >= 6 && bytes.includes(wanted)) {
          const at = bytes.indexOf(wanted);
          found.push(
            `secret ${n} as ${form} in ${place}: ${bytes.toString('latin1', Math.max(0, at - 80), at)}`,
          );
        }
      }
    }
  }
  expect([...new Set(found)]).toEqual([]);
});
