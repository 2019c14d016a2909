import { create } from 'zustand';
import type { QuitAnswer, QuitPhase } from '../../src-preload/contract/quitting.ts';
import { ask, docket } from './docket.ts';

interface QuitState {
  readonly phase: QuitPhase;
  /** Commits that were under way when main said so last. */
  readonly commits: number;
}

/** What main asks or says about quitting. */
export const useQuitting = create<QuitState>()(() => ({ phase: 'none', commits: 0 }));

export function setQuitting({ phase, commits }: QuitState): void {
  useQuitting.setState({ phase, commits });
}

/** Main answers by what it does next: the dialog goes, changes, or the app ends. */
export function answerQuit(answer: QuitAnswer): void {
  void ask(docket().app.quit(answer));
}
