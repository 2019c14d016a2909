import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useReducer, useRef, useState } from 'react';
import { loadConnections, useConnections } from '../../state/connections-store.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellDone } from '../../state/messages.ts';
import { goTo, openDialog } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/words.ts';
import { testConnection } from './connection-deeds.ts';
import type { ConnectionForm } from './connection-form.ts';
import { type Problems, problemsOf, readDraft } from './form-draft.ts';
import { type FormField, type FormPart, fieldsOf, namesAdvanced, shownFields } from './form-fields.ts';
import { boxId, FormLine, lineId } from './form-line.tsx';
import { nextSaving, startSaving } from './form-saving.ts';
import { KeychainNote } from './keychain-note.tsx';
import { filledBoxes, type Pieces, withPieces } from './paste-pieces.ts';
import { faultsOf } from './test-fault.ts';
import { TestReport } from './test-report.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    // Room for the focus ring of what touches the edge.
    padding: `2px 2px ${tokens.spacingVerticalS}`,
    '> *': { flexShrink: 0 },
  },
  body: { maxHeight: 'calc(100vh - 112px)' },
  back: { minWidth: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  advanced: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  saved: { margin: 0, color: tokens.colorNeutralForeground2 },
  pasted: {
    margin: 0,
    color: tokens.colorNeutralForeground1,
    ':empty': { display: 'none' },
  },
  works: { marginBottom: tokens.spacingVerticalL },
  form: { display: 'contents' },
});

export interface ConnectionFormViewProps {
  readonly start: ConnectionForm;
  /** What of it is changed; a new connection is always whole. */
  readonly part?: FormPart;
  readonly title: string;
  readonly back: (() => void) | null;
  readonly onBusy: (busy: boolean) => void;
  readonly close: () => void;
}

