import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const countries = ['NO', 'SE', 'DK', 'DE', 'FR', 'RU', 'US', 'GB'];
const events = ['install', 'open', 'purchase', 'session', 'close'];
export const tableColumns = 12;
const header = 'idDevice,country,event,tsEvent,price,count,campaign,email,name,version,idfa,note\n';
const rowsAtOnce = 10_000;

function* piecesOf(rows: number): Generator<string> {
  yield header;
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const pick = (count: number) => Math.floor(next() * count);
  const two = (count: number) => String(pick(count)).padStart(2, '0');
  for (let row = 0; row < rows; ) {
    let text = '';
    for (let at = 0; at < rowsAtOnce && row < rows; at += 1, row += 1) {
      const device = Math.floor(next() * 1e12);
      text += `00${481_516_234_200_000 + device},${countries[pick(8)]},${events[pick(5)]},2026-10-${String(1 + pick(28)).padStart(2, '0')} ${two(24)}:${two(60)}:00,${(next() * 100).toFixed(2)},${pick(1000)},campaign-${pick(50)},${next() < 0.12 ? '' : `user${pick(100_000)}@example.com`},Person ${pick(5000)},4.${pick(9)}.1,,${next() < 0.02 ? '"a, ""quoted"" note"' : ''}\n`;
    }
    yield text;
  }
}

/** A table of twelve columns like MyTracker's raw data, the same in every run. */
export async function writeReviewTable(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  if (file.endsWith('.gz')) {
    await pipeline(Readable.from(piecesOf(rows)), createGzip({ level: 6 }), out);
    return;
  }
  for (const piece of piecesOf(rows)) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}
