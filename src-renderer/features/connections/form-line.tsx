import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { ClipboardEvent } from 'react';
import type { SecretField } from '../../../src-preload/contract/connections.ts';
import { SecretInput } from '../../ui/secret-input.tsx';
import { words } from '../../words/words.ts';
import { type ConnectionForm, type FormValues, withSecret, withValue } from './connection-form.ts';
import type { Problem } from './form-draft.ts';
import type { ChoiceField, FormField } from './form-fields.ts';
import { type Box, cleaned, type Pieces, readPaste } from './paste-pieces.ts';

export interface FormLineProps {
  readonly field: FormField;
  readonly form: ConnectionForm;
  readonly problem: Problem | undefined;
  readonly change: (form: ConnectionForm) => void;
  /** A paste that held more than this one box takes. */
  readonly paste: (pieces: Pieces) => void;
}

/** For finding a box again, to put the focus there. */
export function boxId(name: string): string {
  return `connection-${name}`;
}

/** For bringing the whole line into sight: label, box, and what is said below it. */
export function lineId(name: string): string {
  return `connection-line-${name}`;
}

/** One box of the form with its label, its hint, and what is wrong with it. */
export function FormLine({ field, form, problem, change, paste }: FormLineProps) {
  const say = words.connections.field(form.provider, field.name);
  const optional = field.name === 'scope';
  return (
    <Field
      id={lineId(field.name)}
      label={say.label}
      hint={say.hint}
      required={
        !optional && field.kind !== 'choice' && !(field.kind === 'secret' && isHeld(form, field.name))
      }
      {...(problem === undefined
        ? {}
        : {
            validationState: 'error' as const,
            validationMessage: words.connections.problem(problem),
          })}
    >
      {inputOf(field, form, change, paste)}
    </Field>
  );
}

function isHeld(form: ConnectionForm, field: SecretField): boolean {
  return form.held.includes(field);
}

/** Sorts a paste into the boxes that it is for; a plain one comes without the blanks around it. */
function onPaste(event: ClipboardEvent, form: ConnectionForm, box: Box, paste: (pieces: Pieces) => void) {
  const text = event.clipboardData.getData('text/plain');
  const pieces = readPaste(form.provider, box, text);
  if (pieces !== null) {
    event.preventDefault();
    paste(pieces);
    return;
  }
  const clean = cleaned(text);
  if (clean === text) return;
  event.preventDefault();
  // The one way that keeps the box's own undo: https://developer.mozilla.org/docs/Web/API/Document/execCommand#inserttext
  document.execCommand('insertText', false, clean);
}

function inputOf(
  field: FormField,
  form: ConnectionForm,
  change: FormLineProps['change'],
  paste: FormLineProps['paste'],
) {
  const say = words.connections.field(form.provider, field.name);
  switch (field.kind) {
    case 'text':
    case 'number':
      return (
        <Input
          id={boxId(field.name)}
          value={form.values[field.name]}
          placeholder={say.example === undefined ? '' : words.connections.example(say.example)}
          inputMode={field.kind === 'number' ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          onPaste={(event) => onPaste(event, form, field.name, paste)}
          onChange={(_, { value }) => change(withValue(form, field.name, value))}
        />
      );
    case 'secret':
      return (
        <SecretInput
          id={boxId(field.name)}
          value={form.secrets[field.name] ?? ''}
          placeholder={isHeld(form, field.name) ? words.connections.secretSaved : ''}
          showLabel={words.connections.show(say.label)}
          hideLabel={words.connections.hide(say.label)}
          onPaste={(event) => onPaste(event, form, field.name, paste)}
          onChange={(_, { value }) => change(withSecret(form, field.name, value))}
        />
      );
    case 'choice':
      return choiceInput(field.name, form, change);
  }
}

/** Each choice's values are those of its own box. */
const choicesOf: { readonly [N in ChoiceField]: Readonly<Record<FormValues[N], string>> } =
  words.connections.choices;

function choiceInput<N extends ChoiceField>(
  name: N,
  form: ConnectionForm,
  change: (form: ConnectionForm) => void,
) {
  const labels: Readonly<Record<FormValues[N], string>> = choicesOf[name];
  const choices = Object.entries<string>(labels);
  const choose = (wanted: string) => {
    if (isChoice(labels, wanted)) change(withValue(form, name, wanted));
  };
  if (choices.length <= 2) {
    return (
      <RadioGroup
        id={boxId(name)}
        layout="horizontal"
        value={form.values[name]}
        onChange={(_, { value }) => choose(value)}
      >
        {choices.map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    );
  }
  return (
    <Select id={boxId(name)} value={form.values[name]} onChange={(_, { value }) => choose(value)}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

const isChoice = <T extends string>(labels: Readonly<Record<T, string>>, wanted: string): wanted is T =>
  wanted in labels;
