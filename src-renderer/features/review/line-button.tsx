import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  line: {
    boxSizing: 'border-box',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
  },
  go: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

/** A line that leads somewhere is a button; one that doesn't is text, and looks the same but for the hover. */
export function LineButton({
  go,
  className,
  title,
  children,
}: {
  readonly go: (() => void) | null | undefined;
  readonly className: string;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  if (go === null || go === undefined) {
    return (
      <div className={mergeClasses(styles.line, className)} title={title}>
        {children}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.line, styles.go, className)}
      title={title}
      onClick={go}
    >
      {children}
    </button>
  );
}
