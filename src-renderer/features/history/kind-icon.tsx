import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  BinRecycleRegular,
  CalendarClockRegular,
  ClockRegular,
  DeleteRegular,
  DocumentCheckmarkRegular,
  ErrorCircleRegular,
  EyeRegular,
  type FluentIcon,
  HatGraduationRegular,
  MailInboxRegular,
  PersonRegular,
  PlugConnectedRegular,
  QuestionCircleRegular,
  ReceiptRegular,
  SendRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { HistoryKind } from '../../../src-preload/contract/history.ts';

const useStyles = makeStyles({
  icon: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  wary: { color: tokens.colorStatusWarningForeground1 },
});

type Tone = 'plain' | 'good' | 'bad' | 'wary';

const icons: Readonly<Record<HistoryKind, readonly [FluentIcon, Tone]>> = {
  'connection-added': [PlugConnectedRegular, 'plain'],
  'connection-changed': [PlugConnectedRegular, 'plain'],
  'connection-removed': [DeleteRegular, 'plain'],
  'schedule-added': [CalendarClockRegular, 'plain'],
  'schedule-changed': [CalendarClockRegular, 'plain'],
  'schedule-paused': [CalendarClockRegular, 'plain'],
  'schedule-resumed': [CalendarClockRegular, 'plain'],
  'schedule-removed': [DeleteRegular, 'plain'],
  'schedule-failed': [ErrorCircleRegular, 'bad'],
  'export-tracked': [MailInboxRegular, 'plain'],
  'export-started': [SendRegular, 'plain'],
  'export-cancelled': [DeleteRegular, 'plain'],
  'export-forgotten': [DeleteRegular, 'plain'],
  'export-ready': [MailInboxRegular, 'plain'],
  'export-failed': [ErrorCircleRegular, 'bad'],
  'export-expired': [ClockRegular, 'wary'],
  'retrieval-started': [ArrowDownloadRegular, 'plain'],
  'retrieval-collected': [DocumentCheckmarkRegular, 'good'],
  'retrieval-broken': [ErrorCircleRegular, 'bad'],
  'retrieval-discarded': [DeleteRegular, 'plain'],
  reviewed: [EyeRegular, 'plain'],
  'commit-started': [SendRegular, 'plain'],
  'commit-refused': [WarningRegular, 'wary'],
  committed: [ReceiptRegular, 'good'],
  'commit-unknown': [QuestionCircleRegular, 'wary'],
  // Either way: its words say which.
  'commit-settled': [ReceiptRegular, 'plain'],
  'commit-confirmed-by-hand': [PersonRegular, 'wary'],
  'commit-reopened-by-hand': [PersonRegular, 'wary'],
  'receipt-checked': [DocumentCheckmarkRegular, 'plain'],
  'file-binned': [BinRecycleRegular, 'plain'],
  'practice-started': [HatGraduationRegular, 'plain'],
  'practice-stopped': [HatGraduationRegular, 'plain'],
  'ledger-replaced': [WarningRegular, 'wary'],
};

/** A picture beside the word; it never stands alone. */
export function KindIcon({ kind }: { readonly kind: HistoryKind }) {
  const styles = useStyles();
  const [Icon, tone] = icons[kind];
  return (
    <span className={mergeClasses(styles.icon, tone !== 'plain' && styles[tone])} aria-hidden="true">
      <Icon />
    </span>
  );
}
