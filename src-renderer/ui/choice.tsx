import { Dropdown, makeStyles, Option } from '@fluentui/react-components';

const useStyles = makeStyles({
  // A long choice is cut; hover shows it whole, and the arrow stays in its place.
  button: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },

  root: { minWidth: '112px', width: '172px', flexShrink: 1, whiteSpace: 'nowrap' },
});

/** One of a few, from a list that drops down. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChoose,
  disabled = false,
}: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly text: string }[];
  readonly onChoose: (value: V) => void;
  readonly disabled?: boolean;
}) {
  const styles = useStyles();
  const chosen = options.find((option) => option.value === value);
  return (
    <Dropdown
      className={styles.root}
      aria-label={label}
      title={chosen?.text ?? ''}
      value={chosen?.text ?? ''}
      button={{
        className: styles.button,
        children: <span className={styles.text}>{chosen?.text ?? ''}</span>,
      }}
      selectedOptions={[value]}
      disabled={disabled}
      onOptionSelect={(_, { optionValue }) => {
        const next = options.find((option) => option.value === optionValue);
        if (next !== undefined) onChoose(next.value);
      }}
    >
      {options.map((option) => (
        <Option key={option.value} value={option.value}>
          {option.text}
        </Option>
      ))}
    </Dropdown>
  );
}
