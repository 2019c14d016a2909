import { Failure } from '../../ports/failure.ts';

/** Whether an answer is a page for people: the sign-in of a hotel network, a gateway's error page. */
export function isHtml(headers: Headers, start: string): boolean {
  const text = start.trimStart().slice(0, 200).toLowerCase();
  if (/^(<!doctype html|<html|<head|<body)/.test(text)) return true;
  return /\btext\/html\b|\bxhtml\b/i.test(headers.get('content-type') ?? '') && text.startsWith('<');
}

/**
 * A download that calls itself HTML is looked at before anyone writes it to disk: the sign-in page of a network is told
 * from a file that a careless server labels so (PHP's default type is text/html).
 */
export async function refusePages(
  headers: Headers,
  body: AsyncIterableIterator<Uint8Array>,
  host: string,
): Promise<AsyncIterable<Uint8Array>> {
  if (!/html/i.test(headers.get('content-type') ?? '')) return body;
  const first = await body.next();
  if (first.done === true) return body;
  if (isHtml(headers, new TextDecoder().decode(first.value))) {
    await body.return?.();
    throw new Failure('not-the-vendor', { subject: host });
  }
  return (async function* () {
    yield first.value;
    for await (const chunk of body) yield chunk;
  })();
}
