import { makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import type { DocketError, Result } from '../../../src-preload/contract/errors.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { ScheduleDraft, ScheduleView } from '../../../src-preload/contract/schedules.ts';
import { ask, docket } from '../../state/docket.ts';
import { putJob, useJobs } from '../../state/jobs-store.ts';
import { tellDone } from '../../state/messages.ts';
import { loadSchedules } from '../../state/schedules-store.ts';
import { closeDialog, goTo, showJob } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/words.ts';
import { isTooMuch } from './ask-anew.ts';
import { RequestFields } from './new-export-fields.tsx';
import { lastMonth, type RequestField, type RequestValues, startRequest } from './new-export-form.ts';
import { LastRequestNote } from './new-export-last.tsx';
import { requestBoxId, TextLine } from './new-export-line.tsx';
import { datesMove, type RepeatValues, repeatOf, rhythmOf, startRepeat } from './new-export-repeat.ts';
import { RepeatFields, repeatTimeId } from './new-export-repeat-fields.tsx';
import { type RequestProblems, type RequestReading, readRequest } from './new-export-request.ts';
import { lastRequest, namedBefore, valuesOf } from './new-export-values.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  practice: { margin: 0, color: tokens.colorNeutralForeground2 },
  filled: { margin: 0, ':empty': { display: 'none' } },
});

export interface NewExportFormProps {
  readonly id: string;
  readonly connection: ConnectionView;
  readonly onBusy: (busy: boolean) => void;
  /** What the button says, where it isn't the usual. */
  readonly onVerb: (verb: string | null) => void;
}

export interface AskFormProps extends NewExportFormProps {
  /** A schedule that is edited; null for a new request. */
  readonly schedule: ScheduleView | null;
  /** An export that failed, whose request stands in the boxes at first. */
  readonly anew: JobView | null;
  /** Opened to set up a schedule. */
  readonly repeats: boolean;
}

/** The vendor's own request form; what the vendor refuses is shown above it, and nothing typed is lost. */
export function AskForm({ id, connection, schedule, anew, repeats, onBusy, onVerb }: AskFormProps) {
  const styles = useStyles();
  const { provider } = connection.config;
  const jobs = useJobs((state) => state.list.byId);
  const last = useMemo(() => lastRequest(jobs.values(), connection.id), [jobs, connection.id]);
  const known = useMemo(() => namedBefore(jobs.values(), connection.id), [jobs, connection.id]);
  const [values, setValues] = useState<RequestValues>(() => {
    const start = startRequest(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (schedule !== null) return { ...valuesOf(schedule.request, start), title: schedule.title };
    if (anew !== null && anew.request !== null)
      return { ...valuesOf(anew.request, start), title: anew.title };
    return { ...start, customerAccountId: known.customerAccountId?.[0] ?? '' };
  });
  const [repeat, setRepeat] = useState<RepeatValues>(() =>
    schedule === null ? startRepeat(provider, repeats) : repeatOf(schedule.rhythm, schedule.period),
  );
  const [problems, setProblems] = useState<RequestProblems>({});
  const [error, setError] = useState<DocketError | null>(null);
  const [filledIn, setFilledIn] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const verb = verbOf(repeat, schedule !== null, busy);
  useEffect(() => onVerb(verb), [verb, onVerb]);

  const change = (next: RequestValues, name: RequestField) => {
    setValues(next);
    setProblems(({ [name]: _, ...rest }) => rest);
  };
  const dates = !datesMove(repeat);
  const read = (): RequestReading =>
    // Dates that move are not on the screen: whatever stands in their boxes fits.
    readRequest(provider, dates ? values : { ...values, ...lastMonth(new Date()) }, new Date());

  const start = (request: JobView['request'] & object, title: string | undefined) =>
    ask(
      docket().jobs.start({
        connectionId: connection.id,
        request,
        ...(title === undefined ? {} : { title }),
      }),
    );
  const shown = (answer: Result<JobView>) => {
    if (!answer.ok) return setError(answer.error);
    putJob(answer.value);
    closeDialog();
    showJob(answer.value.id);
    tellDone(words.newExport.asked(answer.value.title), words.newExport.askedHint);
  };
  const draftOf = (reading: RequestReading): ScheduleDraft | null => {
    const rhythm = rhythmOf(repeat);
    if (reading.kind !== 'request' || rhythm === null) return null;
    return {
      ...(schedule === null ? {} : { id: schedule.id }),
      connectionId: connection.id,
      title: reading.title ?? '',
      request: reading.request,
      period: repeat.period,
      rhythm,
    };
  };

  const setUp = async (draft: ScheduleDraft) => {
    const saved = await ask(docket().schedules.save(draft));
    if (!saved.ok) return setError(saved.error);
    if (repeat.alsoNow) void docket().schedules.run(saved.value.id);
    void loadSchedules();
    closeDialog();
    goTo({ screen: 'schedules' });
    tellDone(schedule === null ? words.asking.setUpDone : words.asking.changed);
  };

  const send = async () => {
    const reading = read();
    setError(null);
    if (reading.kind === 'problems') {
      setProblems(reading.problems);
      focusFirst(reading.problems);
      return;
    }
    const draft = repeat.repeat === 'once' ? null : draftOf(reading);
    if (repeat.repeat !== 'once' && draft === null) return document.getElementById(repeatTimeId)?.focus();
    setBusy(true);
    if (draft === null) shown(await start(reading.request, reading.title));
    else await setUp(draft);
    setBusy(false);
  };
  const again = async () => {
    if (last === null) return;
    setError(null);
    setBusy(true);
    shown(await start(last.request, last.title));
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };

  // Whoever came for a schedule meets it first.
  const first = schedule !== null || repeats;
  const repeatFields = (
    <RepeatFields
      provider={provider}
      values={repeat}
      change={setRepeat}
      always={first}
      edits={schedule !== null}
      draft={repeat.repeat === 'once' ? null : draftOf(read())}
    />
  );

  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      {error !== null && <ErrorNote error={error} />}
      {last !== null && schedule === null && anew === null && !repeats && (
        <LastRequestNote
          last={last}
          disabled={busy}
          again={() => void again()}
          fillIn={() => {
            setValues((before) => valuesOf(last.request, before));
            setProblems({});
            setFilledIn(true);
          }}
        />
      )}
      {anew !== null && (
        <p className={styles.practice}>
          {words.asking.filledAnew}
          {isTooMuch(anew.export) && ` ${words.panel.tooMuchHint}`}
        </p>
      )}
      <p className={styles.filled} role="status">
        {filledIn ? words.asking.filledIn : null}
      </p>
      {connection.practice && <p className={styles.practice}>{words.newExport.practiceExamples[provider]}</p>}
      {first && repeatFields}
      <RequestFields
        provider={provider}
        values={values}
        problems={problems}
        change={change}
        known={known}
        dates={dates}
      />
      {!first && repeatFields}
      <TextLine values={values} problems={problems} change={change} name="title" />
    </form>
  );
}

function verbOf({ repeat }: RepeatValues, edits: boolean, busy: boolean): string | null {
  if (repeat === 'once') return null;
  if (busy) return words.asking.settingUp;
  return edits ? words.asking.saveSchedule : words.asking.setUp;
}

/** The box that stands first on the screen, among those in which something does not fit. */
function focusFirst(problems: RequestProblems): void {
  const boxes = Object.keys(problems).flatMap((name) => {
    const box = document.getElementById(requestBoxId(name as RequestField));
    return box === null ? [] : [box];
  });
  boxes.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  boxes[0]?.focus();
}
