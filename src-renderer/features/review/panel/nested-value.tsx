import { makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../../../words/words.ts';
import type { ExactValue } from './exact-json.ts';

const useStyles = makeStyles({
  frame: { overflowX: 'auto', maxWidth: '100%' },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th, & td': {
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: `2px ${tokens.spacingHorizontalS}`,
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      minWidth: '48px',
    },
    '& th': {
      whiteSpace: 'nowrap',
      fontWeight: tokens.fontWeightSemibold,
      backgroundColor: tokens.colorNeutralBackground3,
    },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const mostLines = 50;

/** A list within a record as a small table: a line for each entry, a column for each field that any of them has. */
export function NestedValue({ value, label }: { readonly value: ExactValue; readonly label: string }) {
  const styles = useStyles();
  if (value.kind !== 'list') return <PlainValue value={value} />;
  if (value.items.length === 0) return <span className={styles.quiet}>{words.reviewPanel.listEmpty}</span>;
  const names = [
    ...new Set(
      value.items.flatMap((item) => (item.kind === 'object' ? item.fields.map(({ name }) => name) : [])),
    ),
  ];
  const plain = value.items.some((item) => item.kind !== 'object');
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        {names.length > 0 && (
          <thead>
            <tr>
              {plain && <td />}
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {value.items.slice(0, mostLines).map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have nothing else to be told apart by, and never move
            <tr key={place}>
              {plain && <td>{item.kind === 'object' ? '' : <PlainValue value={item} />}</td>}
              {names.map((name) => (
                <td key={name}>{item.kind === 'object' && <Field item={item} name={name} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {value.items.length > mostLines && (
        <span className={styles.quiet}>{words.reviewPanel.listMore(value.items.length - mostLines)}</span>
      )}
    </div>
  );
}

function Field({
  item,
  name,
}: {
  readonly item: Extract<ExactValue, { kind: 'object' }>;
  readonly name: string;
}) {
  const found = item.fields.find((field) => field.name === name);
  return found === undefined ? null : <PlainValue value={found.value} />;
}

function PlainValue({ value }: { readonly value: ExactValue }) {
  return <>{value.kind === 'text' ? value.text : value.raw}</>;
}
