import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  Spinner,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { ScheduleView } from '../../../src-preload/contract/schedules.ts';
import { useConnections } from '../../state/connections-store.ts';
import { useJob } from '../../state/jobs-store.ts';
import { useSchedules } from '../../state/schedules-store.ts';
import { closeDialog, useView } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { scheduleTitle } from '../schedules/schedule-title.ts';
import { boxToChange } from './ask-anew.ts';
import { ConnectButton } from './connect-button.tsx';
import { AskForm } from './new-export-ask.tsx';
import { requestBoxId } from './new-export-line.tsx';
import { placeOf } from './new-export-place.ts';
import { RemovedConnection } from './new-export-removed.tsx';
import { TrackForm } from './new-export-track.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '608px' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    // Room for the focus ring of what touches the edge.
    padding: `2px 2px ${tokens.spacingVerticalS}`,
    // Less where the window is low or zoomed: the buttons below must stay in sight.
    minHeight: 'min(320px, 40vh)',
    '> *': { flexShrink: 0 },
  },
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalMNudge})`, flexShrink: 0 },
  body: { maxHeight: 'calc(100vh - 112px)' },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

type Way = 'ask' | 'track';

export interface NewExportDialogProps {
  /** The account that is chosen at first; default: the first of the list. */
  readonly connectionId?: string;
  /** Opened to set up a schedule. */
  readonly repeat?: boolean;
  /** A schedule to edit. */
  readonly scheduleId?: string;
  /** An export that failed: its request is the start of the new one. */
  readonly anewOf?: string;
}

/** Asks a vendor for an export, or adds one by its number. Closes itself with `closeDialog()`. */
export function NewExportDialog({ connectionId, repeat = false, scheduleId, anewOf }: NewExportDialogProps) {
  const styles = useStyles();
  const connections = useConnections((state) => state.connections);
  const vendor = useView((state) => state.vendor);
  const anew = useJob(anewOf ?? null) ?? null;
  const [chosen, setChosen] = useState<string | null>(connectionId ?? null);
  const [way, setWay] = useState<Way>('ask');
  const [busy, setBusy] = useState(false);
  const schedule = useSchedules(({ schedules }) => schedules.find(({ id }) => id === scheduleId) ?? null);
  const place = placeOf(connections, { chosen: schedule?.connectionId ?? chosen, vendor, anew });

  // Here rather than in the form: a dialog that opens gives the focus to its first box, after its content's effects.
  const toChange = anew === null || place.kind !== 'account' ? null : boxToChange(anew);
  useEffect(() => {
    if (toChange !== null) document.getElementById(requestBoxId(toChange))?.focus();
  }, [toChange]);

  return (
    <Dialog
      open
      onOpenChange={(_, { type }) => {
        // A click beside the dialog must not throw away what was typed.
        if (type !== 'backdropClick' && !busy) closeDialog();
      }}
    >
      <DialogSurface className={styles.surface} aria-busy={busy}>
        {place.kind === 'none' && <NoConnection />}
        {place.kind === 'removed' && anew !== null && (
          <RemovedConnection anew={anew} choices={place.choices} choose={setChosen} />
        )}
        {place.kind === 'account' && (
          <Filled
            connection={place.connection}
            schedule={schedule}
            anew={anew}
            repeats={repeat}
            connections={place.choices}
            choose={setChosen}
            way={way}
            setWay={setWay}
            busy={busy}
            setBusy={setBusy}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

interface FilledProps {
  readonly schedule: ScheduleView | null;
  readonly anew: JobView | null;
  readonly repeats: boolean;
  readonly connection: ConnectionView;
  readonly connections: readonly ConnectionView[];
  readonly choose: (connectionId: string) => void;
  readonly way: Way;
  readonly setWay: (way: Way) => void;
  readonly busy: boolean;
  readonly setBusy: (busy: boolean) => void;
}

function Filled(props: FilledProps) {
  const { connection, schedule, anew, repeats, connections, choose, way, setWay, busy, setBusy } = props;
  const styles = useStyles();
  const id = useId();
  const say = words.newExport;
  // Crayon's queue comes by itself: there is nothing to send.
  const sends = way === 'ask' || connection.config.provider !== 'crayon';
  const [added, setAdded] = useState(false);
  const [askVerb, setAskVerb] = useState<string | null>(null);
  const [trackVerb, setTrackVerb] = useState<string | null>(null);
  const verb = way === 'ask' ? askVerb : trackVerb;
  const formId = (of: Way) => `${id}${of}form`;
  // Both forms stay, one of them hidden: what was typed is still there on the way back.
  const panel = (of: Way) => ({
    role: 'tabpanel',
    id: `${id}${of}panel`,
    'aria-labelledby': `${id}${of}`,
    hidden: way !== of,
    className: way === of ? styles.panel : undefined,
  });
  return (
    <DialogBody className={styles.body}>
      <DialogTitle>{titleOf(props)}</DialogTitle>
      <DialogContent className={styles.content}>
        <Field label={say.connection}>
          <Select
            value={connection.id}
            disabled={busy || schedule !== null}
            onChange={(_, { value }) => choose(value)}
          >
            {connections.map(({ id: value, name, config }) => (
              <option key={value} value={value}>
                {say.connectionWith(name, words.vendors.name(config.provider))}
              </option>
            ))}
          </Select>
        </Field>
        {schedule === null && anew === null && !repeats && (
          <TabList
            className={styles.tabs}
            selectedValue={way}
            disabled={busy}
            onTabSelect={(_, { value }) => setWay(value === 'track' ? 'track' : 'ask')}
          >
            <Tab value="ask" id={`${id}ask`} aria-controls={`${id}askpanel`}>
              {say.ask}
            </Tab>
            <Tab value="track" id={`${id}track`} aria-controls={`${id}trackpanel`}>
              {say.have}
            </Tab>
          </TabList>
        )}
        {/* Another connection has another form: it starts anew. */}
        <div {...panel('ask')}>
          <AskForm
            key={connection.id}
            id={formId('ask')}
            connection={connection}
            schedule={schedule}
            anew={anew}
            repeats={repeats}
            onBusy={setBusy}
            onVerb={setAskVerb}
          />
        </div>
        <div {...panel('track')}>
          {/* Crayon's is a note without a box, which would be read out while it is hidden. */}
          {(way === 'track' || connection.config.provider !== 'crayon') && (
            <TrackForm
              key={connection.id}
              id={formId('track')}
              connection={connection}
              onBusy={setBusy}
              onVerb={setTrackVerb}
              onAdded={() => setAdded(true)}
            />
          )}
        </div>
      </DialogContent>
      <DialogActions>
        <Button disabled={busy} onClick={closeDialog}>
          {sends && !added ? say.cancel : say.close}
        </Button>
        {sends && (
          <Button
            appearance="primary"
            type="submit"
            form={formId(way)}
            disabledFocusable={busy}
            {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
          >
            {verb ?? verbOf(way, busy)}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}

function titleOf({ schedule, anew, repeats }: FilledProps): string {
  if (schedule !== null) return words.schedules.editTitle(scheduleTitle(schedule));
  if (anew !== null) return words.asking.anewTitle(anew.title);
  return repeats ? words.schedules.newSchedule : words.newExport.title;
}

function verbOf(way: Way, busy: boolean): string {
  const say = words.newExport;
  if (way === 'ask') return busy ? say.asking : say.askVerb;
  return busy ? say.adding : say.addVerb;
}

function NoConnection() {
  return (
    <DialogBody>
      <DialogTitle>{words.newExport.noConnectionTitle}</DialogTitle>
      <DialogContent>{words.newExport.noConnection}</DialogContent>
      <DialogActions>
        <Button onClick={closeDialog}>{words.newExport.cancel}</Button>
        <ConnectButton />
      </DialogActions>
    </DialogBody>
  );
}
