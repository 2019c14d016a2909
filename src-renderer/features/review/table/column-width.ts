const perLetter = 7.5;
const around = 32;
/** The menu's button stands beside the name. */
const forMenu = 28;
const narrowest = 72;
const widest = 360;

/** A width in pixels that shows the name and most of the first rows' cells, within reason. */
export function columnWidth(name: string, cells: readonly (string | null)[]): number {
  const lengths = cells.map((cell) => cell?.length ?? 0).sort((a, b) => a - b);
  // Of many cells a few long ones don't make the column wide: nine in ten fit.
  const usual = lengths[Math.ceil((lengths.length - 1) * 0.9)] ?? 0;
  // One that is only somewhat longer than those is not cut for a few pixels.
  const longest = Math.min(lengths.at(-1) ?? 0, usual * 1.5);
  const wanted = Math.max(name.length * 1.1 * perLetter + forMenu, longest * perLetter) + around;
  return Math.round(Math.min(widest, Math.max(narrowest, wanted)));
}

/** Wide enough for the last row's number as it is written. */
export function numberColumnWidth(lastNumber: string): number {
  return Math.max(56, Math.ceil(lastNumber.length * 8 + around));
}
