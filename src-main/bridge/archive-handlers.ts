import type { CallName } from '../../src-preload/contract/calls.ts';
import type { Archive } from '../archive/create-archive.ts';
import type { Handlers } from './dispatch.ts';

type ArchiveCalls = Extract<
  CallName,
  | `receipts.${string}`
  | `history.${string}`
  | 'files.list'
  | 'files.outline'
  | 'files.cleanUpPlan'
  | 'files.cleanUp'
  | 'files.stopCleanUp'
  | 'files.revealSaved'
>;

/** The calls about receipts, the collected files and the history. */
export function createArchiveHandlers(
  archive: Archive,
  reveal: (file: string) => void,
): Pick<Handlers, ArchiveCalls> {
  const { receipts, cleanUp, paper, history } = archive;
  return {
    'files.list': (query) => archive.files(query),
    'files.outline': async (filter) => archive.outline(filter),
    'files.cleanUpPlan': (before) => cleanUp.plan(before),
    'files.cleanUp': ({ fileIds }) => cleanUp.run(fileIds),
    'files.stopCleanUp': async () => {
      cleanUp.stop();
      return undefined;
    },
    'files.revealSaved': async (savedId) => {
      reveal(archive.place.placeOf(savedId));
      return undefined;
    },

    'receipts.get': async (jobId) => receipts.get(jobId),
    'receipts.check': (jobId) => receipts.check(jobId),
    'receipts.stopCheck': async (jobId) => {
      receipts.stopCheck(jobId);
      return undefined;
    },
    'receipts.print': (jobId) => paper.print(jobId),
    'receipts.savePdf': ({ jobId, fileName }) => paper.savePdf(jobId, fileName),

    'history.list': async (query) => history.list(query),
    'history.outline': async (filter) => history.outline(filter),
    'history.facets': async () => history.facets(),
    'history.saveAs': (input) => archive.saveHistory(input),
  };
}
