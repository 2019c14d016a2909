export const vendorOr = (subject: string | undefined) => subject ?? 'the vendor';
/** For the start of a sentence. */
export const vendorFirst = (subject: string | undefined) => subject ?? 'The vendor';
export const fileOr = (subject: string | undefined) => (subject === undefined ? 'a file' : `“${subject}”`);
export const fileFirst = (subject: string | undefined) => (subject === undefined ? 'A file' : `“${subject}”`);
