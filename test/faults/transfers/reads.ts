import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { goesOnAtOf, troubleOf } from '../../../src-renderer/features/jobs/job-steps.ts';
import { rowFacts } from '../../../src-renderer/features/jobs/row-facts.ts';
import { words } from '../../../src-renderer/words/en.ts';
import { errorText } from '../../../src-renderer/words/errors.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';

setLocale({ locale: 'en-GB', timeZone: 'UTC' });

/** What the screen says of an export, by its own words: the row, and after a bar the note beside it. */
export function whatIsRead(view: JobView, now: number): string {
  const facts = rowFacts(view, undefined, now)
    .map(({ text }) => text)
    // A time of day says nothing about a transfer.
    .filter((text) => !/^checked /.test(text));
  const row = [words.exports.stage(view), ...facts].join(' · ');
  const trouble = troubleOf(view);
  if (trouble === null) return plain(row);
  const { reason, nextStep } = errorText(trouble, now, goesOnAtOf(view));
  return plain(`${row} | ${reason} ${nextStep}`);
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
