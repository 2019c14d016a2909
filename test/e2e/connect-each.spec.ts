import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SecretField } from '../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { Refusal } from '../../src-renderer/words/test-findings.ts';
import { expect, test } from '../support/docket-test.ts';
import { detailsFor } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { paste } from '../support/pages/paste.ts';
import { words } from '../support/pages/shown-words.ts';

const wrong = 'not-the-right-one-4711';

interface Case {
  readonly vendor: ProviderId;
  readonly secret: SecretField;
  readonly refusal: Refusal;
  /** What a person may have at hand, the box it is pasted into, and what it becomes there. */
  readonly pasted: readonly [text: string, into: 'clientId' | 'apiUserId', becomes: string];
}

const cases: readonly Case[] = [
  {
    vendor: 'mypreferences',
    secret: 'sharedKey',
    refusal: 'shared-key',
    pasted: [' https://pm.mypreferences.com/Profiles/v4/ACME/Programs ', 'clientId', 'ACME'],
  },
  {
    vendor: 'mytracker',
    secret: 'secretKey',
    refusal: 'tracker-any',
    pasted: [
      'curl -H "Authorization: AuthHMAC 4711:PqrQR8zsgQU9=" https://tracker.my.com/x',
      'apiUserId',
      '4711',
    ],
  },
  {
    vendor: 'crayon',
    secret: 'password',
    refusal: 'crayon-user',
    pasted: ['Client ID: 0815\nUser name: kim@example.com', 'clientId', '0815'],
  },
];

test('of each vendor: a paste is sorted in, a wrong secret is said in words, a new one is taken, a removal explained', async ({
  docket,
}) => {
  const vendors = await docket.vendors();
  const { window } = await docket.launch();
  const pages = docketPages(window);
  const secrets: string[] = [wrong];
  for (const { vendor, secret, refusal, pasted } of cases) {
    const form = await pages.openConnectionForm(vendor);
    const details = detailsFor(vendors, vendor);
    const { name = '', [secret]: right = '' } = details;
    secrets.push(right);
    const [text, into, becomes] = pasted;
    await form.box(into).focus();
    await paste(window, text);
    await expect(form.box(into)).toHaveValue(becomes);

    await form.type({ ...details, [secret]: wrong });
    await form.saveAndTest.click();
    const said = words.connectionTest.refusal(refusal);
    await expect(form.doesNotWork).toBeVisible();
    await expect(form.dialog.getByText(/refused|sign(ed)? in/i).first()).toBeVisible();
    await expect(form.dialog.getByText(said.reason)).toBeVisible();
    await expect(form.dialog.getByText(said.nextStep)).toBeVisible();
    // What was typed is gone from the form; the box says that a secret is kept.
    await expect(form.secret(secret)).toHaveValue('');
    await form.secret(secret).fill(right);
    await form.saveAndTest.click();
    await expect(form.works(name)).toBeVisible();

    // One click on: to what this account is there for.
    await form.goOn(vendor).click();
    if (vendor !== 'crayon') {
      const asking = window.getByRole('dialog', { name: words.newExport.title, exact: true });
      const account = asking.getByRole('combobox', { name: words.newExport.connection });
      await expect(account.locator('option:checked')).toContainText(name);
      await asking.getByRole('button', { name: words.newExport.cancel, exact: true }).click();
      await expect(asking).toBeHidden();
    }
    await expect(pages.navigation.item('exports')).toHaveAttribute('aria-current', 'page');
    await pages.navigation.item('connections').click();

    // Only the secret, by the menu: wrong again, and right again.
    await pages.connections.choice(name, words.connecting.changeSecret);
    await expect(form.box('name')).toHaveCount(0);
    await form.secret(secret).fill(wrong);
    await form.saveAndTest.click();
    await expect(form.doesNotWork).toBeVisible();
    await form.secret(secret).fill(right);
    await form.saveAndTest.click();
    await expect(form.works(name)).toBeVisible();
    await form.close.click();

    await pages.connections.choice(name, words.connections.remove);
    const removal = window.getByRole('alertdialog');
    for (const line of [
      words.connecting.goesAccount,
      words.connecting.staysFiles,
      words.connecting.staysHistory,
    ])
      await expect(removal.getByText(line)).toBeVisible();
    await removal.getByRole('button', { name: words.connections.removeYes }).click();
    await expect(pages.connections.row(name)).toBeHidden();
  }

  const log = await readFile(path.join(docket.profileDir, 'logs', 'docket.log'), 'utf8').catch(() => '');
  const kept = await readFile(path.join(docket.profileDir, 'connections.json'), 'utf8');
  for (const file of [log, kept]) for (const secret of secrets) expect(file).not.toContain(secret);
});
