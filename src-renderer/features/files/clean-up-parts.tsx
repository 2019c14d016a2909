import { makeStyles, tokens } from '@fluentui/react-components';
import type { CleanUpPlan } from '../../../src-preload/contract/files.ts';
import { errorText } from '../../words/errors.ts';
import { momentInSentence } from '../../words/time.ts';
import { size } from '../../words/values.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  sum: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    maxHeight: '220px',
    overflowY: 'auto',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  title: { overflowWrap: 'anywhere' },
  facts: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const mostListed = 200;
const mostNamed = 3;

/** Exactly what would go, export by export, and what stays although it is old enough. */
export function CleanUpPlanView({ plan }: { readonly plan: CleanUpPlan }) {
  const styles = useStyles();
  const say = words.files;
  const now = Date.now();
  return (
    <div className={styles.root}>
      {plan.exports.length === 0 ? (
        <p className={styles.sum}>{say.nothingToClean}</p>
      ) : (
        <>
          <p className={styles.sum}>
            {say.goes(plan.total.files, plan.exports.length, size(plan.total.bytes))}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <ul className={styles.list} aria-label={say.goesLabel} tabIndex={0}>
            {plan.exports.slice(0, mostListed).map((each) => (
              <li key={each.jobId} className={styles.item}>
                <div>
                  <div className={styles.title}>{each.title}</div>
                  <div className={styles.facts}>
                    {[
                      words.vendors.shortName(each.provider),
                      each.connectionName,
                      say.committedOn(momentInSentence(each.committedAt, now)),
                    ].join(' · ')}
                  </div>
                  <div className={styles.facts}>{namesOf(each.names)}</div>
                </div>
                <div className={styles.amount}>{say.exportGoes(each.files, size(each.bytes))}</div>
              </li>
            ))}
            {plan.exports.length > mostListed && <li>{say.andMore(plan.exports.length - mostListed)}</li>}
          </ul>
          <p className={styles.quiet}>{say.safety}</p>
        </>
      )}
      {plan.staying.length > 0 && <Stayed title={say.stays(plan.staying.length)} files={plan.staying} />}
    </div>
  );
}

function namesOf(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [words.files.andMore(more)] : [])].join(', ');
}

/** Files that stay, each with the reason. */
export function Stayed({ title, files }: { readonly title: string; readonly files: CleanUpPlan['staying'] }) {
  const styles = useStyles();
  return (
    <div>
      <p className={styles.quiet}>{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <ul className={styles.list} aria-label={title} tabIndex={0}>
        {files.slice(0, mostListed).map(({ name, title: of, error }) => (
          <li key={`${of}/${name}`} className={styles.item}>
            <div>
              <div className={styles.title}>{name}</div>
              <div className={styles.facts}>{[of, errorText(error, 0).reason].join(' · ')}</div>
            </div>
          </li>
        ))}
        {files.length > mostListed && <li>{words.files.andMore(files.length - mostListed)}</li>}
      </ul>
    </div>
  );
}
