import type { Group, JobView, NextStep, Stage } from '../../../src-preload/contract/jobs.ts';
import { stageIn } from '../export-stage.ts';
import { sentence } from '../sentence.ts';
import { until } from './time.ts';
import { exportsCount, number, oneOr, records } from './values.ts';

const groupNames: Readonly<Record<Group, string>> = {
  'needs-you': 'Needs you',
  'on-its-way': 'On its way',
  done: 'Done',
};

const stages: Readonly<Record<Stage, string>> = {
  preparing: 'Preparing',
  ready: 'Ready to collect',
  collecting: 'Collecting',
  paused: 'Paused',
  checking: 'Checking the files',
  collected: 'Ready to review',
  reviewed: 'Ready to commit',
  committing: 'Committing',
  unsettled: 'Commit not confirmed yet',
  committed: 'Committed',
  failed: 'Failed at the vendor',
  cancelled: 'Cancelled',
  expired: 'Expired at the vendor',
  gone: 'Gone from the vendor',
  broken: 'Collecting stopped',
};

const steps: Readonly<Record<NextStep, string>> = {
  collect: 'Collect',
  pause: 'Pause',
  resume: 'Resume',
  'collect-again': 'Collect again',
  review: 'Review',
  commit: 'Commit',
  settle: 'Check now',
  repeat: 'Ask again',
  'ask-anew': 'Change and ask…',
  receipt: 'Receipt',
  wait: 'Check now',
  forget: 'Take off list',
};

const tooLate = 'Too late to commit';

const stage = stageIn({
  stages,
  waitingTurn: 'Waiting its turn',
  preparing: (share) => `Preparing ${share}`,
  tooLate,
  pausedOffline: 'Paused: offline',
  pausedByVendor: (vendor) => `Paused: ${vendor} asks to wait`,
});

/** The sentence at the top: what needs the person, and what presses most. */
function headline(needsYou: number, onTheirWay: number, soonestExpiry: number | null, now: number): string {
  if (needsYou === 0) {
    return onTheirWay === 0
      ? 'Nothing needs you.'
      : `Nothing needs you now. ${oneOr(onTheirWay, 'export is on its way.', 'exports are on their way.')}`;
  }
  const first = `${oneOr(needsYou, 'export needs', 'exports need')} you.`;
  if (soonestExpiry === null || soonestExpiry <= now) return first;
  return sentence(`${first} ${needsYou === 1 ? 'It' : 'One'} expires ${until(soonestExpiry, now)}`);
}

export const exportsList = {
  title: 'Exports',
  headline,
  loadingHeadline: 'Opening your list…',
  listLabel: 'Exports',
  search: 'Search exports',
  vendorFilter: 'Vendor',
  allVendors: 'All vendors',
  newExport: 'New export',
  refresh: 'Check all now',
  checkedAll: 'Checked with the vendors',
  group: (group: Group, exports: number) => ({ name: groupNames[group], count: exports }),
  doneThisWeek: 'this week',
  showAllDone: (exports: number) => `Show all ${exportsCount(exports)} that are done`,
  stage,
  tooLate,
  step: (step: NextStep) => steps[step],
  stepFor: (label: string, title: string) => `${label}: ${title}`,
  /** The dots say that a question comes before the deed. */
  commitStep: 'Commit…',
  progressOf: (title: string) => `Progress of ${title}`,

  expires: (at: number, now: number) => (at <= now ? 'expires now' : `expires ${until(at, now)}`),
  checked: (when: string) => `checked ${when}`,
  committedAt: (when: string) => `committed ${when}`,
  reviewedBy: (who: string) => `reviewed by ${who}`,
  perSecond: (speed: string) => `${speed}/s`,
  left: (time: string) => `${time} left`,
  ofTotal: (done: string, total: string) => `${done} of ${total}`,
  recordsOfTotal: (done: number, total: number) => `${number(done)} of ${records(total)}`,
  part: (part: number, parts: number) => `file ${part} of ${parts}`,
  goesOn: (when: string) => `goes on ${when}`,
  goesOnOnline: 'goes on when this computer is online',
  askedFor: (when: string) => `asked for ${when}`,
  vendorSays: (word: string) => `the vendor says “${word}”`,
  vendorNumber: (reference: string) => `no. ${reference}`,
  settling: 'Docket is finding out whether the vendor has it',
  practice: 'Practice',

  emptyTitle: 'No exports yet',
  empty:
    'Ask a vendor for an export, or add one that you have the number of. It then shows here, with its next step.',
  noMatchTitle: 'No export matches',
  noMatch: (search: string) =>
    search === '' ? 'No export of this vendor is on the list.' : `Nothing is named “${search}”.`,
  clearFilters: 'Show all exports',

  menu: {
    details: 'Show details',
    checkNow: 'Check now',
    resume: 'Resume now',
    cancel: 'Cancel at the vendor…',
    repeat: 'Ask for this export again',
    collectAgain: 'Collect again',
    discard: 'Discard what was collected',
    forget: 'Take off the list',
    look: 'Look at the table',
    reveal: 'Show in folder',
    history: 'Show its history',
    receipt: 'Show receipt',
    unsettled: 'About this commit',
    decide: 'Decide by hand…',
  },

  confirm: {
    cancel: {
      title: (title: string) => `Cancel “${title}”?`,
      text: (vendor: string, _job: JobView) =>
        `${vendor} stops preparing this export. It can be asked for again later.`,
      yes: 'Cancel the export',
      no: 'Let it go on',
    },
    discard: {
      title: (title: string) => `Discard what was collected of “${title}”?`,
      text: (vendor: string, job: JobView) =>
        job.export.kind === 'ready'
          ? `The files that Docket collected for this export are deleted from this computer. The export at ${vendor} stays as it is.`
          : `The files that Docket collected for this export are deleted from this computer. ${vendor} no longer offers this export: what you discard can’t be collected again.`,
      yes: 'Discard the files',
      no: 'Keep them',
    },
    forget: {
      title: (title: string) => `Take “${title}” off the list?`,
      text: (vendor: string, job: JobView) =>
        job.provider === 'mypreferences' && job.commit.kind !== 'committed' && job.export.kind === 'ready'
          ? `It leaves this list, and Docket forgets the number that opens it (its access token): without it the export can’t be collected from ${vendor}. Files on this computer and the lines in the history stay.`
          : 'It leaves this list. Files on this computer and the lines in the history stay.',
      yes: 'Take it off',
      no: 'Keep it',
    },
  },

  said: {
    cancelled: (title: string) => `“${title}” is cancelled`,
    repeated: (title: string) => `“${title}” was asked for again`,
    forgotten: (title: string) => `“${title}” has left the list`,
    discarded: (title: string) => `What was collected of “${title}” is discarded`,
    collectionStarted: (title: string) => `Collecting “${title}”`,
    settledCommitted: (title: string) => `“${title}” is committed`,
    settledOpen: (title: string) => `“${title}” was not committed`,
    settledOpenHint: 'The vendor did not take the commit. You can commit again.',
    notYet: 'The vendor does not have it yet',
    notYetHint: 'It may still be on its way. Docket asks again in half a minute.',
    stillUnknown: 'The vendor can’t say yet',
    stillUnknownHint: 'Docket goes on asking. Nothing needs doing.',
    receiptByHand: (title: string) => `“${title}” has its receipt`,
    openedByHand: (title: string) => `“${title}” can be committed again`,
  },
} as const;
