import { makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { ask, docket } from '../../state/docket.ts';
import { putJob } from '../../state/jobs-store.ts';
import { tellDone } from '../../state/messages.ts';
import { closeDialog, showJob } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/en.ts';
import { RequestFields } from './new-export-fields.tsx';
import { type RequestField, type RequestValues, startRequest } from './new-export-form.ts';
import { requestBoxId, TextLine } from './new-export-line.tsx';
import { type RequestProblems, readRequest } from './new-export-request.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  practice: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface NewExportFormProps {
  readonly id: string;
  readonly connection: ConnectionView;
  readonly onBusy: (busy: boolean) => void;
}

/** The vendor's own request form; what the vendor refuses is shown above it, and nothing typed is lost. */
export function AskForm({ id, connection, onBusy }: NewExportFormProps) {
  const styles = useStyles();
  const { provider } = connection.config;
  const [values, setValues] = useState<RequestValues>(() =>
    startRequest(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone),
  );
  const [problems, setProblems] = useState<RequestProblems>({});
  const [error, setError] = useState<DocketError | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => onBusy(busy), [busy, onBusy]);

  const change = (next: RequestValues, name: RequestField) => {
    setValues(next);
    setProblems(({ [name]: _, ...rest }) => rest);
  };
  const send = async () => {
    const reading = readRequest(provider, values, new Date());
    setError(null);
    if (reading.kind === 'problems') {
      setProblems(reading.problems);
      focusFirst(reading.problems);
      return;
    }
    setBusy(true);
    const { request, title } = reading;
    const answer = await ask(
      docket().jobs.start({
        connectionId: connection.id,
        request,
        ...(title === undefined ? {} : { title }),
      }),
    );
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    putJob(answer.value);
    closeDialog();
    showJob(answer.value.id);
    tellDone(words.newExport.asked(answer.value.title), words.newExport.askedHint);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };

  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      {error !== null && <ErrorNote error={error} />}
      {connection.practice && <p className={styles.practice}>{words.newExport.practiceExamples[provider]}</p>}
      <RequestFields provider={provider} values={values} problems={problems} change={change} />
      <TextLine values={values} problems={problems} change={change} name="title" />
    </form>
  );
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
