import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useId } from 'react';
import { words } from '../../words/words.ts';
import { type RequestField, type RequestValues, withRequestValue } from './new-export-form.ts';
import type { RequestProblems } from './new-export-request.ts';

const useStyles = makeStyles({
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalL,
    alignItems: 'start',
  },
});

/** What each line of the form gets to work with. */
export interface RequestFormProps {
  readonly values: RequestValues;
  readonly problems: RequestProblems;
  readonly change: (values: RequestValues, name: RequestField) => void;
  /** What earlier requests named, to choose from. */
  readonly known?: Readonly<Partial<Record<RequestField, readonly string[]>>>;
  /** False where the days move on by themselves. */
  readonly dates?: boolean;
}

/** The boxes that take any text. */
export type TextName = { [N in RequestField]: string extends RequestValues[N] ? N : never }[RequestField];
type ChoiceName = 'matchCriteria' | 'event' | 'isVerified' | 'rooted';

/** For finding a box again, to put the focus there. */
export function requestBoxId(name: RequestField): string {
  return `new-export-${name}`;
}

interface LineProps extends RequestFormProps {
  readonly required?: boolean;
  readonly hint?: string;
}

function Labelled({
  name,
  problems,
  required = false,
  hint,
  children,
}: Pick<LineProps, 'problems' | 'required' | 'hint'> & {
  readonly name: RequestField;
  readonly children: ReactElement;
}) {
  const say = words.newExport.field(name);
  const problem = problems[name];
  const under = hint ?? say.hint;
  return (
    <Field
      label={say.label}
      required={required}
      {...(under === '' ? {} : { hint: under })}
      {...(problem === undefined
        ? {}
        : { validationState: 'error' as const, validationMessage: words.newExport.problem(problem) })}
    >
      {children}
    </Field>
  );
}

export interface TextLineProps extends LineProps {
  readonly name: TextName;
  readonly type?: 'text' | 'date' | 'datetime-local';
  readonly max?: string;
  readonly list?: string;
}

export function TextLine({ name, type = 'text', max, list, ...props }: TextLineProps) {
  const ownList = useId();
  const known = props.known?.[name] ?? [];
  const listId = list ?? (known.length > 0 ? ownList : undefined);
  return (
    <>
      <Labelled name={name} {...props}>
        <Input
          id={requestBoxId(name)}
          type={type}
          value={props.values[name]}
          autoComplete="off"
          spellCheck={false}
          {...(max === undefined ? {} : { max })}
          {...(listId === undefined ? {} : { list: listId })}
          onChange={(_, { value }) => props.change(withRequestValue(props.values, name, value), name)}
        />
      </Labelled>
      {known.length > 0 && (
        <datalist id={ownList}>
          {known.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}

export function AreaLine({ name, ...props }: LineProps & { readonly name: TextName }) {
  const styles = useStyles();
  return (
    <Labelled name={name} {...props}>
      <Textarea
        id={requestBoxId(name)}
        value={props.values[name]}
        rows={3}
        resize="vertical"
        textarea={{ className: styles.mono, spellCheck: false }}
        onChange={(_, { value }) => props.change(withRequestValue(props.values, name, value), name)}
      />
    </Labelled>
  );
}

export interface ChoiceLineProps<N extends ChoiceName> extends LineProps {
  readonly name: N;
  readonly choices: readonly {
    readonly group?: string;
    readonly options: readonly (readonly [RequestValues[N], string])[];
  }[];
}

export function ChoiceLine<N extends ChoiceName>({ name, choices, ...props }: ChoiceLineProps<N>) {
  const choose = (wanted: string) => {
    for (const { options } of choices) {
      const found = options.find(([value]) => value === wanted);
      if (found !== undefined) return props.change(withRequestValue(props.values, name, found[0]), name);
    }
  };
  return (
    <Labelled name={name} {...props}>
      <Select id={requestBoxId(name)} value={props.values[name]} onChange={(_, { value }) => choose(value)}>
        {choices.map(({ group, options }) =>
          group === undefined ? (
            <Options key="" options={options} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={options} />
            </optgroup>
          ),
        )}
      </Select>
    </Labelled>
  );
}

function Options({ options }: { readonly options: readonly (readonly [string, string])[] }) {
  return options.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

/** Two boxes side by side. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().pair}>{children}</div>;
}
