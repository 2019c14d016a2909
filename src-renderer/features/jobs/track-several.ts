import type { DocketError, Result } from '../../../src-preload/contract/errors.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { type Referred, readReferences } from './read-references.ts';

/** One line of a paste, and what came of it. */
export interface Tracked extends Referred {
  readonly result:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'asking' }
    | { readonly kind: 'no-number' }
    /** The same number stands further up. */
    | { readonly kind: 'twice' }
    | { readonly kind: 'added'; readonly title: string }
    | { readonly kind: 'refused'; readonly error: DocketError };
}

export function trackedLines(text: string): readonly Tracked[] {
  const seen = new Set<string>();
  return readReferences(text).map((line): Tracked => {
    if (line.reference === null) return { ...line, result: { kind: 'no-number' } };
    if (seen.has(line.reference)) return { ...line, result: { kind: 'twice' } };
    seen.add(line.reference);
    return { ...line, result: { kind: 'waiting' } };
  });
}

/** Asks for one after another, so that a vendor's limits are kept; `tell` hears after each. What is on the list stays there. */
export async function trackAll(
  lines: readonly Tracked[],
  track: (reference: string) => Promise<Result<JobView>>,
  tell: (lines: readonly Tracked[]) => void,
): Promise<readonly Tracked[]> {
  let now = lines;
  const put = (index: number, result: Tracked['result']) => {
    now = now.map((line, at) => (at === index ? { ...line, result } : line));
    tell(now);
  };
  for (const [index, { reference, result }] of lines.entries()) {
    if (reference === null || (result.kind !== 'waiting' && result.kind !== 'refused')) continue;
    put(index, { kind: 'asking' });
    const answer = await track(reference);
    put(
      index,
      answer.ok ? { kind: 'added', title: answer.value.title } : { kind: 'refused', error: answer.error },
    );
  }
  return now;
}

/** How many came onto the list, and how many need another look. */
export function outcomeOf(lines: readonly Tracked[]): { readonly added: number; readonly failed: number } {
  const added = lines.filter(({ result }) => result.kind === 'added').length;
  const failed = lines.filter(
    ({ result }) => result.kind === 'refused' || result.kind === 'no-number',
  ).length;
  return { added, failed };
}

/** As it may be shown: of a number that is a secret no more digits than the list shows. */
export function shownReference(reference: string, secret: boolean): string {
  if (!secret) return reference;
  const shown = reference.length >= 8 ? 4 : reference.length >= 4 ? 2 : 0;
  return `••••${reference.slice(reference.length - shown)}`;
}
