import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../support/docket-test.ts';
import type { LaunchedDocket } from '../support/launch-docket.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';

test('no secret is found in a file of the profile, an answer or event to the page, the page itself, or what the app prints', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const { mypreferences, mytracker, crayon } = vendors;
  const token = mypreferences.addExport();
  const id = mytracker.addExport();
  crayon.addItem({ state: 'processed' });
  const canaries = [
    token,
    mypreferences.credentials.sharedKey,
    mypreferences.credentials.oauth.clientSecret,
    mytracker.credentials.secretKey,
    crayon.credentials.clientSecret,
    crayon.credentials.password,
  ];
  const spellings = canaries.flatMap(spellingsOf);
  const launched = await docket.launch();
  await recordMessages(launched);
  const pages = docketPages(launched.window);
  const noneIn = (text: string, where: string) => {
    for (const spelling of spellings) {
      // Not by `toContain`: a failure would print all of the text.
      expect(text.includes(spelling), `${spelling.slice(0, 4)}… in ${where}`).toBe(false);
    }
  };

  await pages.connect(vendors, 'mypreferences');
  const form = await pages.openConnectionForm('mypreferences');
  const byOAuth = words.connections.choices.authorization.oauth2;
  await form.dialog.getByRole('radio', { name: byOAuth }).click();
  await form.type({
    name: 'Newsletter by OAuth',
    clientId: mypreferences.credentials.clientId,
    userId: mypreferences.credentials.userId,
    oauthClientId: mypreferences.credentials.oauth.clientId,
    oauthClientSecret: mypreferences.credentials.oauth.clientSecret,
    tokenUrl: mypreferences.tokenUrl,
    baseUrl: mypreferences.baseUrls.v4,
  });
  await form.saveAndTest.click();
  await expect(form.works('Newsletter by OAuth')).toBeVisible();
  await form.close.click();
  await pages.connect(vendors, 'mytracker');
  await pages.connect(vendors, 'crayon');
  noneIn(await launched.window.content(), 'the page after connecting');

  // Vendors that repeat in their refusal what they were asked with.
  const refusal = (match: RegExp, ...words: string[]) =>
    ({
      kind: 'answer',
      status: 400,
      body: JSON.stringify({ Message: `No such thing: ${words.join(' ')}` }),
      match,
      times: Number.POSITIVE_INFINITY,
    }) as const;
  const { sharedKey, oauth } = mypreferences.credentials;
  mypreferences.revokeTokens();
  crayon.revokeTokens();
  const takeBacks = [
    mypreferences.faults.add(refusal(/oauth2/, oauth.clientSecret)),
    mypreferences.faults.add(refusal(/v4/, token, sharedKey)),
    mytracker.faults.add(refusal(/./, mytracker.credentials.secretKey)),
    crayon.faults.add(refusal(/./, crayon.credentials.clientSecret, crayon.credentials.password)),
  ];
  await pages.navigation.goTo('connections');
  for (const name of ['Newsletter', 'Newsletter by OAuth', 'Games', 'Licences']) {
    await pages.connections.test(name).click();
    await expect(pages.connections.row(name)).not.toContainText(words.connections.testing);
  }
  noneIn(await launched.window.content(), 'the page after refused tests');
  await pages.navigation.goTo('exports');
  await pages.exports.newExport.click();
  await pages.newExport.chooseConnection('Newsletter', words.vendors.name('mypreferences'));
  await pages.newExport.have.click();
  await pages.newExport.reference('mypreferences').fill(token);
  await pages.newExport.title.fill('Opt-ins');
  await pages.newExport.add.click();
  await pages.newExport.dialog.getByText(words.app.details, { exact: true }).click();
  await expect(pages.newExport.dialog.getByText('No such thing')).toBeVisible();
  noneIn(await launched.window.content().then(withoutBoxes), 'a refusal in the dialog');
  for (const takeBack of takeBacks) takeBack();
  await pages.newExport.add.click();
  await expect(pages.newExport.dialog).toBeHidden();
  await pages.exports.panel('Opt-ins').getByRole('button', { name: words.panel.details }).click();
  await expect(
    pages.exports.panel('Opt-ins').getByText(words.panel.reference, { exact: true }),
  ).toBeVisible();
  noneIn(await launched.window.content(), 'the panel with its details');
  await pages.exports.closePanel('Opt-ins');

  await pages.collect('Opt-ins');
  await pages.markReviewed('Opt-ins');
  await pages.openCommit('Opt-ins');
  await pages.commit.commit.click();
  await expect(pages.commit.committed('Opt-ins')).toBeVisible();
  noneIn(await launched.window.content(), 'the receipt');
  await pages.commit.close.click();
  await pages.exports.newExport.click();
  await pages.newExport.chooseConnection('Games', words.vendors.name('mytracker'));
  await pages.newExport.have.click();
  await pages.newExport.reference('mytracker').fill(id);
  await pages.newExport.title.fill('Installs');
  await pages.newExport.add.click();
  await expect(pages.newExport.dialog).toBeHidden();
  await pages.exports.closePanel('Installs');
  await pages.collect('Installs');
  await pages.navigation.goTo('history');
  await expect(pages.history.entry('committed', 'Opt-ins')).toBeVisible();
  noneIn(await launched.window.content(), 'the history');

  const messages = await recordedMessages(launched);
  expect(messages.length).toBeGreaterThan(20);
  noneIn(messages.join('\n'), 'an answer or event to the page');
  // The net is no hole: what is no secret is caught in it.
  expect(messages.join('\n')).toContain(mypreferences.credentials.clientId);
  await expectCleanFiles(docket.profileDir, spellings);
  await launched.app.close();
  await expectCleanFiles(docket.profileDir, spellings);
  noneIn(launched.output(), 'stdout or stderr');
});

