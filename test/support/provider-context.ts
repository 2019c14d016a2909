import { Failure } from '../../src-main/ports/failure.ts';
import type { ConnectionContext } from '../../src-main/providers/provider.ts';
import type { ConnectionConfig, SecretField } from '../../src-preload/contract/connections.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export type Secrets = Readonly<Partial<Record<SecretField, string>>>;

export interface ContextBench {
  readonly context: ConnectionContext;
  readonly clock: VirtualClock;
  /** Every log line, fields included. */
  readonly logged: readonly string[];
}

/** What a provider is given, over the real network, with a clock that stands still and retries that don't pause. */
export function contextFor(
  config: ConnectionConfig,
  secrets: Secrets,
  parts: Partial<Omit<ConnectionContext, 'clock'>> & { readonly clock?: VirtualClock } = {},
): ContextBench {
  // Scripted servers date their answers by the real time.
  const clock = parts.clock ?? createVirtualClock(Date.now());
  const logged: string[] = [];
  const note = (message: string, fields?: unknown) =>
    void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  return {
    clock,
    logged,
    context: {
      connectionId: 'connection-1',
      config,
      async secret(field) {
        const value = secrets[field];
        if (value === undefined) throw new Failure('secret-missing', { subject: field });
        return value;
      },
      fetch,
      log: { info: note, warn: note, error: note },
      random: () => 0,
      ...parts,
      clock: { now: clock.now, after: (ms, run) => (ms <= 0 ? atOnce(run) : clock.after(ms, run)) },
    },
  };
}

/** With `random: () => 0` retries pause for no time at all: they need no one to move the clock. */
function atOnce(run: () => void): () => void {
  const timer = setImmediate(run);
  return () => clearImmediate(timer);
}

/** A signal that never aborts. */
export function calm(): AbortSignal {
  return new AbortController().signal;
}
