import path from 'node:path';
import { utilityProcess } from 'electron';
import type { WorkerProcess } from '../review/review-service.ts';

/** Starts the review engine in a process of its own. https://www.electronjs.org/docs/latest/api/utility-process */
export function spawnReviewProcess(outFolder: string): (folder: string) => WorkerProcess {
  return (folder) => {
    const child = utilityProcess.fork(path.join(outFolder, 'main', 'review-worker.cjs'), [folder], {
      serviceName: 'Docket review',
    });
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
