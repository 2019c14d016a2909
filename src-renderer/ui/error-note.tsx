import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { useNow } from '../state/now.ts';
import { errorText } from '../words/errors.ts';
import { ErrorDetail } from './error-detail.tsx';
import { Spoken } from './spoken.tsx';

const useStyles = makeStyles({
  title: { display: 'block' },
  bar: { flexShrink: 0 },
  // The name of a file has no place to break, and the panel beside the list is narrow.
  body: { overflowWrap: 'anywhere' },
});

export interface ErrorNoteProps {
  readonly error: DocketError;
  readonly intent?: 'error' | 'warning';
  /** When Docket tries again by itself, epoch ms. */
  readonly goesOnAt?: number | undefined;
  /** What the person can do about it; a verb on a button. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly dismiss?: { readonly label: string; readonly run: () => void } | undefined;
}

/** An error where it belongs: what happened, why, the next step; folded, the vendor's or the system's own word. */
export function ErrorNote({ error, intent = 'error', goesOnAt, action, dismiss }: ErrorNoteProps) {
  const styles = useStyles();
  const now = useNow(error.action?.kind === 'wait' || goesOnAt !== undefined ? 'second' : 'coarse');
  const text = errorText(error, now, goesOnAt);
  return (
    <Spoken news={text.title} text={`${text.title}. ${text.reason} ${text.nextStep}`}>
      <MessageBar intent={intent} layout="multiline" shape="rounded" className={styles.bar}>
        <MessageBarBody className={styles.body}>
          <MessageBarTitle className={styles.title}>{text.title}</MessageBarTitle>
          {text.reason} {text.nextStep}
          <ErrorDetail error={error} />
        </MessageBarBody>
        {(action !== undefined || dismiss !== undefined) && (
          <MessageBarActions
            {...(dismiss === undefined
              ? {}
              : {
                  containerAction: (
                    <Button
                      size="small"
                      appearance="transparent"
                      icon={<DismissRegular />}
                      aria-label={dismiss.label}
                      onClick={dismiss.run}
                    />
                  ),
                })}
          >
            {action !== undefined && (
              <Button size="small" onClick={action.run}>
                {action.label}
              </Button>
            )}
          </MessageBarActions>
        )}
      </MessageBar>
    </Spoken>
  );
}
