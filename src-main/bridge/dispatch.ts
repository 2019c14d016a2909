import {
  type CallName,
  type CallOutput,
  callSchemas,
  type ParsedInput,
} from '../../src-preload/contract/calls.ts';
import type { Result } from '../../src-preload/contract/errors.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';

export type Handlers = { readonly [C in CallName]: (input: ParsedInput<C>) => Promise<CallOutput<C>> };

/** Where a call comes from, as far as it matters. */
export interface Sender {
  /** The frame is the main frame of Docket's own window. */
  readonly isOwnMainFrame: boolean;
  /** The frame's URL; empty when the frame is gone. */
  readonly url: string;
}

export const appOrigin = 'app://docket';

/** Answers of these calls are too large to be parsed once more, and are built from rows parsed at the disk. */
const trustedAnswers: ReadonlySet<CallName> = new Set<CallName>(['jobs.list', 'review.rows', 'history.list']);

/** Why a call from there is refused, or null. https://www.electronjs.org/docs/latest/tutorial/security#17 */
export function refusalOf(sender: Sender): string | null {
  if (!sender.isOwnMainFrame) return 'the call does not come from the main frame of the Docket window';
  if (!sender.url.startsWith(`${appOrigin}/`)) return 'the call does not come from a page of Docket';
  return null;
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(callSchemas, name);
}

/**
 * Serves the contract: the sender, the name and the input are checked, in this order, before a room is asked. Always
 * resolves; what is refused carries its reason in `detail`.
 */
export function createDispatch(handlers: Handlers, log: Log) {
  return async (sender: Sender, name: unknown, input: unknown): Promise<Result<unknown>> => {
    try {
      const refusal = refusalOf(sender);
      if (refusal !== null) throw new Failure('call-refused', { detail: refusal });
      if (!isCallName(name)) {
        throw new Failure('call-unknown', { detail: 'no such call is declared in the contract' });
      }
      return { ok: true, value: await serve(handlers, name, input) };
    } catch (thrown) {
      const error = asDocketError(thrown);
      const about = { call: isCallName(name) ? name : 'undeclared', code: error.code };
      if (error.code === 'unexpected') {
        log.error('a call failed unexpectedly', { ...about, thrown: describeForLog(thrown) });
      } else log.info('a call was answered with an error', about);
      return { ok: false, error };
    }
  };
}

async function serve<C extends CallName>(handlers: Handlers, name: C, input: unknown): Promise<unknown> {
  const { input: inputSchema, output: outputSchema } = callSchemas[name];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    // Only paths and kinds: zod's messages can quote the value, and the value may be a secret.
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.code}`);
    throw new Failure('call-invalid', { subject: name, detail: where.join('; ') });
  }
  const handler = handlers[name];
  const answer: unknown = await handler(parsed.data as ParsedInput<C>);
  // Parsing strips what the contract doesn't name: nothing slips out by accident.
  return trustedAnswers.has(name) ? answer : outputSchema.parse(answer);
}

/** The place of a fault, without its message: a message can hold values. */
function describeForLog(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const place =
    thrown.stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? '';
  return `${thrown.name} ${place}`;
}
