import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { closeDialog } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { ConnectButton } from './connect-button.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  text: { margin: 0 },
});

export interface RemovedConnectionProps {
  readonly anew: JobView;
  readonly choices: readonly ConnectionView[];
  readonly choose: (connectionId: string) => void;
}

/** Another account may hold other people's data: it is never asked in the place of one that was removed without a word. */
export function RemovedConnection({ anew, choices, choose }: RemovedConnectionProps) {
  const styles = useStyles();
  const say = words.asking;
  const [chosen, setChosen] = useState(choices[0]?.id ?? null);
  const vendor = words.vendors.name(anew.provider);
  return (
    <DialogBody>
      <DialogTitle>{say.anewTitle(anew.title)}</DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.text}>
          {say.removed(anew.connectionName)}{' '}
          {choices.length === 0 ? say.removedNone(vendor) : say.removedOthers(vendor)}
        </p>
        {chosen !== null && (
          <Field label={words.newExport.connection}>
            <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
              {choices.map(({ id, name, config }) => (
                <option key={id} value={id}>
                  {words.newExport.connectionWith(name, words.vendors.name(config.provider))}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={closeDialog}>{words.newExport.cancel}</Button>
        {chosen === null ? (
          <ConnectButton />
        ) : (
          <Button appearance="primary" onClick={() => choose(chosen)}>
            {say.useThis}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
