export const vendorOr = (subject: string | undefined) => subject ?? 'leverandøren';
/** For the start of a sentence. */
export const vendorFirst = (subject: string | undefined) => subject ?? 'Leverandøren';
export const fileOr = (subject: string | undefined) => (subject === undefined ? 'en fil' : `«${subject}»`);
export const fileFirst = (subject: string | undefined) => (subject === undefined ? 'En fil' : `«${subject}»`);
