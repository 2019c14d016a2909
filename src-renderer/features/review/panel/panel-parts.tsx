import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export function PanelStack({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().root}>{children}</div>;
}

export function PanelTitle({ children }: { readonly children: ReactNode }) {
  return <h2 className={useStyles().title}>{children}</h2>;
}

export function PanelSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

export function Quiet({
  children,
  small = false,
}: {
  readonly children: ReactNode;
  readonly small?: boolean;
}) {
  const styles = useStyles();
  return <p className={mergeClasses(styles.quiet, small && styles.small)}>{children}</p>;
}

/** What was stopped, and the way to have it after all. */
export function Stopped({
  text,
  again,
  onAgain,
}: {
  readonly text: string;
  readonly again: string;
  readonly onAgain: () => void;
}) {
  return (
    <>
      <Quiet>{text}</Quiet>
      <div>
        <Button size="small" onClick={onAgain}>
          {again}
        </Button>
      </div>
    </>
  );
}
