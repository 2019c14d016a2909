import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useJob } from '../../state/jobs-store.ts';
import { closeDialog, goTo, useView } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { ReceiptView } from './receipt-view.tsx';

/** The receipt of a committed export, to look at again. */
export function ReceiptDialog({ jobId }: { readonly jobId: string }) {
  const job = useJob(jobId);
  if (job === undefined || job.commit.kind !== 'committed') return null;
  return (
    <Dialog open onOpenChange={closeDialog}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.receipt.committed(job.title)}</DialogTitle>
          <DialogContent>
            <ReceiptView receipt={job.commit.receipt} />
          </DialogContent>
          <DialogActions>
            <Button
              onClick={() => {
                closeDialog();
                goTo({ screen: 'receipt', jobId, from: useView.getState().route });
              }}
            >
              {words.receiptPage.open}
            </Button>
            <Button
              onClick={() => {
                closeDialog();
                goTo({ screen: 'history', jobId });
              }}
            >
              {words.receipt.showInHistory}
            </Button>
            <Button appearance="primary" onClick={closeDialog}>
              {words.receipt.done}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
