import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { selectJob, showAllDone, useView } from '../../state/view-store.ts';
import { Cell } from '../../ui/grid-parts.tsx';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { number } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { JobRow } from './job-row.tsx';
import type { GroupLine, ListLine } from './list-lines.ts';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    height: '100%',
    boxSizing: 'border-box',
    paddingBottom: tokens.spacingVerticalS,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

function GroupHead({ line }: { readonly line: GroupLine }) {
  const styles = useStyles();
  const { name } = words.exports.group(line.group, line.count);
  return (
    <Cell className={styles.group}>
      <h2 className={styles.name}>
        {name}{' '}
        <span className={styles.count}>
          · {number(line.count)}
          {line.hiddenBehind !== null && ` ${words.exports.doneThisWeek}`}
        </span>
      </h2>
      {line.hiddenBehind !== null && (
        <Button appearance="transparent" size="small" onClick={showAllDone}>
          {words.exports.showAllDone(line.hiddenBehind)}
        </Button>
      )}
    </Cell>
  );
}

function draw(line: ListLine, active: boolean): ReactNode {
  return line.kind === 'group' ? <GroupHead line={line} /> : <JobRow line={line} active={active} />;
}

function open(line: ListLine): void {
  if (line.kind === 'job') selectJob(line.jobId);
}

/** All exports in their three groups. */
export function JobListView({ lines }: { readonly lines: readonly ListLine[] }) {
  const selected = useView((state) => state.selectedJobId);
  return (
    <WindowedList
      label={words.exports.listLabel}
      lines={lines}
      selectedKey={selected}
      draw={draw}
      onOpen={open}
    />
  );
}
