import { providerNames } from '../../src-preload/contract/connections.ts';

/** What is said about one error: what happened, why, and what to do next. Each is a whole sentence but the title. */
export interface ErrorText {
  readonly title: string;
  readonly reason: string;
  readonly nextStep: string;
  /** What the person can do while Docket tries again by itself; without a full stop. */
  readonly meanwhile?: string;
}

/**
 * `subject` is the thing that the error names: a vendor or connection, a file, a field, by the error's code. Of `detail`,
 * the system's own word, only numbers are taken.
 */
export type ErrorWords = (subject: string | undefined, detail: string | undefined) => ErrorText;

export const vendorOr = (subject: string | undefined) => subject ?? 'the vendor';
export const fileOr = (subject: string | undefined) => (subject === undefined ? 'a file' : `“${subject}”`);
/** For the start of a sentence. */
export const vendorFirst = (subject: string | undefined) => subject ?? 'The vendor';
export const fileFirst = (subject: string | undefined) => (subject === undefined ? 'A file' : `“${subject}”`);
/** Where the subject may also be a number or name that was looked for. */
export const isVendor = (subject: string | undefined) =>
  Object.values(providerNames).some((name) => name === subject);
