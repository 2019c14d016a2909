import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SecretField } from '../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { Refusal } from '../../src-renderer/words/test-findings.ts';
import { expect, test } from '../support/docket-test.ts';
import { detailsFor } from '../support/pages/connections.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { words } from '../support/pages/shown-words.ts';

const wrong = 'not-the-right-one-4711';

const cases: readonly (readonly [ProviderId, SecretField, Refusal])[] = [
  ['crayon', 'password', 'crayon-user'],
  ['mypreferences', 'sharedKey', 'shared-key'],
  ['mytracker', 'secretKey', 'tracker-any'],
];

for (const [vendor, field, refusal] of cases) {
  test(`a wrong ${field} of ${vendor} is said in words, and once corrected it works`, async ({ docket }) => {
    const vendors = await docket.vendors();
    const { window } = await docket.launch();
    const pages = docketPages(window);
    const form = await pages.openConnectionForm(vendor);
    const details = detailsFor(vendors, vendor);
    await form.type({ ...details, [field]: wrong });
    await form.saveAndTest.click();

    const said = words.connectionTest.refusal(refusal);
    await expect(form.doesNotWork).toBeVisible();
    await expect(form.dialog.getByText(/refused|sign(ed)? in/i).first()).toBeVisible();
    await expect(form.dialog.getByText(said.reason)).toBeVisible();
    await expect(form.dialog.getByText(said.nextStep)).toBeVisible();
    // What was typed is gone from the form; the box says that a secret is kept.
    await expect(form.secret(field)).toHaveValue('');

    await form.secret(field).fill(details[field] ?? '');
    await form.saveAndTest.click();
    await expect(form.works(details.name ?? '')).toBeVisible();
    await form.close.click();

    const log = await readFile(path.join(docket.profileDir, 'logs', 'docket.log'), 'utf8').catch(() => '');
    const kept = await readFile(path.join(docket.profileDir, 'connections.json'), 'utf8');
    for (const text of [log, kept]) {
      expect(text).not.toContain(wrong);
      expect(text).not.toContain(details[field]);
    }
  });
}
