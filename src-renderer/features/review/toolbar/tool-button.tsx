import { Button, makeStyles } from '@fluentui/react-components';
import { forwardRef } from 'react';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    whiteSpace: 'nowrap',
    // No room for every word: the icon stays, the name is told on hover and to those who listen.
    '@media (max-width: 1119px)': { minWidth: '32px', paddingLeft: '5px', paddingRight: '5px' },
  },
  icon: { '@media (max-width: 1119px)': { marginRight: 0 } },
  label: { '@media (max-width: 1119px)': { display: 'none' } },
});

export interface ToolButtonProps {
  readonly icon: React.JSX.Element;
  readonly label: string;
  /** Why it can't be used, or what else there is to say. */
  readonly hint?: string;
  readonly disabledFocusable?: boolean;
  readonly onClick?: (event: React.MouseEvent) => void;
}

/** A button of the table's bar; in a narrow window its icon alone. */
export const ToolButton = forwardRef<HTMLElement, ToolButtonProps>(function ToolButton(
  { icon, label, hint, ...rest },
  ref,
) {
  const styles = useStyles();
  return (
    <Button
      {...rest}
      ref={(element: HTMLElement | null) => {
        if (typeof ref === 'function') ref(element);
        else if (ref !== null) ref.current = element;
      }}
      className={styles.root}
      appearance="subtle"
      aria-label={label}
      title={hint === undefined || hint === '' ? label : hint}
      icon={{ className: styles.icon, children: icon }}
    >
      <span className={styles.label}>{label}</span>
    </Button>
  );
});
