import { makeStyles, tokens } from '@fluentui/react-components';

/** Below this the columns that an entry's details have as well give way. */
const tight = '@media (max-width: 1179px)';

/** The columns of the history, for its head and its rows alike. */
export const useColumns = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '72px 80px minmax(0, 22fr) minmax(0, 26fr) 76px 64px 100px minmax(0, 26fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    height: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS}`,
    [tight]: {
      gridTemplateColumns: '72px 72px minmax(0, 25fr) minmax(0, 25fr) 72px minmax(0, 25fr)',
    },
  },
  /** What an entry's details say as well is the first to give way. */
  wide: { [tight]: { display: 'none' } },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});
