import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { BrokenLine } from '../../../../src-preload/contract/review.ts';
import { ask, docket } from '../../../state/docket.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { words } from '../../../words/words.ts';
import { useDeskState } from '../desk/desk-context.ts';
import { loadOf } from '../desk/desk-state.ts';
import { PanelStack, Quiet } from './panel-parts.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  line: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    maxHeight: '90px',
    overflow: 'hidden',
  },
});

const atOnce = 100;

/** The lines that are no proper rows: where they stand, what is wrong with them, how they begin. */
export function BrokenPanel() {
  const styles = useStyles();
  const handle = useDeskState(({ table }) => table?.handle);
  const ready = useDeskState(({ table }) => loadOf(table) === 'ready');
  const parts = useDeskState(({ table }) => table?.files ?? 1);
  const [lines, setLines] = useState<readonly BrokenLine[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [unlisted, setUnlisted] = useState(0);
  const [error, setError] = useState<DocketError | null>(null);
  const read = useCallback(
    async (offset: number, wanted: () => boolean) => {
      if (handle === undefined || !ready) return;
      const answer = await ask(docket().review.broken({ handle, offset, limit: atOnce }));
      if (!wanted()) return;
      if (!answer.ok) return setError(answer.error);
      setTotal(answer.value.total);
      setUnlisted(answer.value.unlisted ?? 0);
      setLines((before) => [...before.slice(0, offset), ...answer.value.lines]);
    },
    [handle, ready],
  );
  useEffect(() => {
    let wanted = true;
    void read(0, () => wanted);
    return () => {
      wanted = false;
    };
  }, [read]);
  if (error !== null) return <ErrorNote error={error} />;
  if (!ready) return <Quiet>{words.reviewTools.needsAll}</Quiet>;
  if (total === null) return <Spinner size="tiny" label={words.app.loading} />;
  if (total === 0) return <Quiet>{words.reviewPanel.brokenNone}</Quiet>;
  return (
    <PanelStack>
      <Quiet>{words.reviewPanel.brokenIntro}</Quiet>
      <ul className={styles.list} aria-label={words.reviewPanel.brokenLabel}>
        {lines.map((line) => (
          <li key={`${line.part}:${line.line}`}>
            <div className={styles.head}>
              <span className={styles.line}>{words.reviewPanel.brokenLine(line.line)}</span>
              {parts > 1 && <span className={styles.why}>{words.reviewPanel.brokenIn(line.part)}</span>}
            </div>
            <div className={styles.why}>
              {words.reviewPanel.why(line)} ·{' '}
              {line.shown ? words.reviewPanel.brokenShown : words.reviewPanel.brokenNotShown}
            </div>
            <pre className={styles.text}>{line.text}</pre>
          </li>
        ))}
      </ul>
      {lines.length < total && (
        <div>
          <Button size="small" onClick={() => void read(lines.length, () => true)}>
            {words.reviewPanel.brokenMore(total - lines.length)}
          </Button>
        </div>
      )}
      {unlisted > 0 && <Quiet>{words.reviewPanel.brokenUnlisted(unlisted)}</Quiet>}
    </PanelStack>
  );
}
