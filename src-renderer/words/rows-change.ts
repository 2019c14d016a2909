/** How a row count stands to the one before: none at all, about twice or half, so many times as much, or far less. */
export type RowsChange =
  | { readonly kind: 'none' | 'twice' | 'half' | 'fewer' }
  | { readonly kind: 'times'; readonly times: number };

export function rowsChange(now: number, before: number): RowsChange {
  if (now === 0) return { kind: 'none' };
  const more = now > before;
  const times = more ? now / Math.max(1, before) : before / now;
  if (times < 2.25) return { kind: more ? 'twice' : 'half' };
  return more ? { kind: 'times', times: Math.floor(times) } : { kind: 'fewer' };
}
