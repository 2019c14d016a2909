import { fork } from 'node:child_process';
import path from 'node:path';
import type { AskInput, AskName, AskOutput, Message } from '../../../src-main/review/protocol.ts';

type Changed = Extract<Message, { kind: 'changed' }>;

/** The review process itself, asked as the app asks it; what it tells by itself is kept in `news`. */
export function startWorker(folder: string) {
  const limits = { memoryMegabytes: 256, threads: 1 };
  const child = fork(path.resolve('src-main/review/worker.ts'), [JSON.stringify({ folder, limits })], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (message: Message) => void>();
  const news: Changed[] = [];
  let nextId = 1;
  child.on('message', (message: Message) => {
    if (message.kind === 'changed') news.push(message);
    else if (message.kind !== 'trouble') waiting.get(message.id)?.(message);
  });
  return {
    news,
    async ask<A extends AskName>(name: A, input: AskInput<A>): Promise<AskOutput<A>> {
      const id = nextId++;
      const answer = await new Promise<Message>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, do: name, input });
      });
      if (answer.kind !== 'answer') throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value as AskOutput<A>;
    },
    stop: () => child.kill(),
  };
}
export type RunningWorker = ReturnType<typeof startWorker>;
