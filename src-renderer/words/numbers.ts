import { numberFormat } from './locale.ts';

/** Keeps a number and its unit on one line. */
const hardSpace = '\u00a0';

export function number(value: number): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(value);
}

/** 64 as the system writes it, "64%" or "64 %"; nothing is rounded up to a hundred before it is one. */
export function percent(value: number): string {
  return numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(Math.floor(value) / 100);
}

/** "0.3%" for 0.003; whole per cents but for the first and the last. */
export function preciseShare(value: number): string {
  const hundredths = value * 100;
  const digits = hundredths > 0 && (hundredths < 10 || hundredths > 99) && hundredths < 100 ? 1 : 0;
  return numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** The names of B, kB, MB, GB, TB. */
export type SizeUnits = readonly [string, string, string, string, string];

/** Decimal units, as the systems' file managers mostly show them: "8.2 MB". */
export function sizeIn(units: SizeUnits): (bytes: number) => string {
  return (bytes) => {
    let value = bytes;
    let unit = 0;
    // 999.95 and more would be written "1,000": that is the next unit's 1.0.
    while (value >= 999.95 && unit < units.length - 1) {
      value /= 1000;
      unit += 1;
    }
    const digits = unit === 0 ? 0 : value < 100 ? 1 : 0;
    const text = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
    return `${text}${hardSpace}${units[unit] ?? units[0]}`;
  };
}

/** A fingerprint in groups of eight, so that two people can compare it aloud. */
export function fingerprint(sha256: string): string {
  return sha256.replace(/(.{8})(?=.)/g, '$1 ');
}
