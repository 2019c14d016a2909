import { z } from 'zod';
import type { RequestOf } from '../../../src-preload/contract/requests.ts';
import { Failure } from '../../ports/failure.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { lowerKeys } from '../http/lower-keys.ts';
import { parseJsonAnswer } from '../http/parse-json-answer.ts';

/** The body of an initiate call; what isn't asked for is left out, since the vendor checks every field that is there. */
export function initiateBody(request: RequestOf<'mypreferences'>): string {
  return JSON.stringify({
    ...(request.lastDateTime === undefined ? {} : { LastDateTime: request.lastDateTime }),
    ...(request.matchCriteria === undefined ? {} : { MatchCriteria: request.matchCriteria }),
    ...(request.matchType === undefined ? {} : { MatchType: request.matchType }),
    ...(request.values === undefined ? {} : { Values: request.values }),
  });
}

const answerSchema = z.preprocess(
  lowerKeys,
  z.object({ accesstoken: z.union([z.number().nonnegative(), z.string().regex(/^\d{1,100}$/)]) }),
);

/**
 * The access token of an initiate answer, digit for digit: an integer that may pass 2^53, where a JavaScript number
 * would become its neighbour.
 */
export function accessTokenOf(answer: HttpAnswer): string {
  const { accesstoken } = parseJsonAnswer(answer, answerSchema);
  if (typeof accesstoken === 'string') return accesstoken;
  if (Number.isSafeInteger(accesstoken)) return String(accesstoken);
  // The parsed value says which of several matches is the member that counts.
  for (const match of answer.text.matchAll(/(?<!\\)"accesstoken"\s*:\s*(\d+)(?=\s*[,}])/gi)) {
    if (match[1] !== undefined && Number(match[1]) === accesstoken) return match[1];
  }
  throw new Failure('answer-malformed', { detail: 'AccessToken' });
}
