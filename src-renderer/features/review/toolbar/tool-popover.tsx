import {
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  type PositioningProps,
  tokens,
} from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '320px',
    maxWidth: 'calc(100vw - 32px)',
    // A magnified window is low: what doesn't fit scrolls.
    maxHeight: 'calc(100vh - 32px)',
    overflowY: 'auto',
    boxSizing: 'border-box',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

export interface ToolPopoverProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** What it is, for those who listen; also on top of it, unless the trigger says it. */
  readonly label: string;
  readonly titled?: boolean;
  readonly hint?: string;
  /** The button that opens it; without one it stands at `at`. */
  readonly trigger?: JSX.Element;
  readonly at?: HTMLElement | null;
  readonly position?: PositioningProps;
  readonly children: ReactNode;
}

/** A small window at a button of the table: it holds the focus and gives it back, Escape closes it. */
export function ToolPopover({
  open,
  setOpen,
  label,
  titled = false,
  hint,
  trigger,
  at,
  position = { position: 'below', align: 'start' },
  children,
}: ToolPopoverProps) {
  const styles = useStyles();
  const surface = (
    <PopoverSurface className={styles.surface} aria-label={label}>
      {titled && <h3 className={styles.title}>{label}</h3>}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </PopoverSurface>
  );
  const shared = {
    open,
    trapFocus: true,
    onOpenChange: (_: unknown, data: { readonly open: boolean }) => setOpen(data.open),
    positioning: at === undefined ? position : { ...position, target: at },
  } as const;
  if (trigger === undefined) return <Popover {...shared}>{surface}</Popover>;
  return (
    <Popover {...shared}>
      <PopoverTrigger disableButtonEnhancement>{trigger}</PopoverTrigger>
      {surface}
    </Popover>
  );
}

/** What can be done, at its lower right. */
export function PopoverActions({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().actions}>{children}</div>;
}
