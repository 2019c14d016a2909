import { Body1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    flexGrow: 1,
    padding: tokens.spacingVerticalXXXL,
    textAlign: 'center',
  },
  picture: { color: tokens.colorNeutralForeground4, fontSize: '48px', lineHeight: 0 },
  title: { margin: 0 },
  // Fluent's text components begin their lines at the start; here they are centred with the rest.
  text: { color: tokens.colorNeutralForeground2, maxWidth: '46ch', textAlign: 'center', textWrap: 'balance' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalL },
});

export interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  readonly picture?: ReactNode;
  readonly children?: ReactNode;
}

/** Where nothing is: what would be here, and how to bring it about. */
export function EmptyState({ title, text, picture, children }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {picture !== undefined && (
        <div className={styles.picture} aria-hidden="true">
          {picture}
        </div>
      )}
      <Subtitle1 as="h2" className={styles.title}>
        {title}
      </Subtitle1>
      <Body1 className={styles.text}>{text}</Body1>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
