import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Start } from '../../../src-main/review/protocol.ts';
import type { WorkerProcess } from '../../../src-main/review/worker-link.ts';
import { openMainWorld } from '../../support/main-world.ts';

/** The process that tables are open in, as a child of this one. */
function realProcess(started: ChildProcess[]) {
  return (start: Start): WorkerProcess => {
    const child = fork(path.resolve('src-main/review/worker.ts'), [JSON.stringify(start)], {
      stdio: 'ignore',
    });
    started.push(child);
    return {
      send: (request) => void child.send(request),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    };
  };
}

// Two real processes are started in it.
it('a transfer takes no notice of the death of the process that tables are open in', async () => {
  const started: ChildProcess[] = [];
  let killAt = Number.POSITIVE_INFINITY;
  let writes = 0;
  const world = await openMainWorld({
    practice: { rows: { rowsPerPart: 500, parts: 2 } },
    spawnReview: realProcess(started),
    disk: (disk) => ({
      ...disk,
      openWriter: async (name, keep) => {
        const writer = await disk.openWriter(name, keep);
        return {
          ...writer,
          async write(bytes) {
            await writer.write(bytes);
            writes += 1;
            const [engine] = started;
            if (writes !== killAt || engine === undefined) return;
            const ended = once(engine, 'exit');
            engine.kill('SIGKILL');
            await ended;
          },
        };
      },
    }),
  });
  const connection = await world.connect('mytracker');
  const looked = await world.ready('mytracker', connection);
  await world.collect(looked);
  const { handle } = await world.ask('review.open', { jobId: looked });
  const page = { handle, offset: 0, limit: 3 };
  const before = await world.ask('review.rows', page);
  expect(before.rows).toHaveLength(3);

  const other = await world.ready('mytracker', connection);
  const requests = world.vendors.mytracker.requests.length;
  // Whatever is written next belongs to the second one: the process dies within it.
  killAt = writes + 1;
  await world.collect(other);
  expect(started[0]?.signalCode).toBe('SIGKILL');
  expect(world.told(other)).toEqual(['export-tracked', 'retrieval-started', 'retrieval-collected']);
  // Nothing was asked for twice: as many requests as of a retrieval beside which nothing died.
  const asked = world.vendors.mytracker.requests.length - requests;
  const third = await world.ready('mytracker', connection);
  const beforeThird = world.vendors.mytracker.requests.length;
  await world.collect(third);
  expect(asked).toBe(world.vendors.mytracker.requests.length - beforeThird);
  const { files } = await world.ask('jobs.get', other);
  expect(files).toHaveLength(2);
  const { reference } = world.book.get(other);
  for (const [part, { folder, name }] of files.entries()) {
    expect(readFileSync(path.join(folder, name))).toEqual(
      await world.vendors.mytracker.expectedFile(reference, part),
    );
  }

  // The table was told of it, and opens again when it is asked for.
  expect(await world.ask('review.rows', page)).toEqual(before);
  expect(started).toHaveLength(2);
});
