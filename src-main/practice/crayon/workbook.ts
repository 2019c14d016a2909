import { between, hexDigits, pick, type Random, seededRandom } from '../seeded-random.ts';

const licenceColumns = [
  'Customer',
  'Customer number',
  'Tenant domain',
  'Subscription id',
  'Part number',
  'Product',
  'Billing cycle',
  'Start',
  'End',
  'Quantity',
  'Unit price',
  'Currency',
] as const;

/** Text cells are strings; quantities and prices are numbers. */
export type LicenceLine = readonly (string | number)[];

const customers = [
  'Northwind Traders',
  'Fjord & Sønner AS',
  'Łódź Logistyka',
  'O’Leary, Ltd',
  'Zürich Werke',
  '株式会社サンプル',
] as const;
const products = [
  'Microsoft 365 E3',
  'Microsoft 365 Business Premium',
  'Visio Plan 2',
  'Exchange Online (Plan 1)',
  'Power BI Pro',
] as const;

/** One line of the licence report; numbers of customers and parts have leading zeros that a spreadsheet would eat. */
function licenceLine(random: Random, index: number): LicenceLine {
  const start = new Date(Date.UTC(2025, between(random, 0, 11), between(random, 1, 28)));
  const end = new Date(start.getTime() + 364 * 86_400_000);
  const id = hexDigits(random, 32);
  return [
    pick(random, customers),
    String(index + 1).padStart(7, '0'),
    `tenant${between(random, 1, 60)}.onmicrosoft.com`,
    `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20)}`,
    `00${between(random, 1000, 9999)}-0${between(random, 10, 99)}`,
    pick(random, products),
    pick(random, ['Monthly', 'Annual']),
    start.toISOString().slice(0, 10),
    end.toISOString().slice(0, 10),
    between(random, 1, 400),
    pick(random, [1.1, 12.5, 0.99, 36, 20.1]),
    pick(random, ['EUR', 'USD', 'NOK']),
  ];
}

export function licenceLines(seed: number, id: number, count: number): readonly LicenceLine[] {
  const random = seededRandom('crayon', seed, id);
  return Array.from({ length: count }, (_, index) => licenceLine(random, index));
}

/** A real workbook with one sheet; prices are shown with two decimals. */
export async function buildWorkbook(lines: readonly LicenceLine[]): Promise<Buffer> {
  // Loaded on first use: the library is large, and most starts of the app make no report.
  const { utils, write } = await import('@e965/xlsx');
  const rows: (string | number)[][] = [[...licenceColumns], ...lines.map((line) => [...line])];
  const sheet = utils.aoa_to_sheet(rows);
  const priceColumn = licenceColumns.indexOf('Unit price');
  for (let row = 1; row <= lines.length; row += 1) {
    const cell = sheet[utils.encode_cell({ r: row, c: priceColumn })];
    if (cell !== undefined) cell.z = '0.00';
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'License report');
  const bytes: Uint8Array = write(book, {
    type: 'buffer',
    bookType: 'xlsx',
    compression: true,
    bookSST: true,
  });
  return Buffer.from(bytes);
}
