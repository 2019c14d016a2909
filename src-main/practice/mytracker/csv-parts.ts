import { once } from 'node:events';
import { constants, createGzip } from 'node:zlib';
import { between, hexDigits, pick, type Random, seededRandom } from '../seeded-random.ts';

/** `at` is when the row's event was, and `pace` how long it is until the next one; epoch seconds. */
type Cell = (random: Random, row: number, at: number, pace: number) => string;

const countries = ['7', '188', '54', '0', '239'] as const;
const titles = [
  'Неизвестно',
  'iOS',
  'Android',
  '"ООО ""Ромашка"", Москва"',
  'Реклама ВКонтакте',
  '"Partner, direct"',
  "Kid's app",
] as const;
const versions = ['1.10', '2.0', '10.0.1', '007'] as const;

// Column names are selector names; arrays stand in brackets, so they need quotes.
const cells: Readonly<Record<string, Cell>> = {
  // 19 digits: a spreadsheet or a double would round them. The last nine differ in every row, as 7,919 is prime.
  idDevice: (random, row) =>
    `9${String(between(random, 100_000_000, 999_999_999))}${String((row * 7919 + 104_729_317) % 1_000_000_000).padStart(9, '0')}`,
  customUserId: (random) => `0${between(random, 100_000, 999_999)}`,
  idCountry: (random) => pick(random, countries),
  idApp: () => '1454',
  idAccount: () => '23',
  idOsTitle: (random) => pick(random, ['iOS', 'Android', 'Неизвестно']),
  idPartnerTitle: (random) => pick(random, titles),
  idAdEventTypeTitle: (random) => pick(random, ['Клик', 'Показ', 'Неизвестно']),
  idAppVersionTitle: (random) => pick(random, versions),
  tsEvent: (random, _row, at, pace) => String(at + Math.floor((between(random, 0, 6) * pace) / 7)),
  tsInsert: (random, _row, at, pace) => String(at + Math.ceil(pace) + between(random, 0, 893)),
  tsClick: (random, _row, at) => (random() < 0.4 ? '' : String(at - between(random, 1, 9000))),
  tsView: () => '',
  dtEvent: (_random, _row, at) => new Date(at * 1000).toISOString().slice(0, 10),
  advertisingId: (random) =>
    `${hexDigits(random, 8)}-${hexDigits(random, 4)}-4${hexDigits(random, 3)}-a${hexDigits(random, 3)}-${hexDigits(random, 12)}`,
  eventName: (random) =>
    pick(random, ['level_up', 'покупка', 'tutorial,done'].map(quoted) as [string, ...string[]]),
  'params.name': (random) => pick(random, ['[]', '"[level,mode]"', '[level]']),
  'params.value': (random) => pick(random, ['[]', '"[07,hard]"', '[1.10]']),
  countCustomEvent: (random) => String(between(random, 1, 9)),
  moneyOriginal: (random) => `${between(random, 0, 99)}.10`,
  idCurrencyTitle: (random) => pick(random, ['RUB', 'USD', 'EUR']),
  isVerified: (random) => (random() < 0.9 ? '1' : '0'),
};

function quoted(value: string): string {
  return value.includes(',') ? `"${value}"` : value;
}

export interface PartPlan {
  readonly seed: number;
  readonly id: string;
  readonly part: number;
  readonly selectors: readonly string[];
  readonly rows: number;
  readonly header: boolean;
  /** In which the events lie, over all `parts`; epoch ms. */
  readonly period: { readonly from: number; readonly to: number };
  readonly parts: number;
}

/** The CSV text of one part, a slice of rows at a time. */
export function* csvSlices(plan: PartPlan): Generator<string> {
  const random = seededRandom('mytracker', plan.seed, plan.id, plan.part);
  const columns = plan.selectors.map((name) => cells[name] ?? (() => ''));
  const from = Math.ceil(plan.period.from / 1000);
  const pace = (Math.floor(plan.period.to / 1000) - from) / Math.max(1, plan.rows * plan.parts);
  if (plan.header) yield `${plan.selectors.join(',')}\n`;
  const slice = 2000;
  for (let start = 0; start < plan.rows; start += slice) {
    let text = '';
    for (let row = start; row < Math.min(start + slice, plan.rows); row += 1) {
      const number = plan.part * plan.rows + row;
      const at = from + Math.floor(number * pace);
      for (let column = 0; column < columns.length; column += 1) {
        text += `${column === 0 ? '' : ','}${columns[column]?.(random, number, at, pace) ?? ''}`;
      }
      text += '\n';
    }
    yield text;
  }
}

/** Compresses off the main thread, slice by slice, so that the app stays alive while its practice vendor works. */
export async function gzipSlices(slices: Iterable<string | Uint8Array>): Promise<Buffer> {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const pieces: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = once(gzip, 'end');
  for (const slice of slices) {
    if (!gzip.write(slice)) await once(gzip, 'drain');
  }
  gzip.end();
  await ended;
  return Buffer.concat(pieces);
}

/** Splits a CSV text into `parts` texts of about as many records, each with the header; line breaks in quotes stay whole. */
export function splitCsv(text: string, parts: number): readonly string[] {
  const records = csvRecords(text);
  const [header = '', ...rows] = records;
  const perPart = Math.max(1, Math.ceil(rows.length / parts));
  const result: string[] = [];
  for (let start = 0; start < rows.length; start += perPart)
    result.push(header + rows.slice(start, start + perPart).join(''));
  return result.length === 0 ? [header] : result;
}

function csvRecords(text: string): readonly string[] {
  const records: string[] = [];
  let start = 0;
  let inQuotes = false;
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index];
    if (mark === '"') inQuotes = !inQuotes;
    if (mark === '\n' && !inQuotes) {
      records.push(text.slice(start, index + 1));
      start = index + 1;
    }
  }
  if (start < text.length) records.push(`${text.slice(start)}\n`);
  return records;
}
