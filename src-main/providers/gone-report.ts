import type { ExportReport } from './provider.ts';

/** The report of a reference that the vendor doesn't know; `vendorStatus` is how it said so, or empty. */
export function goneReport(reference: string, vendorStatus: string): ExportReport {
  return {
    reference,
    state: { kind: 'gone' },
    vendorStatus,
    vendorStatusUnknown: false,
    rows: null,
    bytes: null,
    files: null,
    cancellable: false,
    details: [],
  };
}
