import type { Page } from '@playwright/test';
import { exactly, words } from './shown-words.ts';

/** A receipt as a page: to read, to check, to print. */
export function receiptPage(page: Page) {
  const say = words.receiptPage;
  return {
    paper: (title: string) => page.getByRole('region', { name: say.page(title) }),
    check: page.getByRole('button', { name: exactly(say.check) }),
    checkAgain: page.getByRole('button', { name: exactly(say.checkAgain) }),
    savePdf: page.getByRole('button', { name: exactly(say.savePdf) }),
    print: page.getByRole('button', { name: exactly(say.print) }),
    back: page.getByRole('button', { name: exactly(say.back) }),
    found: page.getByRole('main').getByRole('status'),
  };
}
