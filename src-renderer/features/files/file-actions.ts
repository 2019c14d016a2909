import type { Result } from '../../../src-preload/contract/errors.ts';
import type { ListedFile } from '../../../src-preload/contract/files.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellError } from '../../state/messages.ts';
import { goTo, showJob, useView } from '../../state/view-store.ts';

export type FileAction = 'reveal' | 'open' | 'review' | 'receipt' | 'export';

/** What can be done with a file as it stands; the first is what opening its line does. */
export function actionsOf(file: ListedFile): readonly FileAction[] {
  const here = file.presence === 'here' || file.presence === 'changed';
  return [
    ...(here && file.onList ? (['review'] as const) : []),
    ...(here ? (['open', 'reveal'] as const) : []),
    ...(file.committedAt === null ? [] : (['receipt'] as const)),
    ...(file.onList ? (['export'] as const) : []),
  ];
}

export function runFileAction(file: ListedFile, action: FileAction): void {
  switch (action) {
    case 'reveal':
      void tellIfFailed(docket().files.reveal(file.id));
      return;
    case 'open':
      void tellIfFailed(docket().files.openExternally(file.id));
      return;
    case 'review':
      goTo({ screen: 'review', jobId: file.jobId });
      return;
    case 'receipt':
      goTo({ screen: 'receipt', jobId: file.jobId, from: useView.getState().route });
      return;
    case 'export':
      showJob(file.jobId);
  }
}

async function tellIfFailed(call: Promise<Result<undefined>>): Promise<void> {
  const answer = await ask(call);
  if (!answer.ok) tellError(answer.error);
}
