import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { chooseDownloadsFolder } from '../../state/app-store.ts';
import { goTo } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { runJobCall } from './job-deeds.ts';

/** What an error offers to do, ready for a button. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

/** Turns the error's action, which is data, into the deed. `again` repeats what was tried, where that is known. */
export function remedyOf(error: DocketError, again?: () => void): Remedy | null {
  const action = error.action;
  switch (action?.kind) {
    case undefined:
    case 'try-again':
      // Trying again changes nothing of it.
      if (error.code === 'commit-too-late') return null;
      return again === undefined ? null : { label: words.errorActions.tryAgain, run: again };
    case 'edit-connection': {
      const { connectionId } = action;
      return {
        label: words.errorActions.editConnection,
        run: () => goTo({ screen: 'connections', open: { connectionId } }),
      };
    }
    case 'choose-folder':
      return { label: words.errorActions.chooseFolder, run: () => void chooseDownloadsFolder() };
    case 'repeat-export':
      return { label: words.errorActions.repeatExport, run: () => void runJobCall(action.jobId, 'repeat') };
    case 'collect-again':
      return { label: words.errorActions.collectAgain, run: () => void runJobCall(action.jobId, 'collect') };
    case 'settle-commit':
      return { label: words.errorActions.settleCommit, run: () => void runJobCall(action.jobId, 'settle') };
    case 'wait':
      return null;
  }
}
