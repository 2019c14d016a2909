import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import { useJobs } from '../state/jobs-store.ts';
import { answerQuit, useQuitting } from '../state/quit-store.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0, maxWidth: '68ch', overflowWrap: 'anywhere' },
});

/** Asks once before what is under way is interrupted, and says what goes on later. Above any other dialog. */
export function QuitDialog() {
  const phase = useQuitting((state) => state.phase);
  // Main asks by other means when it doesn't hear that the question is seen.
  useEffect(() => {
    if (phase === 'asking') answerQuit('shown');
  }, [phase]);
  return phase === 'none' ? null : <Question waiting={phase === 'waiting'} />;
}

function Question({ waiting }: { readonly waiting: boolean }) {
  const styles = useStyles();
  const { collecting, committing } = useUnderWay();
  const commits = useQuitting((state) => state.commits);
  const keep = useRef<HTMLElement | null>(null);
  // Whatever the dialog shows, the harmless button holds the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a phase
  useEffect(() => keep.current?.focus(), [waiting]);
  const say = words.quit;
  const lines = waiting
    ? [say.waiting, say.waitingElse]
    : [
        ...(commits > 0 ? [say.committing(committing)] : []),
        ...(collecting.length > 0 ? [say.collecting(collecting)] : []),
        ...(commits + collecting.length === 0 ? [say.finished] : []),
      ];
  return (
    <Dialog open modalType="alert" onOpenChange={() => answerQuit('keep-working')}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{waiting ? say.waitingTitle(committing) : say.title}</DialogTitle>
          <DialogContent className={styles.content}>
            {waiting && <ProgressBar aria-label={say.waitingTitle(committing)} />}
            {lines.map((line) => (
              <p key={line} className={styles.text}>
                {line}
              </p>
            ))}
          </DialogContent>
          <DialogActions>
            <Button
              ref={(element: HTMLElement | null) => {
                keep.current = element;
              }}
              onClick={() => answerQuit('keep-working')}
            >
              {say.keepWorking}
            </Button>
            <Button appearance="primary" onClick={() => answerQuit('quit')}>
              {waiting ? say.quitNow : say.quit}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function useUnderWay(): { readonly collecting: readonly JobView[]; readonly committing: readonly JobView[] } {
  const list = useJobs((state) => state.list);
  return useMemo(() => {
    const moving = list.order['on-its-way'].flatMap((id) => list.byId.get(id) ?? []);
    return {
      collecting: moving.filter(({ stage }) => stage === 'collecting' || stage === 'checking'),
      committing: moving.filter(({ stage }) => stage === 'committing'),
    };
  }, [list]);
}
