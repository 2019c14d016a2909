import { Checkbox, Input, makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { Values } from '../../../../src-preload/contract/review-insight.ts';
import { ask, docket } from '../../../state/docket.ts';
import { useNow } from '../../../state/now.ts';
import { errorText } from '../../../words/errors.ts';
import { number } from '../../../words/values.ts';
import { words } from '../../../words/words.ts';
import { deferred, newestOnly } from '../desk/desk-parts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    height: '216px',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: { display: 'flex', alignItems: 'center', paddingRight: tokens.spacingHorizontalM },
  box: { minWidth: 0 },
  value: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' },
  count: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  quiet: { margin: 'auto', padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const most = 200;
const whileTyping = 200;

export interface ValuesChoiceProps {
  readonly handle: string;
  readonly column: number;
  readonly chosen: readonly (string | null)[];
  readonly not: boolean;
  readonly onChange: (chosen: readonly (string | null)[], not: boolean) => void;
}

type Found =
  | { readonly kind: 'working' }
  | { readonly kind: 'ready'; readonly values: Values }
  | { readonly kind: 'failed'; readonly error: DocketError };

/** A column's values with how often each occurs, to be ticked. What is chosen stays in sight. */
export function ValuesChoice({ handle, column, chosen, not, onChange }: ValuesChoiceProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const found = useValues(handle, column, search);
  const now = useNow('coarse');
  const listed = found.kind === 'ready' ? found.values.values : [];
  const seen = new Set(listed.map(({ value }) => value ?? null));
  const lines = [
    ...(search === ''
      ? chosen.filter((value) => !seen.has(value)).map((value) => ({ value, count: null }))
      : []),
    ...listed,
  ];
  const toggle = (value: string | null, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value), not);
  return (
    <div className={styles.root}>
      <Input
        value={search}
        contentBefore={<SearchRegular />}
        placeholder={words.reviewFilter.valueSearch}
        aria-label={words.reviewFilter.valueSearch}
        onChange={(_, { value }) => setSearch(value)}
      />
      <ul className={styles.list} aria-label={words.reviewFilter.values}>
        {lines.map(({ value, count }) => (
          <li key={value === null ? 'null' : `=${value}`} className={styles.line}>
            <Checkbox
              className={styles.box}
              label={{
                className: styles.value,
                children: value === null || value === '' ? words.reviewFilter.blankValue : shortened(value),
              }}
              checked={chosen.includes(value)}
              onChange={(_, { checked }) => toggle(value, checked === true)}
            />
            {count !== null && <span className={styles.count}>{number(count)}</span>}
          </li>
        ))}
        {lines.length === 0 && (
          <li className={styles.quiet}>
            {found.kind === 'working' ? (
              <Spinner size="tiny" label={words.reviewFilter.valuesWorking} />
            ) : found.kind === 'failed' ? (
              errorText(found.error, now).title
            ) : (
              words.reviewFilter.valuesNone
            )}
          </li>
        )}
      </ul>
      {found.kind === 'ready' && found.values.more && (
        <span className={styles.note}>{words.reviewFilter.valuesMore(found.values.values.length)}</span>
      )}
      <Switch
        checked={not}
        label={words.reviewFilter.valuesNot}
        onChange={(_, { checked }) => onChange(chosen, checked)}
      />
    </div>
  );
}

const shortened = (value: string) => (value.length > 60 ? `${value.slice(0, 59)}…` : value);

function useValues(handle: string, column: number, search: string): Found {
  const [found, setFound] = useState<Found>({ kind: 'working' });
  useEffect(() => {
    const newest = newestOnly();
    const typing = deferred(search === '' ? 0 : whileTyping);
    const current = newest.next();
    let waiting = false;
    typing.run(() => {
      waiting = true;
      void ask(
        docket().review.values({
          handle,
          column,
          limit: most,
          ...(search === '' ? {} : { contains: search }),
        }),
      ).then((answer) => {
        waiting = false;
        if (!current()) return;
        setFound(
          answer.ok ? { kind: 'ready', values: answer.value } : { kind: 'failed', error: answer.error },
        );
      });
    });
    return () => {
      typing.drop();
      newest.stop();
      // Nobody looks at them any more.
      if (waiting) void ask(docket().review.cancel({ handle, what: 'values' }));
    };
  }, [handle, column, search]);
  return found;
}
