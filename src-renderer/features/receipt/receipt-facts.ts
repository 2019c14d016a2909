import type { ReceiptPage } from '../../../src-preload/contract/receipts.ts';
import { findingCounts } from '../../words/finding-counts.ts';
import { exact, momentInSentence } from '../../words/time.ts';
import { size } from '../../words/values.ts';
import { words } from '../../words/words.ts';

export interface PaperFact {
  readonly label: string;
  readonly value: string;
  readonly mono?: true;
}

/** What the receipt is about. */
export function aboutFacts({ receipt, reference }: ReceiptPage): readonly PaperFact[] {
  const say = words.receiptPage;
  return [
    { label: say.amount, value: words.receipt.amount(receipt, size(receipt.bytes)) },
    ...(receipt.provider === undefined
      ? []
      : [{ label: say.vendor, value: words.vendors.name(receipt.provider) }]),
    { label: say.connection, value: receipt.connectionName },
    ...(reference === null ? [] : [{ label: say.reference, value: reference }]),
    { label: say.number, value: receipt.id, mono: true },
  ];
}

/** What makes it a proof: the vendor's word, a person's, and the check before it. */
export function restsOn({ receipt, review }: ReceiptPage): readonly PaperFact[] {
  const say = words.receiptPage;
  const plain = words.receipt;
  const { decision, sentAt } = receipt;
  const late = receipt.proof !== undefined && receipt.proof !== 'answer' && sentAt !== undefined;
  const reviewed =
    review === null
      ? []
      : [
          say.reviewedBy(review.by, exact(review.at)),
          ...(review.remark === null ? [] : [say.remark(review.remark)]),
        ];
  return [
    { label: say.vendorsAnswer, value: plain.answer(receipt) },
    ...(late ? [{ label: plain.sentAt, value: exact(sentAt) }] : []),
    ...(late && receipt.proof !== 'hand' ? [{ label: plain.knownAt, value: exact(receipt.at) }] : []),
    ...(decision === undefined ? [] : [{ label: plain.decided, value: plain.decidedBy(decision) }]),
    ...(receipt.keepFiles === null
      ? []
      : [{ label: say.vendorsCopy, value: receipt.keepFiles ? plain.kept : plain.notKept }]),
    ...(reviewed.length === 0 ? [] : [{ label: say.reviewed, value: reviewed.join(' · ') }]),
    { label: say.filesVerified, value: say.verified },
  ];
}

/** Paper is read on other days: always with the day and the year. */
export const onPaper = (at: number): string => momentInSentence(at, 0);

/** "Last checked on 21 Nov 2026, 09:14 by kim: 2 files as signed for." */
export function lastCheckOf({ lastCheck }: ReceiptPage): string {
  const say = words.receiptPage;
  const counts = lastCheck?.note == null ? null : findingCounts(lastCheck.note);
  return lastCheck === null || counts === null
    ? say.neverChecked
    : say.lastCheck(lastCheck.by, onPaper(lastCheck.at), say.foundInAll(counts));
}
