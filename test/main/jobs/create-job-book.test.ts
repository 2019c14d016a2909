import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createJobBook } from '../../../src-main/jobs/create-job-book.ts';
import type { Job } from '../../../src-main/jobs/job.ts';
import type { Ledger } from '../../../src-main/jobs/ledger.ts';
import { openLedger } from '../../../src-main/jobs/sqlite-ledger.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { Log } from '../../../src-main/ports/log.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { noon, someJob } from './support/some-job.ts';
import { tempFolder } from './support/temp-folder.ts';

function house(jobs: readonly Job[] = [someJob()]) {
  const clock = createVirtualClock(noon);
  const { ledger } = openLedger({ file: join(tempFolder(), 'ledger.sqlite'), clock });
  onTestFinished(() => ledger.close());
  for (const job of jobs) ledger.jobs.put(job);
  const logged: string[] = [];
  const log: Log = { info() {}, warn() {}, error: (message) => logged.push(message) };
  const bookOver = (over: Ledger) =>
    createJobBook({ ledger: over, clock, user: 'kim', nextCheckAt: () => noon + 40_000, log });
  const book = bookOver(ledger);
  const heard: { changed: readonly string[]; removed: readonly string[] }[] = [];
  book.onChange(({ changed, removed }) => heard.push({ changed: changed.map((job) => job.title), removed }));
  return { book, bookOver, clock, heard, ledger, logged };
}

const full: Ledger['jobs']['put'] = () => {
  throw new Failure('disk-full');
};

describe('reading', () => {
  it('starts from what the ledger holds', () => {
    const { book } = house();
    expect(book.all()).toEqual([someJob()]);
    expect(book.get('job-1')).toEqual(someJob());
  });

  it('a job that is not there is an error to get and null to find', () => {
    const { book } = house();
    expect(() => book.get('job-2')).toThrow('job-not-found');
    expect(book.find('job-2')).toBeNull();
  });

  it('a view holds stage, next step and next check, and neither folder nor true reference', () => {
    const { book } = house();
    const view = book.view(someJob({ folder: '/home/kim/Documents', export: { kind: 'ready' } }));
    expect(view).toMatchObject({
      stage: 'ready',
      nextStep: 'collect',
      group: 'needs-you',
      nextCheckAt: noon + 40_000,
      canCancel: false,
    });
    expect(view).not.toHaveProperty('folder');
    expect(view).not.toHaveProperty('cancellable');
  });
});

describe('changing', () => {
  it('is in the ledger before anyone hears of it', () => {
    const { book, ledger } = house();
    const seen: (string | undefined)[] = [];
    book.onChange(({ changed }) => seen.push(ledger.jobs.get(changed[0]?.id ?? '')?.title));
    book.update('job-1', { title: 'New' });
    expect(seen).toEqual(['New']);
  });

  it('by a function sees the newest job', () => {
    const { book } = house();
    book.update('job-1', { title: 'New' });
    expect(book.update('job-1', (job) => ({ title: `${job.title}er` })).title).toBe('Newer');
  });

  it('that the ledger refuses has not happened, and nobody hears of it', () => {
    const { bookOver, ledger } = house();
    const book = bookOver({ ...ledger, jobs: { ...ledger.jobs, put: full } });
    let calls = 0;
    book.onChange(() => {
      calls += 1;
    });
    expect(() => book.update('job-1', { title: 'New' })).toThrow('disk-full');
    expect(() => book.add(someJob({ id: 'job-2' }))).toThrow('disk-full');
    expect([book.get('job-1').title, book.find('job-2'), calls]).toEqual(['Title of job-1', null, 0]);
  });

  it('adding the same id twice is refused', () => {
    const { book, heard } = house();
    expect(() => book.add(someJob({ title: 'Twin' }))).toThrow('already-on-list');
    expect([book.get('job-1').title, heard]).toEqual(['Title of job-1', []]);
  });

  it('a job that is not there is refused', () => {
    expect(() => house().book.update('job-2', {})).toThrow('job-not-found');
  });

  it('removing is heard once, and of one that is not there never', () => {
    const { book, heard, ledger } = house();
    book.remove('job-1');
    book.remove('job-1');
    expect(heard).toEqual([{ changed: [], removed: ['job-1'] }]);
    expect(ledger.jobs.all()).toEqual([]);
  });
});

describe('within a transaction of the ledger', () => {
  it('listeners hear once, when it has ended', () => {
    const { book, heard, ledger } = house();
    ledger.transaction(() => {
      book.add(someJob({ id: 'job-2' }));
      book.update('job-1', { title: 'New' });
      book.update('job-1', { title: 'Newer' });
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual([{ changed: ['Title of job-2', 'Newer'], removed: [] }]);
  });

  it('what is taken back was never so: the book says again what the ledger holds', () => {
    const { book, ledger } = house();
    const work = () =>
      ledger.transaction(() => {
        book.update('job-1', { title: 'New' });
        book.add(someJob({ id: 'job-2' }));
        throw new Failure('disk-full');
      });
    expect(work).toThrow('disk-full');
    expect([book.get('job-1').title, book.find('job-2')]).toEqual(['Title of job-1', null]);
  });

  it('a removal that is taken back leaves the job', () => {
    const { book, ledger } = house();
    const work = () =>
      ledger.transaction(() => {
        book.remove('job-1');
        throw new Failure('cancelled');
      });
    expect(work).toThrow('cancelled');
    expect(book.get('job-1')).toEqual(someJob());
  });

  it('an inner part that is taken back leaves what the outer one did', () => {
    const { book, heard, ledger } = house();
    ledger.transaction(() => {
      book.update('job-1', { title: 'Outer' });
      expect(() =>
        ledger.transaction(() => {
          book.update('job-1', { title: 'Inner' });
          throw new Failure('cancelled');
        }),
      ).toThrow('cancelled');
      expect(book.get('job-1').title).toBe('Outer');
    });
    expect([book.get('job-1').title, heard]).toEqual(['Outer', [{ changed: ['Outer'], removed: [] }]]);
  });
});

describe('listeners', () => {
  it('one that throws keeps no other from hearing, and is logged', () => {
    const { book, heard, logged } = house();
    const late: number[] = [];
    book.onChange(() => {
      throw new Error('no secret of the listener is logged');
    });
    book.onChange(({ changed }) => late.push(changed.length));
    book.update('job-1', { title: 'New' });
    expect([heard.length, late, logged]).toEqual([1, [1], ['a listener to the job book failed']]);
  });

  it('hear nothing after they left', () => {
    const { book } = house();
    let calls = 0;
    const off = book.onChange(() => {
      calls += 1;
    });
    off();
    book.update('job-1', { title: 'New' });
    expect(calls).toBe(0);
  });

  it('one that changes a job itself is told of that too', () => {
    const { book, heard } = house();
    const off = book.onChange(() => {
      off();
      book.update('job-1', { title: 'Second' });
    });
    book.update('job-1', { title: 'First' });
    expect(heard.map((change) => change.changed)).toEqual([['First'], ['Second']]);
  });
});

it('the history line names the job, the person and the time', () => {
  const { book, ledger } = house();
  book.record(book.get('job-1'), 'retrieval-collected', { rows: 7, note: 'ok' });
  expect(ledger.history.list({}).entries).toEqual([
    {
      id: 1,
      at: noon,
      by: 'kim',
      kind: 'retrieval-collected',
      jobId: 'job-1',
      title: 'Title of job-1',
      connectionName: 'Games',
      provider: 'mytracker',
      practice: false,
      rows: 7,
      files: null,
      bytes: null,
      fingerprint: null,
      note: 'ok',
    },
  ]);
});
