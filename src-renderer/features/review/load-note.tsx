import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { words } from '../../words/words.ts';
import { useDesk, useDeskState } from './desk/desk-context.ts';
import { loadOf } from './desk/desk-state.ts';

const useStyles = makeStyles({
  note: { flexShrink: 0 },
});

/** What was not as it should be with the reading; nothing while all is well. */
export function LoadNote() {
  const styles = useStyles();
  const desk = useDesk();
  const table = useDeskState((state) => state.table);
  const reviving = useDeskState((state) => state.reviving);
  if (reviving) {
    return (
      <MessageBar intent="info" className={styles.note}>
        <MessageBarBody>
          <MessageBarTitle>{words.review.revivingTitle}</MessageBarTitle>
          {words.review.reviving}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (loadOf(table) === 'cancelled') {
    return (
      <MessageBar intent="info" className={styles.note}>
        <MessageBarBody>
          <MessageBarTitle>{words.review.cancelledTitle}</MessageBarTitle>
          {words.review.cancelled}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={desk.reopen}>
            {words.review.readOn}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  return <BrokenNote />;
}

function BrokenNote() {
  const styles = useStyles();
  const desk = useDesk();
  const broken = useDeskState(({ table }) => table?.brokenRows ?? 0);
  if (broken === 0) return null;
  return (
    <MessageBar intent="warning" className={styles.note}>
      <MessageBarBody>
        <MessageBarTitle>{words.review.brokenTitle(broken)}</MessageBarTitle>
        {words.review.broken(broken)}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => desk.showPanel('broken')}>
          {words.review.showBroken}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
