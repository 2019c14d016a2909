import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { ProofProgress, ReceiptCheck, ReceiptPage } from '../../../src-preload/contract/receipts.ts';
import { ask, docket } from '../../state/docket.ts';

export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: ProofProgress | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: DocketError }
  | { readonly kind: 'done'; readonly check: ReceiptCheck };

export type PageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: DocketError }
  | { readonly kind: 'ready'; readonly page: ReceiptPage };

/** A receipt with its files, and a check of them while this screen is open: leaving it ends the check. */
export function useReceipt(jobId: string) {
  const [page, setPage] = useState<PageState>({ kind: 'loading' });
  const [check, setCheck] = useState<CheckState>({ kind: 'idle' });
  const here = useRef(true);
  const running = useRef(false);

  const load = useCallback(async () => {
    const answer = await ask(docket().receipts.get(jobId));
    if (!here.current) return;
    setPage(answer.ok ? { kind: 'ready', page: answer.value } : { kind: 'failed', error: answer.error });
  }, [jobId]);

  const stop = useCallback(() => void ask(docket().receipts.stopCheck(jobId)), [jobId]);

  useEffect(() => {
    here.current = true;
    void load();
    const end = docket().on('proof-progress', (progress) => {
      if (progress.task !== 'receipt' || progress.jobId !== jobId) return;
      setCheck((now) => (now.kind === 'running' ? { kind: 'running', progress } : now));
    });
    return () => {
      end();
      here.current = false;
      if (running.current) stop();
    };
  }, [jobId, load, stop]);

  const run = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setCheck({ kind: 'running', progress: null });
    const answer = await ask(docket().receipts.check(jobId));
    running.current = false;
    if (!here.current) return;
    if (answer.ok) setCheck({ kind: 'done', check: answer.value });
    else if (answer.error.code === 'cancelled') setCheck({ kind: 'stopped' });
    else setCheck({ kind: 'failed', error: answer.error });
    void load();
  }, [jobId, load]);

  return { page, check, run: () => void run(), stop, again: () => void load() } as const;
}