/** The details of one account: typed, saved, tested at once, and what came of it, without leaving the dialog. */
export function ConnectionFormView({
  start,
  part = 'all',
  title,
  back,
  onBusy,
  close,
}: ConnectionFormViewProps) {
  const styles = useStyles();
  const [state, tell] = useReducer(nextSaving, startSaving(start));
  const content = useRef<HTMLElement | null>(null);
  const done = useRef<HTMLElement | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const [pasted, setPasted] = useState<string | null>(null);
  const { form, problems, phase } = state;
  const connections = useConnections((all) => all.connections);
  const busy = phase.kind === 'saving' || phase.kind === 'testing';
  const vendor = words.vendors.name(form.provider);
  const fields = shownFields(form, part);
  const isNew = start.id === null;

  useEffect(() => onBusy(busy), [busy, onBusy]);
  // What came of it stands at the top; the box that it names then comes into sight with its reason.
  useEffect(() => {
    if (phase.kind === 'fails' || phase.kind === 'refused') content.current?.scrollTo({ top: 0 });
  }, [phase.kind]);
  // The first box, or the first in which something does not fit, has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a refusal, not with each letter typed
  useEffect(() => {
    const first = [...fields.main, ...fields.advanced].find(({ name }) => problems[name] !== undefined);
    const box =
      first === undefined
        ? content.current?.querySelector('input')
        : document.getElementById(boxId(first.name));
    box?.focus({ preventScroll: first !== undefined });
    if (first !== undefined)
      document.getElementById(lineId(first.name))?.scrollIntoView({ block: 'nearest' });
  }, [state.refusals]);
  useEffect(() => {
    if (phase.kind === 'works') done.current?.focus();
  }, [phase.kind]);

  const refuse = (found: Problems) => {
    if (namesAdvanced(form, found)) setUnfolded(true);
    tell({ kind: 'problems', problems: found });
  };
  const save = async () => {
    const others = connections.filter(({ id }) => id !== form.id);
    const reading = readDraft(
      form,
      others.map(({ name }) => name),
    );
    if (reading.kind === 'problems') return refuse(reading.problems);
    if (part === 'secrets' && Object.keys(reading.draft.secrets).length === 0) {
      setPasted(words.connecting.nothingTyped);
      return;
    }
    setPasted(null);
    tell({ kind: 'save' });
    const saved = await ask(docket().connections.save(reading.draft));
    if (!saved.ok) {
      const found = problemsOf(saved.error, form);
      return found === null ? tell({ kind: 'refused', error: saved.error }) : refuse(found);
    }
    void loadConnections();
    if (part === 'name') {
      tellDone(words.connecting.renamed(saved.value.name));
      return close();
    }
    tell({ kind: 'saved', connection: saved.value });
    const test = await testConnection(saved.value.id);
    const outcome = test.ok ? test.value.outcome : ({ kind: 'fails', error: test.error } as const);
    const faults = outcome.kind === 'works' ? {} : faultsOf(outcome.error, form, part);
    if (namesAdvanced(form, faults)) setUnfolded(true);
    tell({ kind: 'tested', outcome, faults });
  };
  const paste = (pieces: Pieces) => {
    const all = fieldsOf(form);
    const filled = filledBoxes(
      pieces,
      [...all.main, ...all.advanced].map(({ name }) => name),
    );
    tell({ kind: 'paste', form: withPieces(form, pieces), names: filled });
    const labels = filled.map((name) => words.connections.field(form.provider, name).label);
    setPasted(
      [
        ...(labels.length === 0 ? [] : [words.connecting.pasted(labels)]),
        ...(pieces.token === true ? [words.connecting.pastedToken] : []),
      ].join(' '),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void save();
  };

  if (phase.kind === 'works') {
    return (
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          <MessageBar intent="success" layout="multiline" className={styles.works}>
            <MessageBarBody>
              <MessageBarTitle>{words.connections.savedWorksTitle(form.values.name.trim())}</MessageBarTitle>
              {words.connections.savedWorks(form.provider, vendor)}
            </MessageBarBody>
          </MessageBar>
        </DialogContent>
        <DialogActions>
          {isNew && <Button onClick={close}>{words.connections.close}</Button>}
          <Button
            appearance="primary"
            ref={(element: HTMLElement | null) => {
              done.current = element;
            }}
            onClick={isNew ? () => goOn(form) : close}
          >
            {isNew ? words.connecting.goOn(form.provider) : words.connections.close}
          </Button>
        </DialogActions>
      </DialogBody>
    );
  }

  const line = (field: FormField) => (
    <FormLine
      key={field.name}
      field={field}
      form={form}
      problem={problems[field.name]}
      change={(next) => tell({ kind: 'type', form: next, name: field.name })}
      paste={paste}
    />
  );

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <DialogBody className={styles.body}>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent
          className={styles.content}
          ref={(element: HTMLElement | null) => {
            content.current = element;
          }}
        >
          {phase.kind === 'refused' && <ErrorNote error={phase.error} />}
          {phase.kind === 'fails' && (
            <>
              <TestReport provider={form.provider} error={phase.error} />
              <p className={styles.saved}>{words.connections.savedFails}</p>
            </>
          )}
          {part !== 'name' && <KeychainNote />}
          {part === 'all' && form.id === null && <p className={styles.saved}>{words.connecting.pasteHint}</p>}
          {part === 'secrets' && <p className={styles.saved}>{words.connecting.changeSecretHint}</p>}
          <p className={styles.pasted} role="status">
            {pasted}
          </p>
          <fieldset className={styles.fields} disabled={busy} {...plainFieldset}>
            {fields.main.map(line)}
            {fields.advanced.length > 0 && (
              <Accordion
                collapsible
                className={styles.advanced}
                openItems={unfolded ? ['advanced'] : []}
                onToggle={() => setUnfolded(!unfolded)}
              >
                <AccordionItem value="advanced">
                  <AccordionHeader>{words.connections.advanced}</AccordionHeader>
                  <AccordionPanel className={styles.panel}>{fields.advanced.map(line)}</AccordionPanel>
                </AccordionItem>
              </Accordion>
            )}
          </fieldset>
        </DialogContent>
        <DialogActions position="start">
          {back !== null && form.id === null && (
            <Button className={styles.back} appearance="subtle" disabled={busy} onClick={back}>
              {words.connections.back}
            </Button>
          )}
        </DialogActions>
        <DialogActions position="end">
          <Button disabled={busy} onClick={close}>
            {phase.kind === 'fails' ? words.connections.closeAnyway : words.connections.cancel}
          </Button>
          <Button
            appearance="primary"
            type="submit"
            disabledFocusable={busy}
            {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
          >
            {phase.kind === 'saving'
              ? words.connections.saving
              : phase.kind === 'testing'
                ? words.connections.testing
                : part === 'name'
                  ? words.connecting.renameSave
                  : words.connections.saveAndTest}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

/** What a person connects a vendor for: Crayon's queue is listed by itself, the others are asked. */
function goOn({ id, provider }: ConnectionForm): void {
  goTo({ screen: 'exports' });
  if (provider !== 'crayon') openDialog({ kind: 'new-export', ...(id === null ? {} : { connectionId: id }) });
}

/** No frame and no group name: the dialog's title says it. */
const plainFieldset = { style: { border: 'none', padding: 0, margin: 0, minWidth: 0 } } as const;
