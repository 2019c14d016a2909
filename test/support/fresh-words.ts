// Before each file of tests: the numbers, dates and words of a window that nobody has set up.
import { setLocale } from '../../src-renderer/words/locale.ts';

setLocale({});
