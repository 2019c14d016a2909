import { json, type PracticeReply } from '../http/reply.ts';
import type { QuotaState } from './quotas.ts';

/** `{"code", "message", "data"}`, the envelope of every API answer; with `http200` only the body tells the code. */
export function envelope(code: number, message: string, data: unknown, http200: boolean): PracticeReply {
  return json(http200 ? 200 : code, { code, message, data });
}

export interface Replies {
  ok(data: unknown): PracticeReply;
  badRequest(detail: string): PracticeReply;
  accessDenied(): PracticeReply;
  notFound(): PracticeReply;
  methodNotAllowed(): PracticeReply;
  tooManyRequests(quotas: readonly QuotaState[]): PracticeReply;
}

export function createReplies(http200: () => boolean): Replies {
  const say = (code: number, message: string, data: unknown): PracticeReply =>
    envelope(code, message, data, http200());
  return {
    ok: (data) => say(200, 'Ok', data),
    badRequest: (detail) => say(400, 'Bad Request', { error: { detail } }),
    accessDenied: () => say(403, 'Access denied', null),
    notFound: () => say(404, 'Not Found', { error: { detail: 'Raw export request not found' } }),
    methodNotAllowed: () => say(405, 'Method Not Allowed', null),
    tooManyRequests: (quotas) => say(429, 'Too Many Requests', { error: { info: { quotas } } }),
  };
}
