import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import { useConnections } from '../../state/connections-store.ts';
import { words } from '../../words/words.ts';
import { type ConnectionForm, formOf, newForm } from './connection-form.ts';
import { ConnectionFormView } from './connection-form-view.tsx';
import type { FormPart } from './form-fields.ts';
import { VendorChoice } from './vendor-choice.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '560px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', justifyContent: 'flex-end', marginTop: tokens.spacingVerticalS },
});

export interface ConnectionDialogProps {
  /** The connection to edit; null for a new one. */
  readonly connection: ConnectionView | null;
  /** What of it is edited; default: all. */
  readonly part?: FormPart;
  readonly close: () => void;
}

/** Connects a vendor in two steps (which one, its details), or edits a connection. */
export function ConnectionDialog({ connection, part = 'all', close }: ConnectionDialogProps) {
  const styles = useStyles();
  const connections = useConnections((state) => state.connections);
  const [start, setStart] = useState<ConnectionForm | null>(connection === null ? null : formOf(connection));
  const [busy, setBusy] = useState(false);

  return (
    <Dialog
      open
      onOpenChange={(_, { type }) => {
        // A click beside the dialog must not throw away what was typed.
        if (type !== 'backdropClick' && !busy) close();
      }}
    >
      <DialogSurface className={styles.surface} aria-busy={busy}>
        {start === null ? (
          <DialogBody>
            <DialogTitle>{words.connections.choose}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.hint}>{words.connections.chooseHint}</p>
              <VendorChoice
                choose={(vendor) =>
                  setStart(
                    newForm(
                      vendor,
                      words.vendors.shortName(vendor),
                      connections.map(({ name }) => name),
                    ),
                  )
                }
              />
              <div className={styles.actions}>
                <Button onClick={close}>{words.connections.cancel}</Button>
              </div>
            </DialogContent>
          </DialogBody>
        ) : (
          <ConnectionFormView
            key={start.provider}
            start={start}
            part={part}
            title={
              connection === null
                ? words.connections.newTitle(words.vendors.name(start.provider))
                : titleOf(part, connection.name)
            }
            back={connection === null ? () => setStart(null) : null}
            onBusy={setBusy}
            close={close}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

function titleOf(part: FormPart, name: string): string {
  switch (part) {
    case 'all':
      return words.connections.editTitle(name);
    case 'name':
      return words.connecting.renameTitle(name);
    case 'secrets':
      return words.connecting.changeSecretTitle(name);
  }
}
