import { Failure } from '../ports/failure.ts';

/** Errors of the review process don't know the file's name. */
export function namedFailure(thrown: unknown, fileName: string): unknown {
  if (!(thrown instanceof Failure) || thrown.error.subject !== undefined) return thrown;
  const needsName =
    /^(review-unreadable|review-empty|review-memory|gzip-corrupt|zip-corrupt|not-a-workbook|answer-too-large)$/;
  return needsName.test(thrown.code)
    ? new Failure(thrown.code, { ...thrown.error, subject: fileName })
    : thrown;
}
