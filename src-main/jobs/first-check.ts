import { type DocketError, type ErrorCode, networkCodes } from '../../src-preload/contract/errors.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { ExportReport, ProviderClient } from '../providers/provider.ts';
import { maskReference } from './mask-reference.ts';

/** The vendor couldn't be asked, or was in no state to answer: says nothing of the reference. */
const unheard: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...networkCodes,
  'rate-limited',
  'vendor-unavailable',
  'answer-empty',
  'answer-malformed',
  'answer-too-large',
]);

/**
 * A first look at a reference that a person typed: the vendor's report, or why none came. Throws what the person must
 * hear now: 'not-found', 'export-gone' (collected and closed already), refusals, a missing secret.
 */
export async function firstCheck(
  client: ProviderClient,
  reference: string,
  secret: boolean,
  signal: AbortSignal,
): Promise<ExportReport | DocketError> {
  const subject = secret ? maskReference(reference) : reference;
  try {
    const report = (await client.check([reference], signal)).get(reference);
    if (report === undefined) throw new Failure('answer-malformed');
    if (report instanceof Error) throw report;
    if (report.state.kind !== 'gone') return report;
    throw new Failure(report.acknowledged === true ? 'export-gone' : 'not-found', { subject });
  } catch (error) {
    signal.throwIfAborted();
    const told = asDocketError(error);
    if (unheard.has(told.code)) return told;
    throw told.code === 'not-found' ? new Failure('not-found', { subject, cause: error }) : error;
  }
}

export function answersFirstCheck(answer: ExportReport | DocketError): answer is ExportReport {
  return 'state' in answer;
}
