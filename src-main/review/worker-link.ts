import type { z } from 'zod';
import type { ReviewTask } from '../../src-preload/contract/review.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import {
  type AskInput,
  type AskName,
  type AskOutput,
  askSchemas,
  messageSchema,
  type Request,
  type Start,
  type TableState,
} from './protocol.ts';

/** The review process as a port: a utility process in the app, a child process in tests. */
export interface WorkerProcess {
  send(request: Request): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface WorkerLinkPorts {
  readonly spawn: (start: Start) => WorkerProcess;
  readonly start: Start;
  readonly log: Log;
  readonly onChanged: (handle: string, state: TableState, task: ReviewTask | null) => void;
  /** The process has ended, and nobody asked it to. */
  readonly onEnded: () => void;
  /** Something failed in the process that belongs to no question. */
  readonly onTrouble: (trouble: Failure) => void;
}

/** Asks the review process, which is started by the first question. */
export function createWorkerLink({ spawn, start, log, onChanged, onEnded, onTrouble }: WorkerLinkPorts) {
  let worker: WorkerProcess | null = null;
  let generation = 0;
  let nextId = 1;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  function end(reason: Failure): WorkerProcess | null {
    const ended = worker;
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    return ended;
  }

  function listen(message: unknown): void {
    const parsed = messageSchema.safeParse(message);
    if (!parsed.success) {
      log.error('the review process said something that is no answer');
      return;
    }
    const said = parsed.data;
    if (said.kind === 'changed') {
      onChanged(said.handle, said.state, said.task);
      return;
    }
    if (said.kind === 'trouble') {
      log.error('the review process met an error that nothing waited for', {
        name: said.name,
        code: said.error.code,
      });
      onTrouble(new Failure(said.error.code, said.error));
      return;
    }
    const question = waiting.get(said.id);
    waiting.delete(said.id);
    if (said.kind === 'answer') question?.resolve(said.value);
    else question?.reject(new Failure(said.error.code, said.error));
  }

  function begin(): WorkerProcess {
    const process = spawn(start);
    generation += 1;
    process.onMessage((message) => {
      if (worker === process) listen(message);
    });
    process.onExit(() => {
      if (worker !== process) return;
      log.warn('the review process ended by itself');
      end(new Failure('review-stopped', { action: { kind: 'try-again' } }));
      onEnded();
    });
    return process;
  }

  return {
    /** Counts the processes; a table is open in one of them only. Null when none runs. */
    generation: () => (worker === null ? null : generation),
    async ask<A extends AskName>(name: A, input: AskInput<A>): Promise<AskOutput<A>> {
      worker ??= begin();
      const id = nextId++;
      const current = worker;
      const value = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        current.send({ id, do: name, input });
      });
      const schema: z.ZodType = askSchemas[name].output;
      return schema.parse(value) as AskOutput<A>;
    },
    /** Ends the process, if one runs; its memory goes back to the computer. */
    stop(): void {
      end(new Failure('review-closed'))?.kill();
    },
  };
}
