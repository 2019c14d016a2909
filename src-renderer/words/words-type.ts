import type { Said } from '../../src-preload/contract/languages.ts';
import type { words } from './en.ts';

/** What every language has to say: English gives the shape. A missing key doesn't compile, nor does an additional one. */
export type Words = Said<typeof words>;
