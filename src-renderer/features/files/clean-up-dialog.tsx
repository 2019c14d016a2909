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
import { useEffect, useState } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { CleanUpAge } from '../../words/kinds.ts';
import { size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { CleanUpPlanView, Stayed } from './clean-up-parts.tsx';
import { type CleanUpState, useCleanUp } from './use-clean-up.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '600px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  verb: { whiteSpace: 'nowrap', flexShrink: 0 },
  age: { '& > *': { width: '100%' } },
});

const ages: readonly CleanUpAge[] = ['year', 'half', 'quarter', 'month', 'any'];

/** Which old committed files go to the bin, exactly; then their way there, and what became of each. */
export function CleanUpDialog({ close }: { readonly close: () => void }) {
  const styles = useStyles();
  const say = words.files;
  const [age, setAge] = useState<CleanUpAge>('quarter');
  const { state, plan, run, stop } = useCleanUp();
  useEffect(() => plan(age), [age, plan]);
  const busy = state.kind === 'moving';
  const going = state.kind === 'planned' ? state.plan.exports.flatMap(({ fileIds }) => fileIds) : [];
  return (
    <Dialog open modalType={busy ? 'alert' : 'modal'} onOpenChange={() => !busy && close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{say.cleanUpTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            {(state.kind === 'looking' || state.kind === 'planned') && (
              <>
                <p className={styles.quiet}>{say.cleanUpIntro}</p>
                <div className={styles.age}>
                  <Choice
                    label={say.ageLabel}
                    value={age}
                    options={ages.map((each) => ({ value: each, text: say.age(each) }))}
                    onChoose={setAge}
                  />
                </div>
              </>
            )}
            <div role="status" aria-live="polite">
              <Stage state={state} again={() => plan(age)} />
            </div>
          </DialogContent>
          <DialogActions>
            {busy ? (
              <Button disabledFocusable={state.stopping} onClick={stop}>
                {state.stopping ? say.stopping : say.stop}
              </Button>
            ) : (
              <Button onClick={close}>{state.kind === 'done' ? say.close : say.cancel}</Button>
            )}
            {(state.kind === 'planned' || state.kind === 'looking') && (
              <Button
                className={styles.verb}
                appearance="primary"
                disabledFocusable={going.length === 0}
                onClick={() => run(going)}
              >
                {say.move(going.length)}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Stage({ state, again }: { readonly state: CleanUpState; readonly again: () => void }) {
  const styles = useStyles();
  const say = words.files;
  switch (state.kind) {
    case 'looking':
      return <p className={styles.quiet}>{say.looking}</p>;
    case 'failed':
      return <ErrorNote error={state.error} action={{ label: words.app.tryAgain, run: again }} />;
    case 'planned':
      return <CleanUpPlanView plan={state.plan} />;
    case 'moving':
      return (
        <>
          <p className={styles.text}>{say.moving(state.progress?.name ?? '')}</p>
          <ProgressBar
            aria-label={say.cleanUpTitle}
            {...(state.progress === null
              ? {}
              : { value: state.progress.total === 0 ? 1 : state.progress.done / state.progress.total })}
          />
          {state.progress !== null && (
            <p className={styles.quiet}>
              {say.movedOf(size(state.progress.done), size(state.progress.total))}
            </p>
          )}
        </>
      );
    case 'done': {
      const { moved, stayed, stopped } = state.result;
      return (
        <>
          <p className={styles.text}>
            {moved.files === 0 ? say.movedNone : say.moved(moved.files, size(moved.bytes))}
          </p>
          {stopped && <p className={styles.quiet}>{say.wasStopped}</p>}
          {stayed.length > 0 && <Stayed title={say.stayed(stayed.length)} files={stayed} />}
        </>
      );
    }
  }
}
