import { contentCases } from './cases/contents.ts';
import { boundaryCases, cuttingCases } from './cases/cutting.ts';
import { diskCases } from './cases/disks.ts';
import { lengthCases } from './cases/lengths.ts';
import { limitCases } from './cases/limits.ts';
import { linkCases, redirectCases } from './cases/links.ts';
import { networkCases, signInCases } from './cases/network.ts';
import { pageCases } from './cases/pages.ts';
import { rangeCases } from './cases/ranges.ts';
import { workbookCases } from './cases/workbooks.ts';
import type { TransferCase } from './transfer-case.ts';

/** Every scripted transfer, by subject. */
export const allCases: readonly (readonly [subject: string, cases: readonly TransferCase[]])[] = [
  ['cut short', cuttingCases],
  ['cut at a block’s border', boundaryCases],
  ['ranges', rangeCases],
  ['lengths and encodings', lengthCases],
  ['limits', limitCases],
  ['links', linkCases],
  ['redirects and guest networks', redirectCases],
  ['the network', networkCases],
  ['sign-in', signInCases],
  ['what a file holds', contentCases],
  ['workbooks', workbookCases],
  ['pages', pageCases],
  ['the disk', diskCases],
];
