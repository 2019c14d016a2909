import { CommitDialog } from '../features/jobs/commit-dialog.tsx';
import { ConfirmDialog } from '../features/jobs/confirm-dialog.tsx';
import { DecideDialog } from '../features/jobs/decide-dialog.tsx';
import { NewExportDialog } from '../features/jobs/new-export-dialog.tsx';
import { ReceiptDialog } from '../features/jobs/receipt-dialog.tsx';
import { useView } from '../state/view-store.ts';
import { useFocusReturn } from '../ui/focus-return.ts';
import { Palette } from './palette/palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The one dialog that is open, if any. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  useFocusReturn(dialog !== null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'commit':
      return <CommitDialog key={dialog.jobId} jobId={dialog.jobId} />;
    case 'decide':
      return <DecideDialog key={dialog.jobId} jobId={dialog.jobId} />;
    case 'receipt':
      return <ReceiptDialog jobId={dialog.jobId} />;
    case 'confirm':
      return <ConfirmDialog what={dialog.what} jobId={dialog.jobId} />;
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'new-export':
      return (
        <NewExportDialog
          {...(dialog.connectionId === undefined ? {} : { connectionId: dialog.connectionId })}
          {...(dialog.repeat === undefined ? {} : { repeat: dialog.repeat })}
          {...(dialog.scheduleId === undefined ? {} : { scheduleId: dialog.scheduleId })}
          {...(dialog.anewOf === undefined ? {} : { anewOf: dialog.anewOf })}
        />
      );
  }
}
