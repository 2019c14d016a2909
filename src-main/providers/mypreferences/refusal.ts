import type { Suspect } from '../../../src-preload/contract/errors.ts';
import { Failure } from '../../ports/failure.ts';
import { codeOfStatus, type HttpAnswer } from '../http/http-client.ts';
import { lowerKeys } from '../http/lower-keys.ts';

/**
 * What an answer of 400 or more says, in the vendor's words where it has some: `{"Message": "string or null"}` on the
 * commit page, "Object" on the others.
 */
export function refusalOf(
  answer: HttpAnswer,
  about: {
    readonly refusedAs: 'clock-wrong' | 'sign-in-refused';
    readonly hide: (text: string) => string;
    /** What of ours a refused sign-in points at. */
    readonly suspects: readonly Suspect[];
    readonly subject?: string;
  },
): Failure {
  const code = answer.status === 401 ? about.refusedAs : codeOfStatus(answer.status);
  const words = vendorWords(answer.text);
  return new Failure(code, {
    detail: words === null ? `HTTP ${answer.status}` : about.hide(words),
    ...(about.subject === undefined ? {} : { subject: about.subject }),
    ...(code === 'clock-wrong' ? { suspects: ['clock'] } : {}),
    ...(code === 'sign-in-refused' ? { suspects: about.suspects } : {}),
    ...(code === 'permission-denied' ? { suspects: ['permission'] } : {}),
  });
}

function vendorWords(text: string): string | null {
  let parsed: unknown;
  try {
    parsed = lowerKeys(JSON.parse(text));
  } catch {
    return null;
  }
  if (typeof parsed === 'string') return parsed.trim() === '' ? null : parsed;
  if (typeof parsed !== 'object' || parsed === null) return null;
  for (const key of ['message', 'error_description', 'error', 'description']) {
    const words: unknown = Object.entries(parsed).find(([name]) => name === key)?.[1];
    if (typeof words === 'string' && words.trim() !== '') return words;
  }
  return null;
}
