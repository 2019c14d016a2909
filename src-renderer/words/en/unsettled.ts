import type { CommitAsked, CommitState } from '../../../src-preload/contract/commits.ts';
import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { errorText } from './errors.ts';
import { momentInSentence } from './time.ts';

type Unknown = Extract<CommitState, { kind: 'unknown' }>;

/** What the vendor was asked, and what came of it. */
function lastAsked(asked: CommitAsked | undefined, vendor: string, now: number): string {
  if (asked === undefined) return 'not yet';
  const when = momentInSentence(asked.at, now);
  switch (asked.answer) {
    case 'not-yet':
      return `${when}: ${vendor} did not have it yet. It may still be on its way.`;
    case 'unclear':
      // A bare number says nothing to a person.
      return asked.vendorStatus === null || /^\d+$/.test(asked.vendorStatus)
        ? `${when}: ${vendor} no longer knows this export, and so can’t say.`
        : `${when}: ${vendor} only says “${asked.vendorStatus}”, which leaves it open.`;
    case 'unanswered':
      return asked.error === undefined
        ? `${when}, without an answer`
        : `${when}, without an answer: ${errorText(asked.error, now).title}.`;
  }
}

/** The usual reasons, told of the moment at which the commit was sent. */
const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  timeout: 'The vendor did not answer in time.',
  'connection-lost': 'The connection broke before the answer came.',
  'vendor-unavailable': 'The vendor answered with a fault of its own.',
  'not-the-vendor':
    'Another page answered in the vendor’s place, such as the sign-in page of a public Wi-Fi.',
  'redirect-refused': 'The answer led to another address, which Docket does not follow.',
  'not-found': 'The vendor answered that it does not find this export.',
  'export-gone': 'The vendor answered that it no longer has this export.',
  'request-rejected': 'The vendor answered that it does not take this commit.',
};

/** Why the answer is missing. */
function why({ lost }: Unknown, now: number): string {
  if (lost === undefined) return 'Docket ended before the answer came.';
  return reasons[lost.code] ?? `${errorText(lost, now).title}.`;
}

/** A commit whose outcome is not known, and what a person may decide where the vendor can’t say. */
export const unsettled = {
  title: 'The answer was lost on the way',
  text: (vendor: string) =>
    `The commit was sent, but no answer came from ${vendor}. Docket asks until it knows, also after a restart; nothing needs doing.`,
  textDecidable: (vendor: string) =>
    `The commit was sent, but no answer came from ${vendor}, and asking has not settled it. Docket goes on asking. If ${vendor} has told you what became of it, you can decide by hand.`,
  sent: 'Sent',
  sentBy: (when: string, who: string) => `${when}, by ${who}`,
  why: 'What happened',
  whyText: why,
  asked: 'Last asked',
  askedText: lastAsked,
  checkNow: 'Check now',
  checking: 'Checking…',
  close: 'Close',
  decide: 'Decide by hand…',

  decideTitle: (title: string) => `Decide about “${title}”`,
  decideText: (vendor: string) =>
    `Say only what you know from ${vendor}: by phone, by e-mail or from its own pages. If you don’t know, let Docket go on asking.`,
  question: 'What became of the commit?',
  done: (vendor: string) => `${vendor} confirmed it to me`,
  notDone: 'It was not done',
  remark: 'How do you know?',
  remarkHint: 'It is kept with your name: in the history, and on the receipt if there is one.',
  cancel: 'Cancel',
  goOn: 'Continue',
  back: 'Back',

  sureTitle: { done: 'Write a receipt on your word?', 'not-done': 'Open the commit again?' },
  sure: {
    done: (vendor: string) =>
      `The receipt will say that the answer of ${vendor} was lost and that you decided by hand. It can’t be taken back.`,
    'not-done': (vendor: string) =>
      `Then this export can be committed again. Should ${vendor} have the first commit after all, a second one changes nothing there.`,
  },
  sureRemark: (remark: string) => `You say: “${remark}”`,
  verb: { done: 'Write the receipt', 'not-done': 'Open it again' },
  /** It was found out while the person was thinking. */
  settledMeanwhile: 'Docket has found out: the commit was not done. It can be committed again.',
} as const;
