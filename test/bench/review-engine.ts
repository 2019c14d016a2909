import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AskInput, AskName, AskOutput, Message, TableState } from '../../src-main/review/protocol.ts';

const program = fileURLToPath(new URL('../../out/main/review-worker.cjs', import.meta.url));

/** The built review engine in a process of its own, asked as the app asks it. */
export function startEngine(folder: string, limits: { memoryMegabytes: number; threads: number }) {
  const child: ChildProcess = fork(program, [JSON.stringify({ folder, limits })], {
    serialization: 'advanced',
  });
  const waiting = new Map<number, (message: Message) => void>();
  const states = new Map<string, TableState>();
  let news: () => void = () => {};
  let nextId = 1;
  child.on('message', (message: Message) => {
    if (message.kind === 'changed') {
      states.set(message.handle, message.state);
      news();
    } else if (message.kind !== 'trouble') waiting.get(message.id)?.(message);
  });
  return {
    async ask<A extends AskName>(name: A, input: AskInput<A>): Promise<AskOutput<A>> {
      const id = nextId++;
      const answer = await new Promise<Message>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, do: name, input });
      });
      waiting.delete(id);
      if (answer.kind !== 'answer') throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value as AskOutput<A>;
    },
    /** Settles when the table is read and its columns' types are judged. */
    async typed(handle: string): Promise<void> {
      while (states.get(handle)?.typesKnown !== true) {
        await new Promise<void>((resolve) => {
          news = resolve;
        });
      }
      states.delete(handle);
    },
    /** Settles when the process has used next to no processor time for a while. */
    async idle(): Promise<void> {
      const used = () => {
        const fields = readFileSync(path.join('/proc', String(child.pid), 'stat'), 'utf8').split(') ')[1];
        return (fields ?? '')
          .split(' ')
          .slice(11, 13)
          .reduce((sum, ticks) => sum + Number(ticks), 0);
      };
      // What is done behind a table begins when nobody has asked anything for some seconds.
      for (let before = -10; used() - before > 2; ) {
        before = used();
        await new Promise((resolve) => setTimeout(resolve, 4000));
      }
    },
    /** Resident memory, bytes. */
    memory(): number {
      const status = readFileSync(path.join('/proc', String(child.pid), 'status'), 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    },
    stop: () => child.kill(),
  };
}
export type RunningEngine = ReturnType<typeof startEngine>;
