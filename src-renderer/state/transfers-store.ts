import { create } from 'zustand';
import type { TransferProgress } from '../../src-preload/contract/retrievals.ts';

interface TransfersState {
  readonly byJob: ReadonlyMap<string, TransferProgress>;
}

/** Running transfers; main always sends all of them, so that an ended one disappears. */
export const useTransfers = create<TransfersState>()(() => ({ byJob: new Map() }));

export function setTransfers(transfers: readonly TransferProgress[]): void {
  useTransfers.setState({ byJob: new Map(transfers.map((transfer) => [transfer.jobId, transfer])) });
}

export function useTransfer(jobId: string): TransferProgress | undefined {
  return useTransfers((state) => state.byJob.get(jobId));
}
