import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTableBench, names, type TableBench } from './table-bench.ts';
import { csvSpectrum, csvTestData, others } from './torture-files.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

const results: (readonly [string, string, string])[] = [];
afterAll(() => {
  const table = [['file', 'what it tests', 'result'], ['---', '---', '---'], ...results];
  console.log(table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
});

const plural = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

describe.each([
  ['csv-spectrum', csvSpectrum],
  ['csv-test-data', csvTestData],
  ['others', others],
])('%s', (collection, files) => {
  test.each(files)(
    '$name: $about',
    async ({ name, about, bytes, reads, broken = 0, short = 0, undecodable = 0 }) => {
      const note = (result: string) => results.push([`${collection}/${name}`, about, result]);
      note('not as it should');
      if (typeof reads === 'string') {
        await expect(bench.openText(bytes)).rejects.toMatchObject({ code: reads });
        results.pop();
        note(`told: ${reads}`);
        return;
      }
      const table = await bench.openText(bytes);
      const [header, ...rows] = reads;
      expect(names(table)).toEqual(header);
      expect(await bench.rows()).toEqual(rows);
      expect(table).toMatchObject({ brokenRows: broken, shortRows: short, undecodableRows: undecodable });
      const lines = await bench.engine.broken({ handle: 'h', offset: 0, limit: 9 });
      expect(lines.lines).toHaveLength(broken + short + undecodable);
      results.pop();
      const ill = [
        ...(broken > 0 ? [`${plural(broken, 'line')} left out and listed (${lines.lines[0]?.why})`] : []),
        ...(short > 0 ? [`${plural(short, 'short line')} shown and listed`] : []),
        ...(undecodable > 0 ? [`${plural(undecodable, 'row')} shown with U+FFFD and listed`] : []),
      ];
      note([`${plural(rows.length, 'row')}, every cell as in the file`, ...ill].join('; '));
    },
  );
});
