import type { Page } from '@playwright/test';
import { words } from './shown-words.ts';

/** The irreversible step, and what came of it. */
export function commitDialog(page: Page) {
  const dialog = page.getByRole('alertdialog');
  return {
    dialog,
    cancel: dialog.getByRole('button', { name: words.commit.cancel }),
    close: dialog.getByRole('button', { name: words.commit.close, exact: true }),
    /** The verb with its count: "Commit 12,431 records". */
    commit: dialog.getByRole('button', { name: /^Commit\s/ }),
    keep: dialog.getByRole('checkbox'),
    committed: (title: string) => dialog.getByText(words.receipt.committed(title)),
    unknown: dialog.getByText(words.commit.unknown),
  };
}

/** A receipt, looked at again. */
export function receiptDialog(page: Page) {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    showInHistory: dialog.getByRole('button', { name: words.receipt.showInHistory }),
    done: dialog.getByRole('button', { name: words.receipt.done }),
  };
}
