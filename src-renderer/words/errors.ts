import { words } from './words.ts';

/** What is said about an error, in the page's language. */
export const { errorText } = words;
