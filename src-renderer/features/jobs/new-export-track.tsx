import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { TextBulletListRegular } from '@fluentui/react-icons';
import { type ClipboardEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { ask, docket } from '../../state/docket.ts';
import { putJob } from '../../state/jobs-store.ts';
import { tellDone } from '../../state/messages.ts';
import { closeDialog, showJob } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SecretInput } from '../../ui/secret-input.tsx';
import { words } from '../../words/words.ts';
import type { NewExportFormProps } from './new-export-ask.tsx';
import { SeveralForm, type SeveralFormProps } from './new-export-several.tsx';
import { readReferences } from './read-references.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  several: { alignSelf: 'flex-start', marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** Adds an export that was asked for elsewhere, by the number that the vendor gave for it. */
export function TrackForm({
  id,
  connection,
  onBusy,
  onVerb,
  onAdded,
}: NewExportFormProps & Pick<SeveralFormProps, 'onAdded'>) {
  const styles = useStyles();
  const { provider } = connection.config;
  const [typed, setTyped] = useState('');
  /** What is in the box for several; null while there is one. */
  const [several, setSeveral] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [wrong, setWrong] = useState(false);
  const [error, setError] = useState<DocketError | null>(null);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLElement | null>(null);
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const say = words.newExport;

  if (provider === 'crayon') {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{say.crayonComesTitle}</MessageBarTitle>
          {say.crayonComes}
        </MessageBarBody>
      </MessageBar>
    );
  }

  if (several !== null) {
    return (
      <>
        <SeveralForm
          id={id}
          connection={connection}
          pasted={several}
          onBusy={onBusy}
          onVerb={onVerb}
          onAdded={onAdded}
        />
        <Button
          className={styles.several}
          appearance="subtle"
          icon={<TextBulletListRegular />}
          onClick={() => {
            setSeveral(null);
            onVerb(null);
          }}
        >
          {words.asking.one}
        </Button>
      </>
    );
  }

  const send = async () => {
    const read = readReferences(typed);
    if (read.length > 1) return setSeveral(typed);
    const reference = read[0]?.reference ?? null;
    setError(null);
    setWrong(reference === null);
    if (reference === null) return box.current?.focus();
    setBusy(true);
    const name = title.trim().slice(0, 200);
    const answer = await ask(
      docket().jobs.track({
        connectionId: connection.id,
        reference,
        ...(name === '' ? {} : { title: name }),
      }),
    );
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    putJob(answer.value);
    closeDialog();
    showJob(answer.value.id);
    tellDone(say.added(answer.value.title));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };
  const boxProps = {
    ref: (element: HTMLElement | null) => {
      box.current = element;
    },
    value: typed,
    inputMode: 'numeric' as const,
    onPaste: (event: ClipboardEvent) => {
      const pasted = event.clipboardData.getData('text/plain');
      const read = readReferences(pasted);
      const first = read[0]?.reference;
      if (read.length > 1) {
        event.preventDefault();
        setSeveral(pasted);
      } else if (typeof first === 'string' && first !== pasted) {
        // A whole address, or a line of an e-mail: the number in it is what counts.
        event.preventDefault();
        setTyped(first);
        setWrong(false);
      }
    },
    onChange: (_: unknown, { value }: { readonly value: string }) => {
      setTyped(value);
      setWrong(false);
    },
  };

  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      {error !== null && <ErrorNote error={error} />}
      <Field
        label={say.reference[provider]}
        hint={say.referenceHint(provider)}
        required
        {...(wrong ? { validationState: 'error' as const, validationMessage: say.referenceProblem } : {})}
      >
        {provider === 'mypreferences' ? (
          // Whoever has the access token has the data: it is a secret like a password.
          <SecretInput {...boxProps} showLabel={say.show} hideLabel={say.hide} />
        ) : (
          <Input {...boxProps} autoComplete="off" />
        )}
      </Field>
      <Field label={say.field('title').label} hint={say.trackTitleHint}>
        <Input value={title} autoComplete="off" onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Button
        className={styles.several}
        appearance="subtle"
        icon={<TextBulletListRegular />}
        onClick={() => setSeveral(typed)}
      >
        {words.asking.several}
      </Button>
    </form>
  );
}
