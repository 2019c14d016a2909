import { words } from './words.ts';

export { fingerprint, number, percent } from './numbers.ts';

/** In the page's language. */
export const { files, list, records, size } = words.values;
