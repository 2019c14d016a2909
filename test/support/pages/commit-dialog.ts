import type { Page } from '@playwright/test';
import { startingWith, words } from './shown-words.ts';

/** The irreversible step, and what came of it. */
export function commitDialog(page: Page) {
  const dialog = page.getByRole('alertdialog');
  /** "Commit 12,431 records", up to its count. */
  const [verb = ''] = words.commit.verb({ rows: 7, files: [] } as never).split('7');
  return {
    dialog,
    cancel: dialog.getByRole('button', { name: words.commit.cancel }),
    close: dialog.getByRole('button', { name: words.commit.close, exact: true }),
    /** The verb with its count: "Commit 12,431 records". */
    commit: dialog.getByRole('button', { name: startingWith(verb) }),
    keep: dialog.getByRole('checkbox').and(dialog.getByLabel(/^(Ask|Leave)\s/)),
    ownReview: dialog.getByRole('checkbox', { name: words.commit.ownReview }),
    remark: dialog.getByRole('textbox', { name: words.review.remark }),
    committed: (title: string) => dialog.getByText(words.receipt.committed(title)),
    decide: dialog.getByRole('button', { name: words.unsettled.decide }),
    unknown: dialog.getByText(words.unsettled.title),
  };
}

/** A person's own word on a commit that the vendor can't speak of. */
export function decideDialog(page: Page) {
  const dialog = page.getByRole('alertdialog');
  const say = words.unsettled;
  return {
    dialog,
    done: (vendor: string) => dialog.getByRole('radio', { name: say.done(vendor) }),
    notDone: dialog.getByRole('radio', { name: say.notDone }),
    remark: dialog.getByRole('textbox', { name: say.remark }),
    cancel: dialog.getByRole('button', { name: say.cancel }),
    goOn: dialog.getByRole('button', { name: say.goOn }),
    back: dialog.getByRole('button', { name: say.back }),
    verb: (outcome: 'done' | 'not-done') => dialog.getByRole('button', { name: say.verb[outcome] }),
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
