import { html, json, type PracticeReply } from '../http/reply.ts';
import type { CrayonKnobs } from './knobs.ts';

const texts = {
  400: { code: 'INVALID_REQUEST', message: 'The request is invalid' },
  401: { code: 'UNAUTHORIZED', message: 'Authorization has been denied for this request.' },
  404: { code: 'NOT_FOUND', message: 'Not found' },
  405: { code: 'METHOD_NOT_ALLOWED', message: 'The requested resource does not support this method.' },
} as const;

/** An error in the vendor's form (Error and InternalError of its SDK), or with an empty or an HTML body. */
export function crayonError(
  status: keyof typeof texts,
  body: CrayonKnobs['errorBody'],
  member?: string,
): PracticeReply {
  if (body === 'empty') return { status };
  const { code, message } = texts[status];
  if (body === 'html')
    return html(
      status,
      `<!DOCTYPE html><html><head><title>${message}</title></head><body><h2>${status} - ${message}</h2></body></html>`,
    );
  const objectErrors =
    member === undefined
      ? []
      : [{ ErrorCode: 'INVALID_VALUE', Message: `${member} is invalid`, Parameters: { Property: member } }];
  return json(status, { ErrorCode: code, Message: message, Parameters: {}, ObjectErrors: objectErrors });
}
