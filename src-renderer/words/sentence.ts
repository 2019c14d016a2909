/** A sentence with its full stop: what ends with an abbreviation ("a.m.", "2026 г.") has one already. */
export function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
