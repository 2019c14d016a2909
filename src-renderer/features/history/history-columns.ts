import { makeStyles, tokens } from '@fluentui/react-components';

/** Below this the columns that an entry's details have as well give way. */
const tight = '@media (max-width: 1179px)';

/** The columns of the history, for its head and its rows alike. */
export const useColumns = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '68px 76px minmax(0, 20fr) minmax(0, 32fr) 72px 64px 100px minmax(0, 22fr)',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    height: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS}`,
    [tight]: {
      gridTemplateColumns: '68px 64px minmax(0, 22fr) minmax(0, 30fr) 68px minmax(0, 24fr)',
    },
  },
  /** What an entry's details say as well is the first to give way. */
  wide: { [tight]: { display: 'none' } },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  /** In line with the day above it. */
  time: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
