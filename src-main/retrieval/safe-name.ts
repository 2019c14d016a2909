/**
 * Names from a server are hostile until made safe: they may hold separators, control characters, text-direction
 * overrides, device names of Windows, or be longer than a disk takes.
 * Rules of Windows (the strictest): https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */

/** Most file systems take 255 bytes; the rest is left for ` (2)` and `.part`. */
const longestFileName = 180;
const longestFolderName = 80;
const longestExtension = 12;

/** `CON`, `com1.txt`, `LPT³` and their like name devices on Windows, with any extension. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** Control and format characters (text-direction overrides among them), private use, lone surrogates, line separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;
const forbidden = /[<>:"/\\|?*]/gu;

/** A file name that every system takes, below {@link longestFileName} bytes of UTF-8, in NFC; `fallback` when nothing is left. */
export function safeFileName(suggested: string, fallback: string): string {
  const last =
    suggested
      .split(/[/\\]/u)
      .filter((piece) => piece.trim() !== '')
      .at(-1) ?? '';
  return cleaned(last, longestFileName) ?? cleaned(fallback, longestFileName) ?? 'file';
}

/** A folder name made from a title: separators in it are part of the title and become `_`. */
export function safeFolderName(title: string, fallback: string): string {
  return cleaned(title, longestFolderName) ?? cleaned(fallback, longestFolderName) ?? 'folder';
}

/**
 * The first of `name`, `name (2)`, `name (3)` … that isn't taken. Compared as the laxest file system would: without
 * regard to case and to the form of accents.
 */
export function uniqueName(name: string, taken: Iterable<string>): string {
  return firstFree(splitName(name), taken);
}

/** The same for a folder, whose name has no extension: `to 2026.11.21 (2)`. */
export function uniqueFolderName(name: string, taken: Iterable<string>): string {
  return firstFree({ stem: name, extension: '' }, taken);
}

function firstFree(
  { stem, extension }: { readonly stem: string; readonly extension: string },
  taken: Iterable<string>,
): string {
  const held = new Set(Array.from(taken, sameName));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? `${stem}${extension}` : `${stem} (${number})${extension}`;
    if (!held.has(sameName(candidate))) return candidate;
  }
}

/** The form in which two names are one file on some system. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/** `a.csv.gz` is `a` and `.csv.gz`; a leading dot or a long tail is no extension. */
export function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const match = /^(.+?)((?:\.(?:csv|tsv|json|ndjson|tar))?\.[A-Za-z0-9_-]{1,11})$/iu.exec(name);
  const stem = match?.[1];
  const extension = match?.[2];
  if (stem === undefined || extension === undefined || extension.length > longestExtension) {
    return { stem: name, extension: '' };
  }
  return { stem, extension };
}

function cleaned(raw: string, longest: number): string | null {
  const plain = trimmed(raw.normalize('NFC').replace(invisible, '').replace(forbidden, '_').normalize('NFC'));
  if (plain === '' || /^[_.\s]*$/u.test(plain)) return null;
  const harmless = deviceName.test(plain) ? `_${plain}` : plain;
  const { stem, extension } = splitName(harmless);
  const short = trimmed(cutToBytes(stem, longest - Buffer.byteLength(extension)));
  return short === '' ? null : short + extension;
}

/** Windows drops trailing dots and spaces; a leading dot hides a file. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '');
}

/** Cuts between characters as people see them, so that no accent is torn off. */
function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept;
}
