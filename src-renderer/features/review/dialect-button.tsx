import {
  Button,
  Checkbox,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Dialect } from '../../../src-preload/contract/review.ts';
import { words } from '../../words/words.ts';
import { PopoverActions, ToolPopover } from './toolbar/tool-popover.tsx';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    flexShrink: 1,
    justifyContent: 'flex-start',
  },
  said: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  narrowed: { minWidth: 0 },
});

const delimiters = [',', ';', '\t', '|'] as const;
const quotes = ['"', "'", ''] as const;
// The contract's list, written out: its module brings the schemas along, which the window doesn't load.
const encodings = {
  'utf-8': true,
  'utf-16le': true,
  'utf-16be': true,
  'windows-1252': true,
  'windows-1251': true,
  'koi8-r': true,
  ibm866: true,
} as const satisfies Readonly<Record<Dialect['encoding'], true>>;

function encodingNamed(value: string | undefined): Dialect['encoding'] {
  return allEncodings.find((encoding) => encoding === value) ?? 'utf-8';
}
const allEncodings = Object.keys(encodings) as readonly Dialect['encoding'][];

export interface DialectButtonProps {
  readonly dialect: Dialect;
  /** It was corrected by hand. */
  readonly corrected: boolean;
  readonly read: (dialect: Partial<Dialect> | null) => void;
}

/** How the file's text is cut into cells; corrected by hand where Docket has recognised it wrongly. */
export function DialectButton({ dialect, corrected, read }: DialectButtonProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const said = words.reviewPanel.dialect(dialect);
  return (
    <ToolPopover
      titled
      open={open}
      setOpen={setOpen}
      label={words.reviewPanel.dialectTitle}
      hint={words.reviewPanel.dialectHint}
      position={{ position: 'above', align: 'start' }}
      trigger={
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-label={words.reviewPanel.dialectLabel(said)}
          title={words.reviewPanel.dialectLabel(said)}
        >
          <span className={styles.said}>{said}</span>
        </Button>
      }
    >
      <DialectForm
        dialect={dialect}
        corrected={corrected}
        read={(next) => {
          setOpen(false);
          read(next);
        }}
      />
    </ToolPopover>
  );
}

function DialectForm({ dialect, corrected, read }: DialectButtonProps) {
  const styles = useStyles();
  const say = words.reviewPanel;
  const [draft, setDraft] = useState(dialect);
  const listed = delimiters.some((delimiter) => delimiter === draft.delimiter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ([...draft.delimiter].length === 1) read(draft);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={say.delimiter}>
        <Dropdown
          className={styles.narrowed}
          value={listed ? say.delimiterName(draft.delimiter) : say.otherDelimiter}
          selectedOptions={[listed ? draft.delimiter : 'other']}
          onOptionSelect={(_, { optionValue }) =>
            setDraft({ ...draft, delimiter: optionValue === 'other' ? ':' : (optionValue ?? ',') })
          }
        >
          {delimiters.map((delimiter) => (
            <Option key={delimiter} value={delimiter}>
              {say.delimiterName(delimiter)}
            </Option>
          ))}
          <Option value="other">{say.otherDelimiter}</Option>
        </Dropdown>
      </Field>
      {!listed && (
        <Field label={say.otherDelimiter}>
          <Input
            maxLength={1}
            value={draft.delimiter}
            onChange={(_, { value }) => setDraft({ ...draft, delimiter: value })}
          />
        </Field>
      )}
      <Field label={say.encoding}>
        <Dropdown
          className={styles.narrowed}
          value={say.encodingName(draft.encoding)}
          selectedOptions={[draft.encoding]}
          onOptionSelect={(_, { optionValue }) =>
            setDraft({ ...draft, encoding: encodingNamed(optionValue) })
          }
        >
          {allEncodings.map((encoding) => (
            <Option key={encoding} value={encoding}>
              {say.encodingName(encoding)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={say.quote}>
        <Dropdown
          className={styles.narrowed}
          value={say.quotes[quotes.find((quote) => quote === draft.quote) ?? '"']}
          selectedOptions={[draft.quote === '' ? 'none' : draft.quote]}
          onOptionSelect={(_, { optionValue }) =>
            setDraft({ ...draft, quote: optionValue === 'none' ? '' : (optionValue ?? '"') })
          }
        >
          {quotes.map((quote) => (
            <Option key={quote} value={quote === '' ? 'none' : quote}>
              {say.quotes[quote]}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Checkbox
        label={say.header}
        checked={draft.header}
        onChange={(_, { checked }) => setDraft({ ...draft, header: checked === true })}
      />
      <PopoverActions>
        {corrected && <Button onClick={() => read(null)}>{say.recognise}</Button>}
        <Button appearance="primary" type="submit">
          {say.read}
        </Button>
      </PopoverActions>
    </form>
  );
}
