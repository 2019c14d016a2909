import { dialog } from 'electron';
import type { UnderWay } from '../quitting/quit-transitions.ts';
import type { MainWords } from '../words/en.ts';

/** The question in a box of the system's own: for a window that is hung, or gone, and can't ask it. */
export async function askToQuit(
  underWay: UnderWay,
  signal: AbortSignal,
  say: MainWords['quit'],
): Promise<'keep-working' | 'quit'> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Docket',
    message: say.title,
    detail: [
      ...(underWay.transfers > 0 ? [say.transfers] : []),
      ...(underWay.commits > 0 ? [say.commits] : []),
    ].join('\n'),
    buttons: [say.keepWorking, say.quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1 ? 'quit' : 'keep-working';
}
