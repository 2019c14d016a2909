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
import { type ConfirmedDeed, closeDialog } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { runJobCall } from './job-deeds.ts';

export interface ConfirmDialogProps {
  readonly what: ConfirmedDeed;
  readonly jobId: string;
}

/** Asks once more before something is taken away; the harmless answer has the focus. */
export function ConfirmDialog({ what, jobId }: ConfirmDialogProps) {
  const job = useJob(jobId);
  if (job === undefined) return null;
  const say = words.exports.confirm[what];
  return (
    <Dialog open modalType="alert" onOpenChange={closeDialog}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say.title(job.title)}</DialogTitle>
          <DialogContent>{say.text(words.vendors.name(job.provider), job)}</DialogContent>
          <DialogActions>
            {/* First in the order, so that it has the focus when the dialog opens. */}
            <Button onClick={closeDialog}>{say.no}</Button>
            <Button
              appearance="primary"
              onClick={() => {
                closeDialog();
                void runJobCall(jobId, what);
              }}
            >
              {say.yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
