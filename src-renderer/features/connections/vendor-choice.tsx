import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ChevronRightRegular,
  DataUsageRegular,
  type FluentIcon,
  PeopleCheckmarkRegular,
  ReceiptRegular,
} from '@fluentui/react-icons';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  card: {
    display: 'grid',
    gridTemplateColumns: '40px minmax(0, 1fr) 20px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    width: '100%',
    padding: tokens.spacingHorizontalL,
    textAlign: 'left',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  icon: { fontSize: '28px', lineHeight: 0, color: tokens.colorBrandForeground1, justifySelf: 'center' },
  name: { fontWeight: tokens.fontWeightSemibold },
  line: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  chevron: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
});

const vendors: readonly (readonly [ProviderId, FluentIcon])[] = [
  ['mypreferences', PeopleCheckmarkRegular],
  ['mytracker', DataUsageRegular],
  ['crayon', ReceiptRegular],
];

/** The vendors that Docket knows, a line each. */
export function VendorChoice({ choose }: { readonly choose: (vendor: ProviderId) => void }) {
  const styles = useStyles();
  return (
    <ul className={styles.root}>
      {vendors.map(([id, Icon]) => (
        <li key={id} className={styles.item}>
          <button type="button" className={styles.card} onClick={() => choose(id)}>
            <span className={styles.icon} aria-hidden="true">
              <Icon />
            </span>
            <span>
              <span className={styles.name}>{words.vendors.name(id)}</span>
              <br />
              <span className={styles.line}>{words.connections.vendorLine(id)}</span>
            </span>
            <span className={styles.chevron} aria-hidden="true">
              <ChevronRightRegular />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
