import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/en.ts';
import { removeConnection } from './connection-deeds.ts';

export interface RemoveDialogProps {
  readonly connection: ConnectionView;
  readonly close: () => void;
}

/** Says what goes and what stays before an account is forgotten; a refusal is shown inside. */
export function RemoveDialog({ connection, close }: RemoveDialogProps) {
  const [error, setError] = useState<DocketError | null>(null);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const refusal = await removeConnection(connection.id, connection.name);
    setBusy(false);
    if (refusal === null) close();
    else setError(refusal);
  };
  return (
    <Dialog open modalType="alert" onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.connections.removeTitle(connection.name)}</DialogTitle>
          <DialogContent>
            {error === null ? words.connections.removeText(connection.exports) : <ErrorNote error={error} />}
          </DialogContent>
          <DialogActions>
            {/* First in the order, so that it has the focus when the dialog opens. */}
            <Button disabled={busy} onClick={close}>
              {words.connections.removeNo}
            </Button>
            <Button appearance="primary" disabled={busy || error !== null} onClick={() => void remove()}>
              {words.connections.removeYes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
