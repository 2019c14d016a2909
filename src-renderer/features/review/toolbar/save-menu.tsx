import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SaveKind } from '../../../words/kinds.ts';
import { words } from '../../../words/words.ts';
import { useDeskState } from '../desk/desk-context.ts';
import { loadOf, totalShown } from '../desk/desk-state.ts';
import { SaveDialog } from './save-dialog.tsx';

const useStyles = makeStyles({
  fixed: { flexShrink: 0, whiteSpace: 'nowrap' },
  hint: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

const kinds: readonly SaveKind[] = ['csv', 'csv-excel', 'xlsx', 'parquet'];
/** https://support.microsoft.com/office/excel-specifications-and-limits: 1,048,576 rows, the header is one of them. */
const mostExcelRows = 1_048_575;

/** Saves what is shown: the same rows in the same order, the columns in sight. */
export function SaveMenu() {
  const styles = useStyles();
  const opener = useRestoreFocusTarget();
  const ready = useDeskState(({ table }) => loadOf(table) === 'ready');
  const total = useDeskState(totalShown);
  const [saving, setSaving] = useState<SaveKind | null>(null);
  return (
    <>
      <Menu positioning={{ position: 'below', align: 'end' }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            {...opener}
            className={styles.fixed}
            icon={<SaveRegular />}
            disabledFocusable={!ready}
            title={ready ? '' : words.reviewTools.needsAll}
          >
            {words.reviewSave.save}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {kinds.map((kind) => {
              const tooMany = kind === 'xlsx' && total > mostExcelRows;
              return (
                <MenuItem
                  key={kind}
                  disabled={tooMany}
                  subText={{
                    className: styles.hint,
                    children: tooMany ? words.reviewSave.tooMany(mostExcelRows) : words.reviewSave.hint(kind),
                  }}
                  onClick={() => setSaving(kind)}
                >
                  {words.reviewSave.kind(kind)}
                </MenuItem>
              );
            })}
          </MenuList>
        </MenuPopover>
      </Menu>
      {saving !== null && <SaveDialog kind={saving} onClose={() => setSaving(null)} />}
    </>
  );
}
