import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import {
  ChevronLeftRegular,
  DocumentCheckmarkRegular,
  PrintRegular,
  SaveRegular,
} from '@fluentui/react-icons';
import { createPortal } from 'react-dom';
import type { ReceiptPage } from '../../../src-preload/contract/receipts.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellDone, tellError } from '../../state/messages.ts';
import { useNow } from '../../state/now.ts';
import { tellSaved } from '../../state/saved.ts';
import { goTo, type Route } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { dayStamp } from '../../words/day-stamp.ts';
import { words } from '../../words/words.ts';
import { CheckPanel } from './check-panel.tsx';
import { Paper } from './paper.tsx';
import { useReceipt } from './use-receipt.ts';

const useStyles = makeStyles({
  toolbar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  back: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  skeleton: { width: '100%', maxWidth: '794px', height: '480px', margin: '0 auto' },
  desk: {
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXXL}`,
  },
  // Only paper sees it: page.css hides all else there.
  onPaper: { display: 'none', '@media print': { display: 'block' } },
});

/** The receipt of a commit as a page: to read, to check, to print, to save. */
export function ReceiptScreen({ jobId, from }: { readonly jobId: string; readonly from: Route }) {
  const styles = useStyles();
  const say = words.receiptPage;
  const now = useNow('coarse');
  const { page: state, check, run, stop, again } = useReceipt(jobId);
  const page = state.kind === 'ready' ? state.page : null;
  return (
    <Page
      title={page === null ? say.heading : say.title(page.receipt.title)}
      toolbar={
        <div className={styles.toolbar}>
          <div className={styles.row}>
            <Button
              className={styles.back}
              appearance="subtle"
              icon={<ChevronLeftRegular />}
              onClick={() => goTo(from)}
            >
              {say.back}
            </Button>
            {page !== null && (
              <>
                <Button
                  appearance="primary"
                  icon={<DocumentCheckmarkRegular />}
                  disabledFocusable={check.kind === 'running'}
                  onClick={run}
                >
                  {check.kind === 'done' ? say.checkAgain : say.check}
                </Button>
                <Button icon={<SaveRegular />} onClick={() => void savePdf(page)}>
                  {say.savePdf}
                </Button>
                <Button icon={<PrintRegular />} onClick={() => void print(jobId)}>
                  {say.print}
                </Button>
              </>
            )}
          </div>
          <div role="status">
            <CheckPanel state={check} stop={stop} again={run} />
          </div>
        </div>
      }
    >
      {state.kind === 'failed' && (
        <ErrorNote error={state.error} action={{ label: words.app.tryAgain, run: again }} />
      )}
      {state.kind === 'loading' && (
        <Skeleton aria-label={say.loading}>
          <SkeletonItem className={styles.skeleton} />
        </Skeleton>
      )}
      {page !== null && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <section className={styles.desk} aria-label={say.page(page.receipt.title)} tabIndex={0}>
            <Paper page={page} now={now} />
          </section>
          {createPortal(
            <div className={styles.onPaper} data-paper="">
              <Paper page={page} now={now} />
            </div>,
            document.body,
          )}
        </>
      )}
    </Page>
  );
}

async function savePdf(page: ReceiptPage): Promise<void> {
  const say = words.receiptPage;
  const { jobId, title, at } = page.receipt;
  const answer = await ask(docket().receipts.savePdf({ jobId, fileName: say.fileName(title, dayStamp(at)) }));
  if (!answer.ok) return tellError(answer.error, () => void savePdf(page));
  const { value } = answer;
  if (value !== null) tellSaved(say.saved(value.name), say.savedWhere(value.folder), value);
}

async function print(jobId: string): Promise<void> {
  const answer = await ask(docket().receipts.print(jobId));
  if (!answer.ok) tellError(answer.error, () => void print(jobId));
  else if (answer.value) tellDone(words.receiptPage.printed);
}
