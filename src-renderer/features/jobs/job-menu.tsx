import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  ArrowRepeatAllRegular,
  DeleteRegular,
  DismissCircleRegular,
  DismissRegular,
  DocumentTableRegular,
  FolderOpenRegular,
  HistoryRegular,
  MoreHorizontalRegular,
  PersonRegular,
  PlayRegular,
  QuestionCircleRegular,
  ReceiptRegular,
  SignatureRegular,
} from '@fluentui/react-icons';
import { type ReactElement, useRef, useState } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { goTo, openDialog } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { discard, letGo, revealFiles, runJobCall } from './job-deeds.ts';
import { type MenuEntry, menuOf } from './menu-of.ts';

const icons: Readonly<Record<MenuEntry, ReactElement>> = {
  unsettled: <QuestionCircleRegular />,
  decide: <PersonRegular />,
  'check-now': <ArrowClockwiseRegular />,
  resume: <PlayRegular />,
  commit: <SignatureRegular />,
  look: <DocumentTableRegular />,
  reveal: <FolderOpenRegular />,
  receipt: <ReceiptRegular />,
  history: <HistoryRegular />,
  repeat: <ArrowRepeatAllRegular />,
  cancel: <DismissCircleRegular />,
  discard: <DeleteRegular />,
  forget: <DismissRegular />,
};

const names: Readonly<Record<MenuEntry, string>> = {
  unsettled: words.exports.menu.unsettled,
  decide: words.exports.menu.decide,
  'check-now': words.exports.menu.checkNow,
  resume: words.exports.menu.resume,
  look: words.exports.menu.look,
  commit: words.exports.commitStep,
  reveal: words.exports.menu.reveal,
  receipt: words.exports.menu.receipt,
  history: words.exports.menu.history,
  repeat: words.exports.menu.repeat,
  cancel: words.exports.menu.cancel,
  discard: words.exports.menu.discard,
  forget: words.exports.menu.forget,
};

function choose(entry: MenuEntry, job: JobView): void {
  switch (entry) {
    case 'unsettled':
    case 'commit':
      openDialog({ kind: 'commit', jobId: job.id });
      break;
    case 'decide':
      openDialog({ kind: 'decide', jobId: job.id });
      break;
    case 'check-now':
      void runJobCall(job.id, 'check');
      break;
    case 'repeat':
    case 'resume':
      void runJobCall(job.id, entry);
      break;
    case 'look':
      goTo({ screen: 'review', jobId: job.id });
      break;
    case 'reveal':
      void revealFiles(job.id);
      break;
    case 'receipt':
      openDialog({ kind: 'receipt', jobId: job.id });
      break;
    case 'history':
      goTo({ screen: 'history', jobId: job.id });
      break;
    case 'discard':
      discard(job);
      break;
    case 'forget':
      letGo(job);
      break;
    case 'cancel':
      openDialog({ kind: 'confirm', what: entry, jobId: job.id });
      break;
  }
}

/** Everything but the one next step. The menu itself is made when it opens: there is one such button in every row. */
export function JobMenu({ job, tabIndex = 0 }: { readonly job: JobView; readonly tabIndex?: number }) {
  const restoreFocus = useRestoreFocusTarget();
  const button = useRef<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        {...restoreFocus}
        ref={(element: HTMLElement | null) => {
          button.current = element;
        }}
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        tabIndex={tabIndex}
        aria-label={words.app.moreActions(job.title)}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      />
      {open && (
        <OpenMenu
          job={job}
          target={button.current}
          close={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

interface OpenMenuProps {
  readonly job: JobView;
  readonly target: HTMLElement | null;
  readonly close: () => void;
}

function OpenMenu({ job, target, close }: OpenMenuProps) {
  const { useful, harmful } = menuOf(job);
  const item = (entry: MenuEntry) => (
    <MenuItem key={entry} icon={icons[entry]} onClick={() => choose(entry, job)}>
      {names[entry]}
    </MenuItem>
  );
  return (
    <Menu
      open
      onOpenChange={(_, data) => {
        if (!data.open) close();
      }}
      positioning={{ target, position: 'below', align: 'end' }}
    >
      <MenuPopover
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <MenuList>
          {useful.map(item)}
          {harmful.length > 0 && <MenuDivider />}
          {harmful.map(item)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
