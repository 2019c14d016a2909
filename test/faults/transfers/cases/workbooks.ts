import { deflateRawSync } from 'node:zlib';
import { zipOf } from '../../../support/zip.ts';
import { cut, from, full, guestNetwork, json, status } from '../answers.ts';
import { flipped } from '../bodies.ts';
import type { TransferCase } from '../transfer-case.ts';
import { workbook } from '../workbooks.ts';

const book = workbook(3);
const again = 'Collect it again; the file that you have is kept until you discard it.';
const crayon = { provider: 'crayon', holds: [book] } as const;
const whole = { after: 'whole', state: ['collected, 3 records'] } as const;
const readyToReview = `Ready to review · 3 records · 981 B`;

function found(name: string, bytes: Uint8Array, state: string, reads: string): TransferCase {
  return {
    name,
    provider: 'crayon',
    holds: [bytes],
    script: [full(bytes)],
    requests: ['sign-in', 'plan', '/file bytes=0-'],
    after: `first ${bytes.length} bytes`,
    state: [state],
    reads: [reads],
  };
}

const notUnpacked = `Collecting stopped · A file is damaged | “Licences.xlsx” can’t be unpacked. ${again}`;
const noSheet = `Collecting stopped · This is not the workbook that was announced | “Licences.xlsx” holds no Excel sheet. ${again}`;
const zeros = Buffer.alloc(64 * 1024 * 1024);

/** Crayon's workbooks, as bytes and wrapped in JSON. */
export const workbookCases: readonly TransferCase[] = [
  {
    ...crayon,
    ...whole,
    name: 'a workbook as bytes',
    script: [full(book)],
    requests: ['sign-in', 'plan', '/file bytes=0-'],
    reads: [readyToReview],
  },
  {
    ...crayon,
    ...whole,
    name: '401 once in the middle of it all: one new sign-in, and nobody need know',
    script: [status(401), full(book)],
    requests: ['sign-in', 'plan', '/file bytes=0-', 'sign-in', '/file bytes=0-'],
    reads: [readyToReview],
  },
  {
    ...crayon,
    name: 'cut in the middle: goes on from the same byte',
    script: [cut(300, from(0, book)), from(300, book)],
    requests: ['sign-in', 'plan', '/file bytes=0-', 'plan', '/file bytes=300- if "a"'],
    after: 'whole',
    state: ['paused by error: connection-lost, again in 2 s', 'collected, 3 records'],
    reads: [
      'Paused · The connection broke off · goes on in 2 s | The answer of Crayon Cloud-iQ did not arrive whole. What was collected is kept. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    ...crayon,
    ...whole,
    name: 'wrapped in JSON',
    script: [json({ FileContent: book.toString('base64'), FileName: 'Licences.xlsx', FileContentType: 'x' })],
    requests: ['sign-in', 'plan', '/file bytes=0-'],
    reads: [readyToReview],
  },
  {
    ...crayon,
    name: 'wrapped in JSON that is cut: begins again, since a part of it is no part of the file',
    script: [
      cut(500, json({ FileContent: book.toString('base64'), FileName: 'Licences.xlsx' })),
      json({ FileContent: book.toString('base64'), FileName: 'Licences.xlsx' }),
    ],
    requests: ['sign-in', 'plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: connection-lost, again in 2 s', 'collected, 3 records'],
    reads: [
      'Paused · The connection broke off · goes on in 2 s | The answer of Crayon Cloud-iQ did not arrive whole. What was collected is kept. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  found(
    'ZIP: the directory is cut off',
    book.subarray(0, book.length - 30),
    'broken: zip-corrupt',
    notUnpacked,
  ),
  found(
    'ZIP: the directory points beside its entries',
    Buffer.concat([book.subarray(0, 40), book.subarray(44)]),
    'broken: zip-corrupt',
    notUnpacked,
  ),
  found(
    'ZIP: one flipped bit in a sheet',
    flipped(book, book.indexOf('<row>') + 1),
    'broken: zip-corrupt',
    notUnpacked,
  ),
  found(
    'ZIP: a bomb that claims a terabyte is refused before it is unpacked',
    zipOf(
      { '[Content_Types].xml': Buffer.from('<Types/>'), 'xl/workbook.xml': Buffer.from('x') },
      { claimedSize: 0xfffffff0, deflated: { plain: Buffer.from('x') } },
    ),
    'broken: zip-corrupt',
    notUnpacked,
  ),
  found(
    'ZIP: a bomb that unpacks to more than it claims is stopped at what it claims',
    zipOf({ 'a.bin': deflateRawSync(zeros) }, { claimedSize: 1000, deflated: { plain: zeros } }),
    'broken: zip-corrupt',
    notUnpacked,
  ),
  found(
    'ZIP: no workbook in it',
    zipOf({ 'readme.txt': Buffer.from('hello') }),
    'broken: not-a-workbook',
    noSheet,
  ),
  found('no ZIP at all', Buffer.from('id,amount\n1,2\n'), 'broken: not-a-workbook', noSheet),
  {
    ...crayon,
    name: 'the sign-in page of a guest network in place of the workbook',
    script: [guestNetwork, full(book)],
    requests: ['sign-in', 'plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: not-the-vendor, again in 2 s', 'collected, 3 records'],
    reads: [
      'Paused · Something else answered in place of Crayon Cloud-iQ · goes on in 2 s | A web page came where data belongs, such as the sign-in page of a guest network. Open a web page in your browser to sign in to the network; Docket tries again in 2 s.',
      readyToReview,
    ],
  },
];
