import { numberFormat } from '../../../words/locale.ts';

/**
 * What Excel takes for the end of a cell on this computer: a comma, unless decimals are written with it; with the wrong
 * one all of a row lands in its first cell.
 */
export function excelDelimiter(): ',' | ';' {
  const decimal = numberFormat({ minimumFractionDigits: 1 })
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal');
  return decimal?.value === ',' ? ';' : ',';
}
