import { type ErrorCode, networkCodes } from '../../../src-preload/contract/errors.ts';
import { Failure } from '../../ports/failure.ts';
import type { ExportReport } from '../provider.ts';

/** What fails for one export because of the network, the sign-in or the vendor fails for all of them. */
const connectionWide: ReadonlySet<ErrorCode> = new Set([
  ...networkCodes,
  'sign-in-refused',
  'permission-denied',
  'clock-wrong',
  'rate-limited',
  'vendor-unavailable',
  'secret-missing',
  'connection-invalid',
  'keychain-locked',
  'keychain-timeout',
  'keychain-refused',
  'keychain-unavailable',
]);

/**
 * Checks references a few at a time. A failure stands in the place of its reference; one that concerns the whole
 * connection stands in the place of all that are left, which are then not asked.
 */
export async function checkEach(
  references: readonly string[],
  check: (reference: string) => Promise<ExportReport>,
  signal: AbortSignal,
  atOnce = 4,
): Promise<ReadonlyMap<string, ExportReport | Error>> {
  const results = new Map<string, ExportReport | Error>();
  const waiting = [...new Set(references)];
  let stopped: Failure | null = null;

  async function worker(): Promise<void> {
    for (let reference = waiting.shift(); reference !== undefined; reference = waiting.shift()) {
      const outcome = stopped ?? (await check(reference).catch(asError));
      signal.throwIfAborted();
      if (outcome instanceof Failure && connectionWide.has(outcome.code)) stopped ??= outcome;
      results.set(reference, outcome);
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, worker));
  return results;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Failure('unexpected');
}
