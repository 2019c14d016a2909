import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Result } from '../../../../src-preload/contract/errors.ts';
import type { OpenedTable, OpenTable, RowsPage } from '../../../../src-preload/contract/review.ts';
import { createDesk } from '../../../../src-renderer/features/review/desk/desk.ts';
import type { DeskPorts } from '../../../../src-renderer/features/review/desk/desk-parts.ts';
import {
  dropOpening,
  openAhead,
  takeOpening,
} from '../../../../src-renderer/features/review/desk/openings.ts';
import { sampleTable } from '../../../support/sample-table.ts';

const first: RowsPage = { offset: 0, total: 2, rows: [['1'], ['2']], ids: [0, 1] };
const table = sampleTable({
  columns: [{ index: 0, name: 'id', type: 'id' }],
  totalRows: 2,
  load: { kind: 'loading', bytes: 0, totalBytes: 10, rows: null },
});

type News = (payload: { table: OpenTable; task: null }) => void;
let calls: { readonly call: string; readonly input: unknown }[];
let listeners: Set<News>;
let answer: (result: Result<OpenedTable>) => void;

/** Main, which answers `open` when the test says so, and everything else not at all. */
function main(): DeskPorts {
  const review = new Proxy(
    {},
    {
      get: (_, call: string) => (input: unknown) => {
        calls.push({ call, input });
        return new Promise((resolve) => {
          if (call === 'open') answer = resolve;
        });
      },
    },
  );
  const on = (_: string, heard: News) => {
    listeners.add(heard);
    return () => listeners.delete(heard);
  };
  return { review, on } as unknown as DeskPorts;
}

const asked = (call: string) => calls.filter((one) => one.call === call).map(({ input }) => input);
const tell = (news: OpenTable) => {
  for (const heard of listeners) heard({ table: news, task: null });
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  calls = [];
  listeners = new Set();
});
afterEach(dropOpening);

test('a table that was asked for ahead is shown with its first rows, and nothing is asked twice', async () => {
  const ports = main();
  openAhead(ports, 'job-1');
  expect(asked('open')).toEqual([
    { jobId: 'job-1', progressive: true, first: { rows: 100, mostColumns: 96 } },
  ]);
  answer({ ok: true, value: { ...table, first } });
  const desk = createDesk(ports, { jobId: 'job-1' }, () => undefined);
  const end = desk.start();
  await settled();
  expect(desk.store.getState().phase.kind).toBe('open');
  expect(desk.store.getState().shown?.first.map(({ cells }) => cells)).toEqual([['1'], ['2']]);
  desk.shown();
  expect(calls.map(({ call }) => call)).toEqual(['open', 'shown']);
  end();
  expect(asked('close')).toEqual(['h1']);
});

test('what is told of the table before its screen is there is not lost', async () => {
  const ports = main();
  openAhead(ports, 'job-1');
  answer({ ok: true, value: { ...table, first } });
  tell({ ...table, totalRows: 300, load: { kind: 'ready' } });
  const desk = createDesk(ports, { jobId: 'job-1' }, () => undefined);
  const end = desk.start();
  await settled();
  expect(desk.store.getState().table).toMatchObject({ totalRows: 300, load: { kind: 'ready' } });
  expect(listeners.size).toBe(1);
  end();
  expect(listeners.size).toBe(0);
});

test('a table whose screen never came is given back when it is there', async () => {
  openAhead(main(), 'job-1');
  dropOpening();
  expect(takeOpening({ jobId: 'job-1' })).toBeNull();
  expect(asked('close')).toEqual([]);
  answer({ ok: true, value: { ...table, first } });
  await settled();
  expect(asked('close')).toEqual(['h1']);
  expect(listeners.size).toBe(0);
});

test('going to another export gives back the table of the one before', async () => {
  const ports = main();
  openAhead(ports, 'job-1');
  const before = answer;
  openAhead(ports, 'job-2');
  before({ ok: true, value: { ...table, first } });
  await settled();
  expect(asked('close')).toEqual(['h1']);
  expect(takeOpening({ jobId: 'job-2' })).not.toBeNull();
});

test('an opening that failed is not given back, and the one who takes it hears why', async () => {
  const ports = main();
  openAhead(ports, 'job-1');
  const desk = createDesk(ports, { jobId: 'job-1' }, () => undefined);
  const end = desk.start();
  answer({ ok: false, error: { code: 'file-missing' } });
  await settled();
  expect(desk.store.getState().phase).toEqual({ kind: 'failed', error: { code: 'file-missing' } });
  end();
  expect(asked('close')).toEqual([]);
});

test('another file, another sheet or another export is not what was asked for ahead', () => {
  openAhead(main(), 'job-1');
  expect(takeOpening({ fileId: 'file-1' })).toBeNull();
  expect(takeOpening({ jobId: 'job-1', sheet: 'Second' })).toBeNull();
  expect(takeOpening({ jobId: 'job-2' })).toBeNull();
  expect(takeOpening({ jobId: 'job-1' })).not.toBeNull();
  expect(takeOpening({ jobId: 'job-1' })).toBeNull();
});

test('of a table whose first rows did not come with it they are asked for', async () => {
  const ports = main();
  openAhead(ports, 'job-1');
  answer({ ok: true, value: table });
  const end = createDesk(ports, { jobId: 'job-1' }, () => undefined).start();
  await settled();
  expect(asked('rows')).toEqual([{ handle: 'h1', offset: 0, limit: 100 }]);
  end();
});
