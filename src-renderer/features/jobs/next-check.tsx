import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { useBusy } from '../../state/busy-store.ts';
import { useNow } from '../../state/now.ts';
import { ago } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { runJobCall } from './job-deeds.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  text: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** When Docket asks the vendor again, counted down, and a way to ask now. */
export function NextCheck({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const now = useNow('second');
  const busy = useBusy(job.id);
  const last =
    job.lastCheckedAt === null
      ? words.panel.notChecked
      : words.panel.lastChecked(ago(job.lastCheckedAt, now));
  return (
    <div className={styles.root}>
      <div className={styles.text}>
        {job.nextCheckAt !== null && <div>{words.panel.nextCheck(job.nextCheckAt, now)}</div>}
        <div>{last}</div>
      </div>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={busy}
        onClick={() => void runJobCall(job.id, 'check')}
      >
        {busy ? words.panel.checking : words.panel.checkNow}
      </Button>
    </div>
  );
}
