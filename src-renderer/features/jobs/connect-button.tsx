import { Button } from '@fluentui/react-components';
import { closeDialog, goTo } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';

/** The way on where there is no connection to ask: out of the dialog, to a new one. */
export function ConnectButton() {
  return (
    <Button
      appearance="primary"
      onClick={() => {
        closeDialog();
        goTo({ screen: 'connections', open: 'new' });
      }}
    >
      {words.newExport.connect}
    </Button>
  );
}
