import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { createWorld, pagesPlan } from './support/world.ts';

const records = [
  '{"ProfileId":1234567890123456789,"Score":1.10}',
  '{ "ProfileId" : 2, "Name":"\\u00e9 \\/ \\ud83d\\ude00", "Zip":"00123" }',
  '{"ProfileId":3,"Unknown":{"deep":[1e400,-0.0]}}',
  '{"ProfileId":4,"ProfileId":4}',
  '{"ProfileId":5}',
];
const lines = `${records.join('\n')}\n`;

type Options = Parameters<typeof pagesPlan>[1];
function pagesWorld(options: Options = {}, all: readonly string[] = records) {
  const world = createWorld();
  const { plan, offsets } = pagesPlan(all, options);
  world.vendor.plan = plan;
  world.addJob({ provider: 'mypreferences', title: 'Newsletter' });
  const part = () => join(world.folder(), 'Newsletter.ndjson.part');
  return {
    world,
    offsets,
    part,
    text: () => readFileSync(join(world.folder(), 'Newsletter.ndjson'), 'utf8'),
  };
}

/** A vendor that fails once at an offset, as a lost connection does. */
function losesAt(offset: number): NonNullable<NonNullable<Options>['twist']> {
  let lost = false;
  return (asked, page) => {
    if (asked === offset && !lost) {
      lost = true;
      throw new Failure('connection-lost');
    }
    return page;
  };
}

describe('collecting pages', () => {
  it('writes every record as the vendor sent it, one a line', async () => {
    const { world, offsets, text } = pagesWorld({ announcedRows: 5 });
    await world.service.start('job-1');
    expect((await world.until('collected')).retrieval).toMatchObject({
      rows: 5,
      files: 1,
      bytes: Buffer.byteLength(lines),
    });
    expect(text()).toBe(lines);
    expect(offsets).toEqual([1, 3, 5]);
    expect(world.ledger.files.of('job-1')).toMatchObject([{ kind: 'ndjson', rows: 5 }]);
  });

  it('takes an export without records', async () => {
    const { world, text } = pagesWorld({}, []);
    await world.service.start('job-1');
    expect((await world.until('collected')).retrieval).toMatchObject({ rows: 0, bytes: 0 });
    expect(text()).toBe('');
  });

  it('goes on by Count when the server clamps the limit', async () => {
    const { world, offsets, text } = pagesWorld({
      pageSize: 3,
      twist: (_offset, page) => ({
        ...page,
        records: page.records.slice(0, 1),
        count: 1,
        hasMore: page.hasMore || page.records.length > 1,
      }),
    });
    await world.service.start('job-1');
    await world.until('collected');
    expect(offsets).toEqual([1, 2, 3, 4, 5]);
    expect(text()).toBe(lines);
  });

  it('shows its progress in rows', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { world } = pagesWorld({
      twist: async (offset, page) => {
        if (offset === 3) await held;
        return page;
      },
    });
    await world.service.start('job-1');
    await expect.poll(() => world.service.progress()).toMatchObject([{ unit: 'rows', done: 2, total: 5 }]);
    release();
    await world.until('collected');
  });

  it('goes on after the last page that is on the disk', async () => {
    const { world, offsets, part, text } = pagesWorld({ twist: losesAt(5) });
    await world.service.start('job-1');
    await world.until('paused');
    expect(world.ledger.parts.of('job-1')).toMatchObject([
      { rows: 4, nextOffset: 5, totalResults: 5, bytes: readFileSync(part()).length },
    ]);
    await world.clock.advance(2000);
    await world.until('collected');
    expect(offsets).toEqual([1, 3, 5, 5]);
    expect(text()).toBe(lines);
  });

  it('cuts back what was written after the mark', async () => {
    const { world, part, text } = pagesWorld({ twist: losesAt(5) });
    await world.service.start('job-1');
    await world.until('paused');
    appendFileSync(part(), '{"ProfileId":5}\n{"half');
    await world.clock.advance(2000);
    await world.until('collected');
    expect(text()).toBe(lines);
  });

  it('counts the records that are there when the file is shorter than the mark', async () => {
    const { world, offsets, part, text } = pagesWorld({ twist: losesAt(5) });
    await world.service.start('job-1');
    await world.until('paused');
    truncateSync(part(), Buffer.byteLength(`${records.slice(0, 3).join('\n')}\n{"Prof`));
    await world.clock.advance(2000);
    await world.until('collected');
    expect(offsets).toEqual([1, 3, 5, 4]);
    expect(text()).toBe(lines);
  });

  it('does not count zeros that a power cut left', async () => {
    const { world, offsets, part, text } = pagesWorld({ twist: losesAt(5) });
    await world.service.start('job-1');
    await world.until('paused');
    truncateSync(part(), Buffer.byteLength(`${records.slice(0, 1).join('\n')}\n`));
    appendFileSync(part(), Buffer.concat([Buffer.alloc(9), Buffer.from('\n')]));
    await world.clock.advance(2000);
    await world.until('collected');
    expect(offsets).toEqual([1, 3, 5, 2, 4]);
    expect(text()).toBe(lines);
  });

  it('starts again when the file is gone', async () => {
    const { world, offsets, part, text } = pagesWorld({ twist: losesAt(5) });
    await world.service.start('job-1');
    await world.until('paused');
    const { rmSync } = await import('node:fs');
    rmSync(part());
    await world.clock.advance(2000);
    await world.until('collected');
    expect(offsets).toEqual([1, 3, 5, 1, 3, 5]);
    expect(text()).toBe(lines);
  });
});

