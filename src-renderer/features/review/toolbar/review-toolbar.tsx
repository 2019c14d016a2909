import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  ToggleButton,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowSwapRegular,
  CopyRegular,
  FolderOpenRegular,
  MoreHorizontalRegular,
  OpenRegular,
  PanelRightRegular,
} from '@fluentui/react-icons';
import { type RefObject, useState } from 'react';
import { ask, docket } from '../../../state/docket.ts';
import { tellError } from '../../../state/messages.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { loadOf } from '../desk/desk-state.ts';
import { copyChosen } from '../table/copy-cells.ts';
import { ColumnsButton, type PartColumnSwitch } from './columns-button.tsx';
import { FindBox } from './find-box.tsx';
import { RowField } from './row-field.tsx';
import { SaveMenu } from './save-menu.tsx';
import { ToolButton } from './tool-button.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    minWidth: 0,
    flexWrap: 'wrap',
  },
  gap: { flexGrow: 1 },
  fixed: { flexShrink: 0, whiteSpace: 'nowrap' },
});

export interface ReviewToolbarProps {
  readonly fileId: string;
  readonly find: RefObject<HTMLInputElement | null>;
  readonly rowField: RefObject<HTMLInputElement | null>;
  readonly partColumn: PartColumnSwitch | null;
  readonly compare: () => void;
}

/** What can be done with the whole table. */
export function ReviewToolbar({ fileId, find, rowField, partColumn, compare }: ReviewToolbarProps) {
  const styles = useStyles();
  const desk = useDesk();
  const panel = useDeskState((state) => state.panel);
  const ready = useDeskState(({ table }) => loadOf(table) === 'ready');
  return (
    <div className={styles.root}>
      <FindBox box={find} />
      <ColumnsButton partColumn={partColumn} />
      <RowField box={rowField} />
      <span className={styles.gap} />
      <ToolButton
        icon={<ArrowSwapRegular />}
        label={words.reviewTools.compare}
        hint={ready ? '' : words.reviewTools.needsAll}
        disabledFocusable={!ready}
        onClick={compare}
      />
      <SaveMenu />
      <MoreMenu fileId={fileId} />
      <Tooltip content={words.reviewTools.panel} relationship="label">
        <ToggleButton
          className={styles.fixed}
          appearance="subtle"
          icon={<PanelRightRegular />}
          checked={panel !== null}
          onClick={() => desk.showPanel(panel === null ? 'summary' : null)}
        />
      </Tooltip>
    </div>
  );
}

function MoreMenu({ fileId }: { readonly fileId: string }) {
  const styles = useStyles();
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const tell = async (call: ReturnType<ReturnType<typeof docket>['files']['reveal']>) => {
    const answer = await ask(call);
    if (!answer.ok) tellError(answer.error);
  };
  return (
    <Menu open={open} onOpenChange={(_, data) => setOpen(data.open)} positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={words.reviewTools.more} relationship="label">
          <Button className={styles.fixed} appearance="subtle" icon={<MoreHorizontalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<CopyRegular />} onClick={() => void copyChosen(desk, false)}>
            {words.reviewTools.copy}
          </MenuItem>
          <MenuItem icon={<CopyRegular />} onClick={() => void copyChosen(desk, true)}>
            {words.reviewTools.copyWith}
          </MenuItem>
          <MenuItem icon={<OpenRegular />} onClick={() => void tell(docket().files.openExternally(fileId))}>
            {words.reviewTools.openOriginal}
          </MenuItem>
          <MenuItem icon={<FolderOpenRegular />} onClick={() => void tell(docket().files.reveal(fileId))}>
            {words.reviewTools.revealOriginal}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
