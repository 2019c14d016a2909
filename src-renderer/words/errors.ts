import type { DocketError, ErrorCode } from '../../src-preload/contract/errors.ts';
import { appErrors } from './en/errors-app.ts';
import { diskErrors } from './en/errors-disk.ts';
import { exportErrors } from './en/errors-exports.ts';
import { networkErrors } from './en/errors-network.ts';
import type { ErrorText, ErrorWords } from './error-text.ts';
import { duration, until } from './time.ts';

/** A code without words does not compile. */
const errorWords: Readonly<Record<ErrorCode, ErrorWords>> = {
  ...networkErrors,
  ...exportErrors,
  ...diskErrors,
  ...appErrors,
};

/**
 * Where the error says until when to wait, the next step says how long that is; where Docket tries again by itself, when
 * that will be.
 */
export function errorText(error: DocketError, now: number, goesOnAt?: number): ErrorText {
  const text = errorWords[error.code](error.subject, error.detail);
  if (goesOnAt !== undefined) {
    const again = `Docket tries again ${until(goesOnAt, now)}`;
    return {
      ...text,
      nextStep:
        text.meanwhile === undefined ? `Nothing needs doing: ${again}.` : `${text.meanwhile}; ${again}.`,
    };
  }
  if (error.action?.kind !== 'wait' || error.action.until <= now) return text;
  return { ...text, nextStep: `Requests are allowed again in ${duration(error.action.until - now)}.` };
}
