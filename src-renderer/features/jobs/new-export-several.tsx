import { Field, makeStyles, mergeClasses, Spinner, Textarea, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleHintRegular,
  DismissCircleRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { type CSSProperties, type FormEvent, useEffect, useRef, useState } from 'react';
import { ask, docket } from '../../state/docket.ts';
import { putJob } from '../../state/jobs-store.ts';
import { tellDone } from '../../state/messages.ts';
import { closeDialog } from '../../state/view-store.ts';
import { errorText } from '../../words/errors.ts';
import { words } from '../../words/words.ts';
import type { NewExportFormProps } from './new-export-ask.tsx';
import { outcomeOf, shownReference, type Tracked, trackAll, trackedLines } from './track-several.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  number: { fontFamily: tokens.fontFamilyMonospace, flexShrink: 0 },
  icon: { fontSize: '20px', lineHeight: 0, flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold, ':empty': { display: 'none' } },
});

export interface SeveralFormProps extends NewExportFormProps {
  /** What was pasted into the box for one. */
  readonly pasted: string;
  /** Some are on the list: closing takes nothing back any more. */
  readonly onAdded: () => void;
}

/** Adds several exports by their numbers, and says of each line what came of it. */
export function SeveralForm({ id, connection, pasted, onBusy, onVerb, onAdded }: SeveralFormProps) {
  const styles = useStyles();
  const { provider } = connection.config;
  const secret = provider === 'mypreferences';
  const say = words.asking;
  const [text, setText] = useState(pasted);
  const [lines, setLines] = useState<readonly Tracked[] | null>(null);
  const [none, setNone] = useState(false);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLElement | null>(null);
  useEffect(() => onBusy(busy), [busy, onBusy]);
  useEffect(() => box.current?.focus(), []);

  const typed = trackedLines(text).filter(({ result }) => result.kind === 'waiting').length;
  const done =
    lines?.filter(({ result }) => result.kind !== 'waiting' && result.kind !== 'asking').length ?? 0;
  const verb = busy
    ? say.addingSeveral(done, lines?.length ?? 0)
    : lines !== null && outcomeOf(lines).failed > 0
      ? say.retry
      : say.addSeveral(typed);
  useEffect(() => onVerb(verb), [verb, onVerb]);

  const send = async () => {
    const begun = lines ?? trackedLines(text);
    if (begun.every(({ reference }) => reference === null)) {
      setNone(true);
      box.current?.focus();
      return;
    }
    setBusy(true);
    setLines(begun);
    const ended = await trackAll(
      begun,
      async (reference) => {
        const answer = await ask(docket().jobs.track({ connectionId: connection.id, reference }));
        if (answer.ok) putJob(answer.value);
        return answer;
      },
      setLines,
    );
    setBusy(false);
    const { added, failed } = outcomeOf(ended);
    if (added > 0) onAdded();
    if (failed > 0) return;
    closeDialog();
    tellDone(say.addedAll(added));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };

  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={say.severalLabel[provider]}
        hint={say.severalHint}
        required
        {...(none ? { validationState: 'error' as const, validationMessage: say.severalNone } : {})}
      >
        <Textarea
          ref={(element: HTMLElement | null) => {
            box.current = element;
          }}
          value={text}
          rows={5}
          resize="vertical"
          disabled={busy}
          // Whoever has an access token has the data: it is shown as dots, like a password.
          textarea={{ className: styles.mono, spellCheck: false, ...(secret ? { style: dots } : {}) }}
          onChange={(_, { value }) => {
            setText(value);
            setLines(null);
            setNone(false);
          }}
        />
      </Field>
      {lines !== null && (
        <ol className={styles.list} aria-label={say.results}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one paste keep their places
            <ResultLine key={index} line={line} secret={secret} />
          ))}
        </ol>
      )}
      <p className={styles.summary} role="status">
        {lines === null || busy ? null : say.addedSome(outcomeOf(lines).added, outcomeOf(lines).failed)}
      </p>
    </form>
  );
}

/** https://developer.mozilla.org/docs/Web/CSS/-webkit-text-security */
const dots = { WebkitTextSecurity: 'disc' } as CSSProperties;

const marks: Readonly<Record<Tracked['result']['kind'], readonly [FluentIcon, 'good' | 'bad' | 'quiet']>> = {
  waiting: [CircleHintRegular, 'quiet'],
  asking: [CircleHintRegular, 'quiet'],
  'no-number': [DismissCircleRegular, 'bad'],
  twice: [CircleHintRegular, 'quiet'],
  added: [CheckmarkCircleRegular, 'good'],
  refused: [DismissCircleRegular, 'bad'],
};

function ResultLine({ line, secret }: { readonly line: Tracked; readonly secret: boolean }) {
  const styles = useStyles();
  const [Icon, tone] = marks[line.result.kind];
  return (
    <li className={styles.line}>
      <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden="true">
        {line.result.kind === 'asking' ? <Spinner size="extra-tiny" /> : <Icon />}
      </span>
      {line.reference !== null && (
        <span className={styles.number}>{shownReference(line.reference, secret)}</span>
      )}
      <span>{saidOf(line)}</span>
    </li>
  );
}

function saidOf({ line, result }: Tracked): string {
  const say = words.asking;
  switch (result.kind) {
    case 'waiting':
      return say.waiting;
    case 'asking':
      return say.asked;
    case 'no-number':
      return say.noNumber(line);
    case 'twice':
      return say.twice;
    case 'added':
      return say.added(result.title);
    case 'refused': {
      const text = errorText(result.error, Date.now());
      return `${text.title}. ${text.nextStep}`;
    }
  }
}
