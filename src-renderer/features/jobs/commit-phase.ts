import type { CommitPreview, CommitState, Receipt } from '../../../src-preload/contract/commits.ts';
import type { DocketError, Result } from '../../../src-preload/contract/errors.ts';

/** Where the commit dialog is. */
export type CommitPhase =
  /** `error`: why the question is asked again. */
  | { readonly kind: 'loading'; readonly error?: DocketError | undefined }
  | { readonly kind: 'failed'; readonly error: DocketError }
  /** The person decides; `error` is why the last attempt was refused. */
  | {
      readonly kind: 'asking';
      readonly preview: CommitPreview;
      readonly keepFiles: boolean;
      readonly error: DocketError | null;
    }
  | { readonly kind: 'running'; readonly preview: CommitPreview; readonly keepFiles: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'committed'; readonly receipt: Receipt };

export type CommitEvent =
  | { readonly kind: 'previewed'; readonly answer: Result<CommitPreview> }
  | { readonly kind: 'keep'; readonly keepFiles: boolean }
  | { readonly kind: 'go' }
  | { readonly kind: 'answered'; readonly answer: Result<CommitState> }
  /** Main's list says what became of the commit. */
  | { readonly kind: 'known'; readonly commit: CommitState };

/** The one primary button of the dialog; null where nothing but leaving it is left. */
export type MainDeed = 'commit' | 'put-right' | 'settle' | 'close';

/** `canPutRight`: the refusal itself offers a way out, such as collecting again. */
export function mainDeedOf(phase: CommitPhase, canPutRight: boolean): MainDeed | null {
  switch (phase.kind) {
    case 'loading':
    case 'failed':
      return null;
    case 'asking':
      if (phase.preview.refusal === null) return 'commit';
      return canPutRight ? 'put-right' : null;
    case 'running':
      return 'commit';
    case 'unknown':
      return 'settle';
    case 'committed':
      return 'close';
  }
}

/** By default nothing is deleted at a vendor where that is a choice; a vendor's own copy is asked for only on demand. */
export function keepFilesAtFirst(preview: CommitPreview): boolean {
  return preview.keepsCopyChoice && preview.effect === 'sign-off-may-delete';
}

export function nextPhase(phase: CommitPhase, event: CommitEvent): CommitPhase {
  switch (event.kind) {
    case 'previewed':
      if (phase.kind !== 'loading' && phase.kind !== 'failed') return phase;
      return event.answer.ok
        ? asked(event.answer.value, phase.kind === 'loading' ? (phase.error ?? null) : null)
        : { kind: 'failed', error: event.answer.error };
    case 'keep':
      return phase.kind === 'asking' ? { ...phase, keepFiles: event.keepFiles } : phase;
    case 'go':
      return phase.kind === 'asking' && phase.preview.refusal === null
        ? { kind: 'running', preview: phase.preview, keepFiles: phase.keepFiles }
        : phase;
    case 'answered':
      return phase.kind === 'running' ? afterAnswer(phase, event.answer) : phase;
    case 'known':
      if (event.commit.kind === 'committed') return { kind: 'committed', receipt: event.commit.receipt };
      if (event.commit.kind === 'unknown' && phase.kind !== 'running') return { kind: 'unknown' };
      // Settled as "not taken": the question is open again, with fresh facts.
      return event.commit.kind === 'open' && phase.kind === 'unknown'
        ? { kind: 'loading', error: event.commit.lastError }
        : phase;
  }
}

function asked(told: CommitPreview, error: DocketError | null): CommitPhase {
  // For the review the dialog itself asks; main refuses what is sent without it.
  const preview = told.refusal?.code === 'not-reviewed' ? { ...told, refusal: null } : told;
  const keepFiles = keepFilesAtFirst(preview);
  return error !== null && final.has(error.code)
    ? { kind: 'asking', preview: { ...preview, refusal: preview.refusal ?? error }, keepFiles, error: null }
    : { kind: 'asking', preview, keepFiles, error };
}

/** However often one asks, nothing else comes of it. */
const final: ReadonlySet<DocketError['code']> = new Set(['file-changed', 'file-missing', 'commit-too-late']);

function afterAnswer(
  phase: Extract<CommitPhase, { kind: 'running' }>,
  answer: Result<CommitState>,
): CommitPhase {
  const refused = (error: DocketError): CommitPhase =>
    final.has(error.code)
      ? { ...phase, kind: 'asking', preview: { ...phase.preview, refusal: error }, error: null }
      : { ...phase, kind: 'asking', error };
  // The vendor has it: there is nothing to ask any more, and the receipt follows by itself.
  if (!answer.ok && answer.error.code === 'receipt-not-written')
    return { kind: 'failed', error: answer.error };
  if (!answer.ok) return answer.error.code === 'commit-unknown' ? { kind: 'unknown' } : refused(answer.error);
  switch (answer.value.kind) {
    case 'committed':
      return { kind: 'committed', receipt: answer.value.receipt };
    case 'unknown':
      return { kind: 'unknown' };
    case 'open':
      return refused(answer.value.lastError ?? { code: 'commit-refused' });
    case 'committing':
      return refused({ code: 'commit-running' });
  }
}
