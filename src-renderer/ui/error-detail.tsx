import { makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../words/en.ts';

const useStyles = makeStyles({
  details: { marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  summary: {
    width: 'fit-content',
    paddingRight: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  detail: {
    marginTop: tokens.spacingVerticalXXS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** The vendor's or the system's own word on an error, folded: for whoever is asked to help. */
export function ErrorDetail({ detail }: { readonly detail: string | undefined }) {
  const styles = useStyles();
  if (detail === undefined) return null;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{words.app.details}</summary>
      <div className={styles.detail}>{detail}</div>
    </details>
  );
}
