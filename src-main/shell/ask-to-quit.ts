import { dialog } from 'electron';
import type { UnderWay } from '../quitting/quit-transitions.ts';

/** The question in a box of the system's own: for a window that is hung, or gone, and can't ask it. */
export async function askToQuit(underWay: UnderWay, signal: AbortSignal): Promise<'keep-working' | 'quit'> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Docket',
    message: 'Quit Docket?',
    detail: [
      ...(underWay.transfers > 0 ? ['What is being collected goes on when you open Docket again.'] : []),
      ...(underWay.commits > 0
        ? ['A commit is being sent. Docket finds out what became of it when you open it again.']
        : []),
    ].join('\n'),
    buttons: ['Keep working', 'Quit'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1 ? 'quit' : 'keep-working';
}
