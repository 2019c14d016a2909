import path from 'node:path';
import { utilityProcess } from 'electron';
import type { Start } from '../review/protocol.ts';
import type { WorkerProcess } from '../review/worker-link.ts';

/** Starts the review engine in a process of its own. https://www.electronjs.org/docs/latest/api/utility-process */
export function spawnReviewProcess(outFolder: string): (start: Start) => WorkerProcess {
  return (start) => {
    const child = utilityProcess.fork(
      path.join(outFolder, 'main', 'review-worker.cjs'),
      [JSON.stringify(start)],
      {
        serviceName: 'Docket review',
      },
    );
    return {
      send: (request) => child.postMessage(request),
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', listener);
      },
      kill: () => {
        child.kill();
      },
    };
  };
}
