/** One piece of what was pasted: the number in it, or null where there is none. */
export interface Referred {
  /** 1-based, for saying which it was. */
  readonly line: number;
  readonly reference: string | null;
}

/**
 * The numbers in a pasted text: one on each line, or between commas; bare, with blanks in between, or inside an address,
 * a line of JSON or "idRawExport = 4". Empty pieces are passed over.
 */
export function readReferences(text: string): readonly Referred[] {
  return text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) =>
      piecesOf(line).map((piece) => ({ line: index + 1, reference: referenceIn(piece) })),
    );
}

function piecesOf(line: string): readonly string[] {
  const trimmed = line.trim();
  if (trimmed === '') return [];
  if (/^https?:/i.test(trimmed) || /^[{[]?\s*"/.test(trimmed)) return [trimmed];
  return trimmed
    .split(/[,;\t|]+/)
    .flatMap((piece) => {
      const groups = piece.trim().split(/\s+/);
      // Numbers of exports are long: blanks between long groups part numbers, others stand inside one.
      const several = groups.length > 1 && groups.every((group) => /^\d{5,}$/.test(group));
      return several ? groups : [piece.trim()];
    })
    .filter((piece) => piece !== '');
}

const named =
  /(?:access\s*token|idRawExport|raw\s*export|token|export|id)\b["'\s]*[:=#]?\s*["']?(\d{1,100})\b/i;

function referenceIn(piece: string): string | null {
  const digits = piece.replace(/\s/g, '');
  if (/^\d{1,100}$/.test(digits)) return digits;
  if (/^https?:/i.test(piece)) return inAddress(piece);
  return named.exec(piece)?.[1] ?? null;
}

/** `…?idRawExport=4`, `…/Export/123456/Status`; of several numbers in the path, the last. */
function inAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const asked = url.searchParams.get('idRawExport');
  if (asked !== null) return /^\d{1,100}$/.test(asked) ? asked : null;
  const file = /\/raw\/(\d{1,20})\.[a-z]/i.exec(url.pathname);
  if (file?.[1] !== undefined) return file[1];
  return url.pathname.split('/').findLast((part) => /^\d{1,100}$/.test(part) && part !== '3') ?? null;
}
