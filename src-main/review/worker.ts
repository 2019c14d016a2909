import os from 'node:os';
import { asDocketError } from '../ports/failure.ts';
import { createEngine } from './engine.ts';
import { type AskName, askSchemas, type Message, requestSchema, startSchema } from './protocol.ts';

/**
 * The review process. Started by Electron as a utility process (parentPort), or by Node as a child process in tests.
 * Its last argument says where and within which limits, as JSON.
 */
interface Port {
  on(event: 'message', listener: (message: unknown) => void): void;
  send(message: Message): void;
}

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

function connectPort(): Port {
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      on: (_event, listener) => parentPort.on('message', (event) => listener(event.data)),
      send: (message) => parentPort.postMessage(message),
    };
  }
  // A parent that has gone would leave this process behind.
  process.on('disconnect', () => process.exit());
  return {
    on: (_event, listener) => {
      process.on('message', listener);
    },
    send: (message) => {
      process.send?.(message);
    },
  };
}

/**
 * Whoever scrolls goes first: reading, judging and indexing a large table take every processor for half a minute, and
 * take only what the window leaves. Threads that are started later have it from here.
 * https://nodejs.org/api/os.html#ossetprioritypid-priority
 */
function giveWay(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that forbids it has its own idea of who goes first.
  }
}

giveWay();
const { folder, limits } = startSchema.parse(JSON.parse(process.argv.at(-1) ?? ''));
const port = connectPort();
const engine = createEngine({
  folder,
  limits,
  onChange: (handle, state, task) => port.send({ kind: 'changed', handle, state, task }),
});

// What is refused before someone listens must not take the tables with it; main writes it down.
process.on('unhandledRejection', (thrown) => {
  const error = asDocketError(thrown);
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  if (error.code !== 'cancelled') port.send({ kind: 'trouble', name, error });
});

const isAsk = (name: string): name is AskName => Object.hasOwn(askSchemas, name);

async function serve<A extends AskName>(name: A, input: unknown): Promise<unknown> {
  const answer: (typeof engine)[A] = engine[name];
  // Awaited here: a refusal handed on by itself counts as unheard in Electron's utility processes, and ends them.
  return await answer(askSchemas[name].input.parse(input) as Parameters<typeof answer>[0]);
}

port.on('message', (message) => {
  const { id, do: name, input } = requestSchema.parse(message);
  const answering = isAsk(name) ? serve(name, input) : Promise.reject(new Error('no such question'));
  answering.then(
    (value) => port.send({ kind: 'answer', id, value }),
    (thrown: unknown) => port.send({ kind: 'failed', id, error: asDocketError(thrown) }),
  );
});
