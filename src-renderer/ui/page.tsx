import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHeadingFocus } from './heading-focus.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // Beyond this a row's beginning and its button lie too far apart for the eye.
  measure: {
    width: '100%',
    maxWidth: '1760px',
    marginLeft: 'auto',
    marginRight: 'auto',
    boxSizing: 'border-box',
  },
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalL}`,
    '@media (max-height: 500px)': {
      gap: tokens.spacingVerticalM,
      paddingTop: tokens.spacingVerticalL,
      paddingBottom: tokens.spacingVerticalM,
    },
  },
  title: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontVariantNumeric: 'tabular-nums',
    textWrap: 'balance',
    outlineStyle: 'none',
    '@media (max-width: 1100px)': {
      fontSize: tokens.fontSizeBase500,
      lineHeight: tokens.lineHeightBase500,
    },
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
  },
  scrolling: { overflowY: 'auto', paddingBottom: tokens.spacingVerticalXXL },
});

export interface PageProps {
  readonly title: string;
  readonly toolbar?: ReactNode;
  /** Whether the body scrolls as a whole; a list that scrolls by itself says no. */
  readonly scrolls?: boolean;
  readonly children: ReactNode;
}

/** A screen beside the navigation: its title (or headline), a toolbar, and what it is about. */
export function Page({ title, toolbar, scrolls = true, children }: PageProps) {
  const styles = useStyles();
  const heading = useHeadingFocus();
  return (
    <main className={styles.root}>
      <header className={mergeClasses(styles.measure, styles.head)}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {toolbar}
      </header>
      <div className={mergeClasses(styles.measure, styles.body, scrolls && styles.scrolling)}>{children}</div>
    </main>
  );
}
