import type { Page } from '@playwright/test';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  callSchemas,
} from '../../src-preload/contract/calls.ts';

/** A call over the bridge of a running app, as its page makes it; what the app refuses is thrown by its code. */
export async function ask<C extends CallName>(
  page: Page,
  name: C,
  ...input: CallInput<C> extends undefined ? [] : [CallInput<C>]
): Promise<CallOutput<C>> {
  const result: unknown = await page.evaluate(
    ([call, value]) => {
      const [room = '', verb = ''] = String(call).split('.');
      const docket: Record<string, Record<string, (given: unknown) => Promise<unknown>>> = Reflect.get(
        globalThis,
        'docket',
      );
      return docket[room]?.[verb]?.(value);
    },
    [name, input[0]] as const,
  );
  if (typeof result !== 'object' || result === null || !('ok' in result))
    throw new Error(`${name}: no answer`);
  if (result.ok === true && 'value' in result)
    return callSchemas[name].output.parse(result.value) as CallOutput<C>;
  throw new Error(`${name}: ${JSON.stringify('error' in result ? result.error : result)}`);
}
