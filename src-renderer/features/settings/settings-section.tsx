import { Label, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  line: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  hint: {
    margin: 0,
    maxWidth: '80ch',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  label: { fontWeight: tokens.fontWeightSemibold },
});

/** Settings that belong together, under their heading. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      <div className={styles.card}>{children}</div>
    </section>
  );
}

export interface SettingLineProps {
  readonly label?: string;
  /** The control that the label names. */
  readonly labelFor?: string;
  /** For a control that names its label itself. */
  readonly labelId?: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One setting: its name, the control, a line on what it does. */
export function SettingLine({ label, labelFor, labelId, hint, children }: SettingLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      {label !== undefined &&
        (labelFor === undefined ? (
          <span className={styles.label} {...(labelId === undefined ? {} : { id: labelId })}>
            {label}
          </span>
        ) : (
          <Label className={styles.label} htmlFor={labelFor}>
            {label}
          </Label>
        ))}
      {children}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
