import { z } from 'zod';
import { Failure } from '../../ports/failure.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { codeOfStatus } from '../http/http-client.ts';
import { parseJsonAnswer } from '../http/parse-json-answer.ts';

/** `{"code": 200, "message": "Ok", "data": …}`, the envelope of every API answer. */
const envelopeSchema = z.object({
  code: z.coerce.number().int().optional(),
  message: z.string().optional(),
  data: z.unknown().optional(),
});
const errorDataSchema = z.object({ error: z.object({ detail: z.string() }) });

export type Reply =
  | { readonly kind: 'data'; readonly data: unknown }
  /** Answers that a caller may want to understand itself. */
  | { readonly kind: 'refused'; readonly code: number; readonly detail: string; readonly failure: Failure };

/**
 * What an API answer says. The body's `code` counts before the HTTP status: the vendor's own client looks only at it.
 * Throws `answer-empty`, `answer-malformed` or `not-the-vendor` for what is no such answer.
 */
export function readReply(answer: HttpAnswer, subject: string): Reply {
  const envelope = envelopeOf(answer, subject);
  const code = envelope.code ?? answer.status;
  if (code >= 200 && code < 300) return { kind: 'data', data: envelope.data };
  const detail =
    errorDataSchema.safeParse(envelope.data).data?.error.detail ?? envelope.message ?? `HTTP ${code}`;
  // `Access denied` is said of a missing, wrong or unpermitted signature alike.
  const said = code === 401 || code === 403 ? 'sign-in-refused' : codeOfStatus(code);
  const suspects =
    said === 'sign-in-refused' ? (['apiUserId', 'secretKey', 'permission'] as const) : undefined;
  return { kind: 'refused', code, detail, failure: new Failure(said, { subject, detail, suspects }) };
}

/** The data of an answer that has to be a success. */
export function dataOf(answer: HttpAnswer, subject: string): unknown {
  const reply = readReply(answer, subject);
  if (reply.kind === 'refused') throw reply.failure;
  return reply.data;
}

function envelopeOf(answer: HttpAnswer, subject: string): z.infer<typeof envelopeSchema> {
  try {
    return parseJsonAnswer(answer, envelopeSchema, subject);
  } catch (thrown) {
    const failure = thrown instanceof Failure ? thrown : new Failure('answer-malformed', { subject });
    // A status that speaks for itself needs no body; but a page for people is nobody's API.
    if (answer.status >= 400 && failure.code !== 'not-the-vendor') {
      throw new Failure(codeOfStatus(answer.status), { subject, detail: `HTTP ${answer.status}` });
    }
    throw failure;
  }
}

/**
 * What a refused download means. The vendor doesn't say what a dead link answers: 403, 404 or 410 without its own JSON
 * reads so, as does an object store's XML. With the envelope the code counts.
 */
export function downloadRefusal(answer: HttpAnswer, subject: string): Failure | null {
  const enveloped = envelopeSchema.safeParse(jsonOf(answer.text));
  const hasEnvelope = enveloped.success && enveloped.data.code !== undefined;
  if (hasEnvelope) {
    const reply = readReply(answer, subject);
    if (reply.kind === 'data') return null;
    const gone = reply.code === 404 || reply.code === 410;
    return gone ? new Failure('link-expired', { subject, detail: reply.detail }) : reply.failure;
  }
  const dead =
    [403, 404, 410].includes(answer.status) || (answer.status === 400 && /expired/i.test(answer.text));
  return dead ? new Failure('link-expired', { subject, detail: `HTTP ${answer.status}` }) : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
