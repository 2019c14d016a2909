import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from './narrow.ts';

/** How the tools above a long list stand: search and choices in rows, what acts on the whole at the end. */
export const useListToolbar = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    [narrow.content]: { flexWrap: 'wrap' },
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  search: {
    flexGrow: 1,
    flexBasis: '160px',
    minWidth: '120px',
    maxWidth: '360px',
    '& input': { textOverflow: 'ellipsis' },
  },
  atEnd: { marginLeft: 'auto' },
  fixed: { flexShrink: 0, whiteSpace: 'nowrap' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
