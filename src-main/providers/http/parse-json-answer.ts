import type { z } from 'zod';
import { Failure } from '../../ports/failure.ts';
import { isHtml } from './answer-kind.ts';
import type { HttpAnswer } from './http-client.ts';

/**
 * The JSON of an answer, checked against its schema. Throws `answer-empty`, `not-the-vendor` for a page meant for people,
 * or `answer-malformed` with the place that didn't fit, never with the value that stood there.
 */
export function parseJsonAnswer<T>(answer: HttpAnswer, schema: z.ZodType<T>, subject?: string): T {
  const value = parseJson(answer, subject);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'the answer' : issue.path.join('.');
  throw new Failure('answer-malformed', {
    ...about(subject),
    detail: `${place}: ${issue?.code ?? 'invalid'}`,
  });
}

/** The same for an answer of which nothing is expected but that it is JSON. */
export function parseJson(answer: HttpAnswer, subject?: string): unknown {
  if (answer.text.trim() === '') {
    throw new Failure('answer-empty', { ...about(subject), detail: `HTTP ${answer.status}` });
  }
  if (isHtml(answer.headers, answer.text)) {
    throw new Failure('not-the-vendor', { ...about(subject), detail: `HTTP ${answer.status}` });
  }
  try {
    const value: unknown = JSON.parse(answer.text);
    return value;
  } catch {
    throw new Failure('answer-malformed', { ...about(subject), detail: `HTTP ${answer.status}, not JSON` });
  }
}

function about(subject: string | undefined): { readonly subject?: string } {
  return subject === undefined ? {} : { subject };
}
