import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '3px', whiteSpace: 'nowrap' },
  key: {
    minWidth: '20px',
    boxSizing: 'border-box',
    padding: '1px 6px',
    textAlign: 'center',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomWidth: '2px',
    borderRadius: tokens.borderRadiusMedium,
  },
  plus: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Keys that are pressed together. */
export function KeyCaps({ keys }: { readonly keys: readonly string[] }) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span className={styles.plus}>+</span>}
          <kbd className={styles.key}>{key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