describe('pages that do not fit', () => {
  const broken: readonly (readonly [string, Options, string])[] = [
    [
      'a repeated page',
      {
        twist: (offset, page) => (offset === 3 ? { ...page, offset: 1, records: records.slice(0, 2) } : page),
      },
      'pages-inconsistent',
    ],
    [
      'a repeated page without an Offset',
      {
        twist: (offset, page) => ({
          ...page,
          offset: null,
          records: offset === 3 ? records.slice(0, 2) : page.records,
        }),
      },
      'pages-inconsistent',
    ],
    [
      'a skipped page',
      { twist: (offset, page) => (offset === 3 ? { ...page, offset: 4 } : page) },
      'pages-inconsistent',
    ],
    [
      'an empty page with HasMore',
      { twist: (offset, page) => (offset === 3 ? { ...page, records: [], count: 0 } : page) },
      'pages-inconsistent',
    ],
    [
      'a total that changes',
      { twist: (offset, page) => (offset === 3 ? { ...page, totalResults: 6 } : page) },
      'pages-inconsistent',
    ],
    [
      'an early end',
      { twist: (offset, page) => (offset === 3 ? { ...page, hasMore: false } : page) },
      'count-mismatch',
    ],
    ['another RowCount than was announced', { announcedRows: 6 }, 'count-mismatch'],
  ];
  it.each(broken)('%s breaks the retrieval and keeps what came', async (_what, options, code) => {
    const { world, part } = pagesWorld(options);
    await world.service.start('job-1');
    expect((await world.until('broken')).retrieval).toMatchObject({
      error: { code, subject: 'Newsletter.ndjson' },
    });
    expect(readFileSync(part(), 'utf8').startsWith(`${records.slice(0, 2).join('\n')}\n`)).toBe(true);
  });

  it('a record with a line break is not written', async () => {
    const { world } = pagesWorld({
      twist: (_offset, page) => ({ ...page, records: page.records.map(() => '{\n}') }),
    });
    await world.service.start('job-1');
    expect((await world.until('paused')).retrieval).toMatchObject({
      by: 'error',
      error: { code: 'answer-malformed' },
    });
  });

  it('collecting again begins with a new file and keeps the old one', async () => {
    let wrong = true;
    const { world } = pagesWorld({
      twist: (offset, page) => (wrong && offset === 3 ? { ...page, offset: 1 } : page),
    });
    await world.service.start('job-1');
    await world.until('broken');
    wrong = false;
    await world.service.start('job-1');
    await world.until('collected');
    expect(world.files()).toEqual(['Newsletter (2).ndjson', 'Newsletter.ndjson.part']);
  });
});

describe('pages read ahead', () => {
  const many = Array.from({ length: 41 }, (_, n) => `{"n":${n}}`);
  const all = `${many.join('\n')}\n`;

  it('are written in order, in whatever order they come', async () => {
    const waiting: (() => void)[] = [];
    const { world, offsets, text } = pagesWorld(
      {
        twist: async (_offset, page) => {
          // The youngest request is answered first.
          await new Promise<void>((resolve) => {
            waiting.push(resolve);
            setImmediate(() => waiting.pop()?.());
          });
          return page;
        },
      },
      many,
    );
    await world.service.start('job-1');
    await world.until('collected');
    expect(text()).toBe(all);
    expect(offsets.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, n) => 1 + 2 * n));
  });

  it('that a server clamps in the middle cost a request, never a record', async () => {
    const { world, text } = pagesWorld(
      {
        pageSize: 4,
        twist: (offset, page) =>
          offset < 20
            ? page
            : {
                ...page,
                records: page.records.slice(0, 3),
                count: Math.min(3, page.count),
                hasMore: page.hasMore || page.count > 3,
              },
      },
      many,
    );
    await world.service.start('job-1');
    await world.until('collected');
    expect(text()).toBe(all);
  });

  it('are marked some at a time, and all of them when the vendor is lost', async () => {
    const { world, part, text } = pagesWorld({ twist: losesAt(35) }, many);
    await world.service.start('job-1');
    await world.until('paused');
    expect(world.ledger.parts.of('job-1')).toMatchObject([
      { rows: 34, nextOffset: 35, bytes: readFileSync(part()).length },
    ]);
    await world.clock.advance(2000);
    await world.until('collected');
    expect(text()).toBe(all);
  });

  it('are gone on with from the mark when some after it were written only', async () => {
    const { world, part, offsets, text } = pagesWorld({ twist: losesAt(35) }, many);
    await world.service.start('job-1');
    await world.until('paused');
    // As a kill leaves it: pages lie in the file that no mark speaks of.
    const [held] = world.ledger.parts.of('job-1');
    if (held === undefined) throw new Error('no part');
    const sixteen = Buffer.byteLength(`${many.slice(0, 16).join('\n')}\n`);
    world.ledger.parts.put({ ...held, rows: 16, nextOffset: 17, bytes: sixteen });
    expect(readFileSync(part()).length).toBeGreaterThan(sixteen);
    const before = offsets.length;
    await world.clock.advance(2000);
    await world.until('collected');
    expect(offsets[before]).toBe(17);
    expect(text()).toBe(all);
  });
});
