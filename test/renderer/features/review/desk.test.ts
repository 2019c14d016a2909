import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DocketError, Result } from '../../../../src-preload/contract/errors.ts';
import type { LoadState, OpenTable, RowsPage } from '../../../../src-preload/contract/review.ts';
import type { Filter, FindResult, View } from '../../../../src-preload/contract/review-view.ts';
import { createDesk, type Desk } from '../../../../src-renderer/features/review/desk/desk.ts';
import type { DeskPorts } from '../../../../src-renderer/features/review/desk/desk-parts.ts';
import { sampleTable } from '../../../support/sample-table.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ready: LoadState = { kind: 'ready' };
const loading: LoadState = { kind: 'loading', bytes: 1, totalBytes: 10, rows: 3 };

type Answer = {
  readonly call: string;
  readonly input: unknown;
  readonly give: (result: Result<unknown>) => void;
};

/** Main in the test's hand: every call waits until it is answered. */
function world(answers: Readonly<Record<string, ((input: unknown) => unknown) | undefined>> = {}) {
  const calls: Answer[] = [];
  const told: DocketError[] = [];
  let listener: (payload: { table: OpenTable; task: null }) => void = () => undefined;
  const review = new Proxy(
    {},
    {
      get: (_, call: string) => (input: unknown) =>
        new Promise((resolve) => {
          const preset = answers[call];
          calls.push({ call, input, give: resolve });
          if (preset !== undefined) resolve({ ok: true, value: preset(input) });
        }),
    },
  );
  const ports = {
    review,
    on: (_: string, heard: typeof listener) => {
      listener = heard;
      return () => undefined;
    },
  } as unknown as DeskPorts;
  const desk = createDesk(ports, { fileId: 'f1' }, (error) => told.push(error));
  return {
    desk,
    calls,
    told,
    of: (call: string) => calls.filter((one) => one.call === call),
    last: (call: string) => {
      const found = calls.filter((one) => one.call === call).at(-1);
      if (found === undefined) throw new Error(`${call} was not called`);
      return found;
    },
    news: (table: OpenTable) => listener({ table, task: null }),
  };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const ok = (value: unknown): Result<unknown> => ({ ok: true, value });
const failed = (code: DocketError['code']): Result<unknown> => ({ ok: false, error: { code } });

const page = (input: unknown): RowsPage => ({
  offset: 0,
  total: 300,
  rows: [[JSON.stringify(input), 'NO']],
  ids: [0],
});
const summary = () => ({ rows: 300, columns: 2, period: null, previous: null, flags: [], blanks: [0, 0] });
const usual = {
  rows: page,
  summary,
  remember: () => undefined,
  close: () => undefined,
  cancel: () => undefined,
};

async function opened(table: OpenTable, answers: Parameters<typeof world>[0] = usual) {
  const held = world({ ...answers, open: () => table });
  const end = held.desk.start();
  await settle();
  return { ...held, end };
}

const state = (desk: Desk) => desk.store.getState();
const norway: Extract<Filter, { kind: 'values' }> = { kind: 'values', column: 1, values: ['NO'] };

test('the first rows show while the rest is being read', async () => {
  const { desk, of } = await opened(sampleTable({ load: loading, totalRows: 200 }));
  expect(state(desk).phase.kind).toBe('open');
  expect(state(desk).shown?.total).toBe(200);
  expect(of('summary')).toHaveLength(0);
});

test('a filter that is wanted while the file is read is made when it is ready', async () => {
  const { desk, of, last, news } = await opened(sampleTable({ load: loading }));
  desk.addFilter(norway);
  await settle();
  expect(of('view')).toHaveLength(0);
  expect(state(desk).query.filters).toEqual([norway]);
  news(sampleTable({ load: ready }));
  await settle();
  last('view').give(ok({ viewId: 'v1', total: 7 } satisfies View));
  await settle();
  expect(state(desk).shown).toMatchObject({ viewId: 'v1', total: 7 });
});

test('the newest view wins, whichever answer comes first', async () => {
  const { desk, of } = await opened(sampleTable());
  desk.addFilter(norway);
  desk.addFilter({ ...norway, values: ['SE'] });
  await settle();
  const [first, second] = of('view');
  second?.give(ok({ viewId: 'v2', total: 2 }));
  await settle();
  first?.give(ok({ viewId: 'v1', total: 1 }));
  await settle();
  expect(state(desk).shown?.viewId).toBe('v2');
});

test('what can’t be made is not left standing as if it were shown', async () => {
  const { desk, last, told } = await opened(sampleTable());
  desk.addFilter(norway);
  await settle();
  last('view').give(failed('review-memory'));
  await settle();
  expect(told.map(({ code }) => code)).toEqual(['review-memory']);
  expect(state(desk).query.filters).toEqual([]);
  expect(state(desk).working).toBe(false);
});

test('other rows take the chosen cell along, but not the column that is told about', async () => {
  const { desk, last } = await opened(sampleTable());
  desk.store.setState({ focus: { row: 4, column: 1, rowId: 4, text: 'NO', length: 2 } });
  desk.addFilter(norway);
  await settle();
  last('view').give(ok({ viewId: 'v1', total: 10 }));
  await settle();
  expect(state(desk)).toMatchObject({ focus: null, profiled: 1 });
});

test('a process that ends while nobody asks anything: said at once, opened again, shown again', async () => {
  const { desk, news, of, last } = await opened(sampleTable());
  const shown = state(desk).shown?.version;
  news(sampleTable({ load: { kind: 'failed', error: { code: 'review-stopped' } } }));
  expect(state(desk)).toMatchObject({ reviving: true, phase: { kind: 'open' } });
  expect(of('state')).toHaveLength(1);
  news(sampleTable({ load: loading }));
  expect(state(desk).reviving).toBe(true);
  news(sampleTable());
  last('state').give(ok(sampleTable()));
  await settle();
  expect(state(desk).reviving).toBe(false);
  expect(state(desk).shown?.version).toBeGreaterThan(shown ?? 0);
});

test('a view that was overtaken is told to nobody', async () => {
  const { desk, last, told } = await opened(sampleTable());
  desk.addFilter(norway);
  await settle();
  last('view').give(failed('cancelled'));
  await settle();
  expect(told).toEqual([]);
});

test('the remembered view is applied on opening and said so; a reset forgets it', async () => {
  const remembered = JSON.stringify({
    version: 1,
    filters: [{ filter: { kind: 'values', values: ['NO'] }, columns: ['country'] }],
    hidden: ['id'],
  });
  const { desk, last, of } = await opened(sampleTable({ remembered }), {
    ...usual,
    view: () => ({ viewId: 'v1', total: 3 }),
  });
  expect(state(desk)).toMatchObject({ recalled: true, query: { filters: [norway] } });
  expect(state(desk).layout.hidden.has(0)).toBe(true);
  expect(state(desk).shown?.viewId).toBe('v1');
  desk.resetView();
  await vi.advanceTimersByTimeAsync(600);
  expect(state(desk)).toMatchObject({ recalled: false, shown: { viewId: undefined, total: 300 } });
  expect(of('remember')).toHaveLength(1);
  expect(last('remember').input).toMatchObject({ handle: 'h1' });
});

test('a dead process: said, the same handle is asked again, the rows come back', async () => {
  const { desk, last, news } = await opened(sampleTable());
  const before = state(desk).shown?.version ?? 0;
  desk.rowsFailed({ code: 'review-stopped' });
  expect(state(desk).reviving).toBe(true);
  await settle();
  last('state').give(ok(sampleTable({ load: loading })));
  await settle();
  expect(state(desk).phase.kind).toBe('open');
  news(sampleTable({ load: ready }));
  await settle();
  expect(state(desk).reviving).toBe(false);
  expect(state(desk).shown?.version).toBeGreaterThan(before);
});

test('a handle that main has lost is opened anew', async () => {
  const { desk, last, of } = await opened(sampleTable());
  desk.rowsFailed({ code: 'review-stopped' });
  await settle();
  last('state').give(failed('review-closed'));
  await settle();
  expect(of('open')).toHaveLength(2);
  expect(state(desk).phase.kind).toBe('open');
});

test('a process that dies again and again is not revived for ever', async () => {
  const { desk, last } = await opened(sampleTable(), {
    ...usual,
    summary: () => new Promise(() => undefined),
  });
  for (let death = 0; death < 3; death += 1) {
    desk.rowsFailed({ code: 'review-stopped' });
    await settle();
    if (state(desk).phase.kind === 'failed') break;
    last('state').give(ok(sampleTable({ load: ready })));
    await settle();
  }
  expect(state(desk).phase).toEqual({ kind: 'failed', error: { code: 'review-stopped' } });
});

test('a file that can’t be opened is said, and can be tried again', async () => {
  const { desk, last, of } = world(usual);
  desk.start();
  last('open').give(failed('gzip-corrupt'));
  await settle();
  expect(state(desk).phase).toEqual({ kind: 'failed', error: { code: 'gzip-corrupt' } });
  desk.reopen();
  expect(of('open')).toHaveLength(2);
});

test('a table that was left before it opened is closed, and nothing is shown', async () => {
  const { desk, last, of } = world(usual);
  const end = desk.start();
  end();
  last('open').give(ok(sampleTable()));
  await settle();
  expect(of('close').map(({ input }) => input)).toEqual(['h1']);
  expect(state(desk).table).toBeNull();
});

test('reading that was stopped keeps the first rows and takes no filter', async () => {
  const { desk, news, of } = await opened(sampleTable({ load: loading }));
  desk.cancelLoad();
  expect(of('cancel').map(({ input }) => input)).toEqual([{ handle: 'h1', what: 'load' }]);
  news(sampleTable({ load: { kind: 'cancelled' } }));
  desk.addFilter(norway);
  await settle();
  expect(state(desk).query.filters).toEqual([]);
  expect(state(desk).shown?.first).toHaveLength(1);
});

const hit = (row: number, ordinal: number): FindResult => ({
  cells: 3,
  rows: 3,
  at: { row, column: 1, ordinal },
});

test('the search waits for the last letter, leads from hit to hit, and says which it is', async () => {
  const { desk, of, last } = await opened(sampleTable());
  desk.find.type('o');
  desk.find.type('os');
  await vi.advanceTimersByTimeAsync(300);
  expect(of('find')).toHaveLength(1);
  last('find').give(ok(hit(4, 1)));
  await settle();
  expect(state(desk)).toMatchObject({ goal: { row: 4, column: 1 }, find: { working: false } });
  desk.find.seek('next');
  expect(last('find').input).toMatchObject({ text: 'os', from: { row: 4, column: 1 }, direction: 'next' });
  last('find').give(ok(hit(9, 2)));
  await settle();
  expect(state(desk).find.result?.at?.ordinal).toBe(2);
});

test('a search that is ended forgets the answer that comes too late', async () => {
  const { desk, last, of } = await opened(sampleTable());
  desk.find.type('os');
  await vi.advanceTimersByTimeAsync(300);
  desk.find.clear();
  expect(of('cancel').map(({ input }) => input)).toContainEqual({ handle: 'h1', what: 'find' });
  last('find').give(ok(hit(4, 1)));
  await settle();
  expect(state(desk).find).toMatchObject({ text: '', result: null });
});

test('arranging that is given up leaves what was shown, also when its answer still comes', async () => {
  const { desk, last, of } = await opened(sampleTable());
  desk.addFilter(norway);
  await settle();
  expect(state(desk)).toMatchObject({ working: true, query: { filters: [norway] } });
  desk.cancelTask('view');
  expect(last('cancel').input).toEqual({ handle: 'h1', what: 'view' });
  expect(state(desk)).toMatchObject({ working: false, task: null, query: { filters: [], sort: [] } });
  last('view').give(failed('cancelled'));
  await settle();
  expect(state(desk).shown?.viewId).toBeUndefined();
  expect(state(desk)).toMatchObject({ working: false, phase: { kind: 'open' } });
  expect(of('rows')).toHaveLength(1);
});

test('where nothing was shown yet the rows come as in the file', async () => {
  const remembered = JSON.stringify({
    version: 1,
    filters: [],
    sort: [{ column: 'country', direction: 'up' }],
    hidden: [],
    pinned: [],
    widths: [],
  });
  const { desk, of, last } = await opened(sampleTable({ remembered }));
  expect(of('view')).toHaveLength(1);
  expect(state(desk).shown).toBeNull();
  desk.cancelTask('view');
  await settle();
  last('view').give(failed('cancelled'));
  await settle();
  expect(state(desk)).toMatchObject({ phase: { kind: 'open' }, working: false, query: { sort: [] } });
  expect(state(desk).shown).toMatchObject({ viewId: undefined, total: 300 });
});

test('a search that is given up keeps its text and counts nothing', async () => {
  const { desk, last } = await opened(sampleTable());
  desk.find.type('ann');
  await vi.advanceTimersByTimeAsync(300);
  expect(state(desk).find).toMatchObject({ text: 'ann', working: true });
  desk.cancelTask('find');
  expect(last('cancel').input).toEqual({ handle: 'h1', what: 'find' });
  last('find').give(ok({ cells: 3, rows: 3, at: null } satisfies FindResult));
  await settle();
  expect(state(desk).find).toEqual({ text: 'ann', working: false, result: null, error: null });
});

test('a summary that is given up says so, and can be asked for again', async () => {
  const { desk, last } = await opened(sampleTable(), { ...usual, summary: undefined });
  desk.cancelTask('summary');
  last('summary').give(failed('cancelled'));
  await settle();
  expect(state(desk).summary).toEqual({ kind: 'stopped' });
  desk.summarize();
  expect(state(desk).summary).toEqual({ kind: 'working' });
  last('summary').give(ok(summary()));
  await settle();
  expect(state(desk).summary.kind).toBe('ready');
});
