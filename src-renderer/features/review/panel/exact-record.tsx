import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ask, docket } from '../../../state/docket.ts';
import { words } from '../../../words/words.ts';
import { useDeskState } from '../desk/desk-context.ts';
import { exactJson, pretty } from './exact-json.ts';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  text: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    maxHeight: '60vh',
    overflowY: 'auto',
  },
});

/** The record's own JSON: only spaces and line breaks are added. Nothing is shown for a row that isn't made of JSON. */
export function ExactRecord({ rowId }: { readonly rowId: number }) {
  const styles = useStyles();
  const handle = useDeskState(({ table }) => table?.handle);
  const [json, setJson] = useState<string | null>(null);
  useEffect(() => {
    if (handle === undefined) return;
    let wanted = true;
    void ask(docket().review.record({ handle, rowId })).then((answer) => {
      if (wanted) setJson(answer.ok ? answer.value.json : null);
    });
    return () => {
      wanted = false;
    };
  }, [handle, rowId]);
  if (json === null) return null;
  const value = exactJson(json);
  return (
    <details>
      <summary className={styles.summary}>{words.reviewPanel.exact}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long record has to be scrolled by keyboard */}
      <pre className={styles.text} tabIndex={0}>
        {value === null ? json : pretty(value)}
      </pre>
    </details>
  );
}