/** The page without what the person typed into its boxes. */
function withoutBoxes(html: string): string {
  return html.replace(/<input\b[^>]*>/g, '');
}

/** As it is, in addresses, in JSON, and as base64 (plain, and from within a longer text). */
function spellingsOf(secret: string): readonly string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1);
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      encodeURIComponent(secret).replaceAll('%20', '+'),
      JSON.stringify(secret).slice(1, -1),
      base64(secret),
      // Within a longer text the secret may begin at any of three places of a group.
      base64(` ${secret}`).slice(4),
      base64(`  ${secret}`).slice(4),
    ]),
  ];
}

/** Puts every answer and event that main sends to the page onto a list in main. */
async function recordMessages({ app }: LaunchedDocket): Promise<void> {
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'seenMessages', seen);
    type Handler = (...args: unknown[]) => unknown;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    for (const [channel, handler] of [...handlers]) {
      handlers.set(channel, async (...args) => {
        const answer = await handler(...args);
        seen.push(JSON.stringify(answer));
        return answer;
      });
    }
    for (const window of BrowserWindow.getAllWindows()) {
      const contents = window.webContents;
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...args: unknown[]) => {
        seen.push(JSON.stringify(args));
        send(channel, ...args);
      };
    }
  });
}

function recordedMessages({ app }: LaunchedDocket): Promise<readonly string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'seenMessages') as string[]);
}

/** Reads every file below the profile as bytes: as UTF-8 and as UTF-16. */
async function expectCleanFiles(profileDir: string, spellings: readonly string[]): Promise<void> {
  const entries = await readdir(profileDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(files.map((file) => path.basename(file))).toEqual(
    expect.arrayContaining(['ledger.sqlite', 'connections.json', 'docket.log']),
  );
  let caught = 0;
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (bytes.includes('PRACTICE_CORP')) caught += 1;
    for (const spelling of spellings) {
      const found = bytes.includes(spelling, 0, 'utf8') || bytes.includes(spelling, 0, 'utf16le');
      expect(found, `${spelling.slice(0, 4)}… in ${path.relative(profileDir, file)}`).toBe(false);
    }
  }
  // The net is no hole: the client ID, which is no secret, is caught in it.
  expect(caught).toBeGreaterThan(0);
}
