import { expect, type Locator, type Page } from '@playwright/test';
import type { PracticeVendors } from '../../../src-main/practice/practice-vendors.ts';
import type { SecretField } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { FieldWordsName } from '../../../src-renderer/words/connection-field-names.ts';
import { exactly, words } from './shown-words.ts';

/** What a person types for one account, box by box. */
export type Details = Readonly<Partial<Record<FieldWordsName, string>>>;

/** The details that a practice vendor expects: typed like those of a real account. */
export function detailsFor(vendors: PracticeVendors, vendor: ProviderId): Details {
  switch (vendor) {
    case 'mypreferences': {
      const { credentials, baseUrls } = vendors.mypreferences;
      return {
        name: 'Newsletter',
        clientId: credentials.clientId,
        userId: credentials.userId,
        sharedKey: credentials.sharedKey,
        baseUrl: baseUrls.v4,
      };
    }
    case 'mytracker': {
      const { credentials, origin } = vendors.mytracker;
      return {
        name: 'Games',
        apiUserId: credentials.apiUserId,
        secretKey: credentials.secretKey,
        baseUrl: origin,
      };
    }
    case 'crayon': {
      const { credentials, origin } = vendors.crayon;
      return {
        name: 'Licences',
        clientId: credentials.clientId,
        clientSecret: credentials.clientSecret,
        userName: credentials.username,
        password: credentials.password,
        baseUrl: origin,
      };
    }
  }
}

/** The dialog in which an account's details are typed. */
export function connectionDialog(page: Page, vendor: ProviderId) {
  const dialog = page.getByRole('dialog');
  const box = (name: FieldWordsName): Locator => {
    const { label } = words.connections.field(vendor, name);
    // A required box has a star behind its label.
    return dialog.getByLabel(new RegExp(`^${exactly(label).source.slice(1, -1)}\\*?$`));
  };
  const advanced = dialog.getByRole('button', { name: words.connections.advanced });
  return {
    dialog,
    box,
    advanced,
    secret: (field: SecretField) => box(field),
    async type(details: Details) {
      for (const [name, value] of Object.entries(details) as [FieldWordsName, string][]) {
        // What is folded away is not in the page: the fold is opened for it.
        await expect(box(name).or(advanced).first()).toBeVisible();
        if (!(await box(name).isVisible())) await advanced.click();
        await box(name).fill(value);
      }
    },
    saveAndTest: dialog.getByRole('button', { name: words.connections.saveAndTest }),
    works: (name: string) => dialog.getByText(words.connections.savedWorksTitle(name)),
    doesNotWork: dialog.getByText(words.connections.savedFails),
    closeAnyway: dialog.getByRole('button', { name: words.connections.closeAnyway }),
    goOn: (vendor: ProviderId) =>
      dialog.getByRole('button', { name: exactly(words.connecting.goOn(vendor)) }),
    close: dialog.getByRole('button', { name: exactly(words.connections.close) }),
    sessionOnly: dialog.getByText(words.connections.sessionOnlyTitle),
    kept: dialog.getByText(words.connections.kept),
  };
}

/** The list of accounts. */
export function connectionsScreen(page: Page) {
  const row = (name: string): Locator =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  return {
    title: page.getByRole('heading', { level: 1, name: words.connections.title }),
    connect: page.getByRole('button', { name: words.connections.connect }),
    row,
    test: (name: string) =>
      page.getByRole('button', { name: words.connections.testNamed(name), exact: true }),
    edit: (name: string) =>
      page.getByRole('button', { name: words.connections.editNamed(name), exact: true }),
    async choose(vendor: ProviderId) {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words.vendors.name(vendor) })
        .click();
      return connectionDialog(page, vendor);
    },
    /** Opens a connection's menu and chooses from it. */
    async choice(name: string, entry: string) {
      await row(name)
        .getByRole('button', { name: words.app.moreActions(name) })
        .click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
    async remove(name: string) {
      await this.choice(name, words.connections.remove);
      await page.getByRole('alertdialog').getByRole('button', { name: words.connections.removeYes }).click();
    },
  };
}
