import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { Saved } from '../../../../src-preload/contract/review-save.ts';
import { announce } from '../../../state/announcements.ts';
import { ask, docket } from '../../../state/docket.ts';
import { tellError } from '../../../state/messages.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { SaveKind } from '../../../words/kinds.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { totalShown } from '../desk/desk-state.ts';
import { shownColumns } from '../desk/layout.ts';
import { excelDelimiter } from './excel-delimiter.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  done: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
});

type SaveState =
  | { readonly kind: 'running'; readonly stopping: boolean }
  | { readonly kind: 'saved'; readonly saved: NonNullable<Saved> }
  | { readonly kind: 'failed'; readonly error: DocketError };

/** Writes what is shown to a file of the person's choice; stays until it is written, stopped or put away. */
export function SaveDialog({ kind, onClose }: { readonly kind: SaveKind; readonly onClose: () => void }) {
  const styles = useStyles();
  const desk = useDesk();
  const [state, setState] = useState<SaveState>({ kind: 'running', stopping: false });
  const task = useDeskState((held) => (held.task?.kind === 'save' ? held.task : null));
  const total = useDeskState(totalShown);
  const columns = useDeskState(({ layout }) => shownColumns(layout).length);
  const begun = useRef(false);
  const writing = useRef(false);
  if (task !== null) writing.current = true;
  const close = useRef(onClose);
  close.current = onClose;
  const closing = useRef<HTMLElement | null>(null);

  const save = useCallback(async () => {
    const { table, shown, layout } = desk.store.getState();
    if (table === null || shown === null) return close.current();
    writing.current = false;
    setState({ kind: 'running', stopping: false });
    const answer = await ask(
      docket().review.saveAs({
        handle: table.handle,
        columns: [...shownColumns(layout)],
        format: kind === 'csv-excel' ? 'csv' : kind,
        ...(kind === 'csv-excel' ? { byteOrderMark: true, delimiter: excelDelimiter() } : {}),
        ...(shown.viewId === undefined ? {} : { viewId: shown.viewId }),
      }),
    );
    // No place was chosen, or it was stopped: nothing to say that the person doesn't know.
    if (answer.ok && answer.value === null) return close.current();
    if (!answer.ok && answer.error.code === 'cancelled') return close.current();
    if (answer.ok && answer.value !== null) setState({ kind: 'saved', saved: answer.value });
    if (!answer.ok) setState({ kind: 'failed', error: answer.error });
  }, [desk, kind]);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void save();
  }, [save]);

  const stop = () => {
    const handle = desk.store.getState().table?.handle;
    setState({ kind: 'running', stopping: true });
    if (handle !== undefined) void ask(docket().review.cancel({ handle, what: 'save' }));
  };
  const reveal = async (savedId: string) => {
    const answer = await ask(docket().review.revealSaved(savedId));
    if (!answer.ok) tellError(answer.error);
  };
  const running = state.kind === 'running';
  const say = words.reviewSave;
  useEffect(() => {
    // The button to stop it has gone, and the focus with it: without one Escape would lead nowhere.
    if (!running) closing.current?.focus();
  }, [running]);
  const toldOf = (saved: NonNullable<Saved>) =>
    [
      `${say.savedTitle}: ${say.saved(saved)}`,
      ...(saved.textColumns === undefined ? [] : [say.textColumns(saved.textColumns)]),
    ].join('. ');
  // A live region that comes with its words is not read out.
  const result = state.kind === 'saved' ? toldOf(state.saved) : '';
  useEffect(() => announce(result), [result]);
  return (
    <Dialog open modalType="modal" onOpenChange={() => (running ? stop() : onClose())}>
      <DialogSurface className={styles.surface} aria-busy={running}>
        <DialogBody>
          <DialogTitle>
            {state.kind === 'saved'
              ? say.savedTitle
              : state.kind === 'failed'
                ? say.failedTitle
                : say.title(kind)}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {running && (
              <>
                <p className={styles.text}>{say.what(total, columns)}</p>
                <div role="status">
                  <p className={styles.text}>
                    {state.stopping
                      ? say.stopping
                      : task !== null
                        ? say.saving(task.done, task.total)
                        : writing.current
                          ? say.saving(total, total)
                          : say.choosing}
                  </p>
                </div>
                {task !== null && (
                  <ProgressBar
                    aria-label={say.savingLabel}
                    {...(task.total === null || task.total === 0
                      ? {}
                      : { value: Math.min(1, task.done / task.total) })}
                  />
                )}
              </>
            )}
            {state.kind === 'saved' && (
              <div className={styles.done} role="status">
                <CheckmarkCircleRegular className={styles.icon} aria-hidden="true" />
                <div>
                  <p className={styles.text}>{say.place(state.saved)}</p>
                  <p className={mergeClasses(styles.text, styles.quiet)}>{say.saved(state.saved)}</p>
                  {state.saved.textColumns !== undefined && (
                    <p className={mergeClasses(styles.text, styles.quiet)}>
                      {say.textColumns(state.saved.textColumns)}
                    </p>
                  )}
                </div>
              </div>
            )}
            {state.kind === 'failed' && <ErrorNote error={state.error} />}
          </DialogContent>
          <DialogActions>
            {running && (
              <Button disabledFocusable={state.stopping} onClick={stop}>
                {say.stop}
              </Button>
            )}
            {state.kind === 'saved' && (
              <Button onClick={() => void reveal(state.saved.savedId)}>{say.reveal}</Button>
            )}
            {state.kind === 'failed' && <Button onClick={() => void save()}>{say.again}</Button>}
            {!running && (
              <Button
                ref={(element: HTMLElement | null) => {
                  closing.current = element;
                }}
                appearance="primary"
                onClick={onClose}
              >
                {say.close}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
