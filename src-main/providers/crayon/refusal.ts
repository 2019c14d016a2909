import { z } from 'zod';
import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { Failure } from '../../ports/failure.ts';
import { codeOfStatus, type HttpAnswer } from '../http/http-client.ts';
import { lowerKeys } from '../http/lower-keys.ts';

/** Error and InternalError of the vendor's SDK: https://github.com/CrayonGroup/crayon-api-sdk */
const errorSchema = z.preprocess(
  lowerKeys,
  z.object({
    errorcode: z.string().nullish(),
    message: z.string().nullish(),
    objecterrors: z
      .array(z.object({ errorcode: z.string().nullish(), message: z.string().nullish() }))
      .nullish()
      .catch(null),
  }),
);

/**
 * What an answer of 400 or more says. An empty body and one that isn't JSON are normal with this vendor, as its SDK
 * shows: then the status alone speaks.
 */
export function refusalOf(
  answer: HttpAnswer,
  about: { readonly subject: string; readonly hide: (text: string) => string; readonly code?: ErrorCode },
): Failure {
  const words = vendorWords(answer.text);
  const code = about.code ?? codeOfStatus(answer.status);
  return new Failure(code, {
    subject: about.subject,
    // The sign-in was accepted before: what is refused now is what this user may do.
    ...(code === 'sign-in-refused' || code === 'permission-denied' ? { suspects: ['permission'] } : {}),
    detail: words === null ? `HTTP ${answer.status}` : about.hide(words),
  });
}

/** `Message (ErrorCode)` and those of its parts; null when the body holds nothing of the kind. */
export function vendorWords(text: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const error = errorSchema.safeParse(parsed).data;
  if (error === undefined) return null;
  const lines = [error, ...(error.objecterrors ?? [])].map(line).filter((words) => words !== '');
  return lines.length === 0 ? null : lines.join('; ');
}

function line(error: {
  readonly errorcode?: string | null | undefined;
  readonly message?: string | null | undefined;
}): string {
  const message = error.message?.trim() ?? '';
  const code = error.errorcode?.trim() ?? '';
  if (message === '' || code === '') return message + code;
  return `${message} (${code})`;
}
