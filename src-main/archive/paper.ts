import type { Saved } from '../../src-preload/contract/review-save.ts';
import { Failure } from '../ports/failure.ts';
import { put, writeNewFile } from '../review/new-file.ts';
import type { SavePlace } from '../review/save-place.ts';
import type { Receipts } from './receipts.ts';

/** The page that the window shows, on paper. Both reject with whatever the system says. */
export interface PaperPorts {
  readonly toPdf: () => Promise<Uint8Array>;
  /** False when the person cancelled. */
  readonly print: () => Promise<boolean>;
}

/** A receipt's page, printed or saved: the window shows the page, main puts it on paper. */
export function createPaper(ports: {
  readonly paper: PaperPorts;
  readonly receipts: Pick<Receipts, 'get'>;
  readonly place: Pick<SavePlace, 'save'>;
  /** Where a save dialog begins when the receipt's own folder isn't known. */
  readonly folder: () => string;
}) {
  const onPaper = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw new Failure('print-failed', {
        ...(thrown instanceof Error ? { detail: thrown.message.slice(0, 200) } : {}),
        action: { kind: 'try-again' },
        cause: thrown,
      });
    }
  };

  return {
    async print(jobId: string): Promise<boolean> {
      ports.receipts.get(jobId);
      return onPaper(ports.paper.print);
    },

    async savePdf(jobId: string, fileName: string): Promise<Saved> {
      const { files } = ports.receipts.get(jobId);
      return ports.place.save({
        folder: files[0]?.folder ?? ports.folder(),
        name: fileName,
        format: 'pdf',
        async write(part) {
          const pdf = await onPaper(ports.paper.toPdf);
          await writeNewFile(part, (stream) => put(stream, pdf));
          return { rows: 0 };
        },
      });
    },
  };
}
