import type { Saved } from '../../src-preload/contract/review-save.ts';
import { words } from '../words/words.ts';
import { ask, docket } from './docket.ts';
import { tellDone, tellError } from './messages.ts';

/** Says what was saved and where, and offers to show it there. */
export function tellSaved(title: string, where: string, { savedId }: NonNullable<Saved>): void {
  tellDone(title, where, {
    kind: 'action',
    label: words.files.reveal,
    run: async () => {
      const answer = await ask(docket().files.revealSaved(savedId));
      if (!answer.ok) tellError(answer.error);
    },
  });
}
