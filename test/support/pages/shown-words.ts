import { setLocale } from '../../../src-renderer/words/locale.ts';

// The private desktop speaks en_US: numbers in sentences read as the app writes them.
setLocale({ locale: 'en-US' });

export { words } from '../../../src-renderer/words/en.ts';
export { errorText } from '../../../src-renderer/words/errors.ts';
export { records } from '../../../src-renderer/words/values.ts';

/** A text with hard spaces as a pattern that takes any space, as accessible names and rendered text have them. */
export function loosely(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\s+/g, '\\s+'));
}

/** As `loosely`, for a text that must be all there is. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${loosely(text).source}$`);
}
