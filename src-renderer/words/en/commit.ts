import type { CommitPreview } from '../../../src-preload/contract/commits.ts';
import { sentence } from '../sentence.ts';
import { vendors } from '../vendors.ts';
import { momentInSentence } from './time.ts';
import { files, records } from './values.ts';

/** What is handed over, counted in what the person counts in. */
function amount(preview: Pick<CommitPreview, 'rows'> & { readonly files: number }): string {
  return preview.rows === null ? files(preview.files) : records(preview.rows);
}

/** One or two sentences on what happens at the vendor. */
function effect(preview: CommitPreview, keepFiles: boolean): readonly string[] {
  const vendor = vendors.nameOf(preview.provider);
  switch (preview.effect) {
    case 'vendor-closes':
      return [
        `You are telling ${vendor} that you have all the data.`,
        keepFiles
          ? `The export closes there; ${vendor} is asked to keep its own copy.`
          : 'The export closes there and can’t be collected again.',
      ];
    case 'sign-off-only':
      return [
        'You are signing that you have all the data. The receipt is kept on this computer.',
        `${vendor} offers no way to be told, so it isn’t told: the export stays there until it expires.`,
      ];
    case 'sign-off-may-delete':
      return [
        'You are signing that you have all the data. The receipt is kept on this computer.',
        keepFiles
          ? `The export stays in ${vendor}’s queue.`
          : `The export is then deleted from ${vendor}’s queue and can’t be collected again.`,
      ];
  }
}

export const commit = {
  title: (title: string) => `Commit “${title}”?`,
  loading: 'Putting the facts together…',
  /** "Crayon · Practice licences · no. 3436": titles can be the same. */
  whose: (it: CommitPreview) =>
    [
      vendors.nameOf(it.provider),
      it.connectionName,
      ...(it.reference === '' ? [] : [`no. ${it.reference}`]),
    ].join(' · '),
  effect,
  amount,
  facts: (preview: CommitPreview, size: string) =>
    preview.rows === null
      ? `${files(preview.files.length)} · ${size}`
      : `${records(preview.rows)} · ${files(preview.files.length)} · ${size}`,
  checked: (at: number, now: number) =>
    `${sentence(`Checked ${momentInSentence(at, now)}`)} Docket checks every byte again before it commits.`,
  savedIn: (folder: string) => `Saved in ${folder}`,
  reviewed: (who: string, at: number, now: number) => `Reviewed by ${who} ${momentInSentence(at, now)}`,
  notReviewed: 'Nobody has reviewed it yet.',
  look: 'Look at the table first',
  ownReview: 'I have reviewed this',
  remark: (text: string) => `“${text}”`,
  practice: 'This is practice. No real vendor is told anything.',
  keep: (preview: CommitPreview) =>
    preview.effect === 'sign-off-may-delete'
      ? `Leave the export in ${vendors.nameOf(preview.provider)}’s queue`
      : `Ask ${vendors.nameOf(preview.provider)} to keep its own copy`,
  verb: (preview: CommitPreview) => `Commit ${amount({ rows: preview.rows, files: preview.files.length })}`,
  cancel: 'Cancel',
  running: 'Checking the files once more, then committing. This window stays until the answer is here.',
  runningVerb: 'Committing…',
  close: 'Close',
} as const;
