import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../../src-main/jobs/migrations.ts';
import { openLedger } from '../../../src-main/jobs/sqlite-ledger.ts';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { fingerprint, noon, someJob } from './support/some-job.ts';
import { tempFolder } from './support/temp-folder.ts';

const file = (id: string, name = `${id}.csv`): FileView => ({
  id,
  jobId: 'job-1',
  name,
  folder: '/somewhere',
  kind: 'csv',
  bytes: 10,
  sha256: fingerprint,
  rows: 1,
});
const open = (path = join(tempFolder(), 'ledger.sqlite')) =>
  openLedger({ file: path, clock: createVirtualClock(noon) }).ledger;

/** A ledger as the version before files were kept for good has left it. */
function olderLedger(fill: (db: InstanceType<typeof DatabaseSync>) => void): string {
  const path = join(tempFolder(), 'ledger.sqlite');
  const db = new DatabaseSync(path);
  migrate(db, migrations.slice(0, 2));
  fill(db);
  db.close();
  return path;
}

describe('files that were collected', () => {
  it('of an older ledger are taken over with their export’s name, connection and time', () => {
    const job = someJob({
      title: 'Installs',
      retrieval: {
        kind: 'collected',
        fingerprint,
        files: 2,
        rows: 2,
        bytes: 20,
        collectedAt: 1234,
        verifiedAt: 1234,
      },
    });
    const path = olderLedger((db) => {
      db.prepare('INSERT INTO jobs (id, data) VALUES (?, ?)').run(job.id, JSON.stringify(job));
      const put = db.prepare('INSERT INTO files (id, job_id, position, data) VALUES (?, ?, ?, ?)');
      put.run('b', job.id, 0, JSON.stringify(file('b')));
      put.run('a', job.id, 1, JSON.stringify(file('a')));
    });
    const ledger = open(path);
    expect(ledger.kept.of(job.id)).toMatchObject([
      { id: 'b', title: 'Installs', connectionName: job.connectionName, collectedAt: 1234, onList: true },
      { id: 'a', bytes: 10, committedAt: null },
    ]);
    expect(ledger.kept.list({ search: 'INSTALLS' })).toHaveLength(2);
  });

  it('of an older ledger that can’t be read are passed over; the ledger opens', () => {
    const path = olderLedger((db) => {
      db.prepare('INSERT INTO jobs (id, data) VALUES (?, ?)').run('bad', 'not json');
      db.prepare('INSERT INTO jobs (id, data) VALUES (?, ?)').run('odd', '{"title": 7}');
      const put = db.prepare('INSERT INTO files (id, job_id, position, data) VALUES (?, ?, ?, ?)');
      put.run('a', 'bad', 0, JSON.stringify(file('a')));
      put.run('b', 'odd', 0, '{}');
      put.run('c', 'odd', 1, 'not json');
    });
    expect(open(path).kept.all()).toEqual([]);
  });

  it('stay when their export leaves the list, and go when they are discarded', () => {
    const ledger = open();
    ledger.jobs.put(someJob());
    ledger.files.replace('job-1', [file('a'), file('b')]);
    ledger.jobs.remove('job-1');
    expect(ledger.kept.of('job-1').map(({ id, onList }) => [id, onList])).toEqual([
      ['a', false],
      ['b', false],
    ]);
    ledger.jobs.put(someJob());
    ledger.files.replace('job-1', []);
    expect(ledger.kept.all()).toEqual([]);
  });

  it('are kept together with the list of files, or not at all', () => {
    const ledger = open();
    ledger.jobs.put(someJob());
    ledger.files.replace('job-1', [file('a')]);
    expect(() => ledger.files.replace('job-1', [file('b'), file('b')])).toThrow();
    expect(ledger.kept.of('job-1').map(({ id }) => id)).toEqual(['a']);
  });

  it('that were moved to the bin say so wherever they are shown, until they are back', () => {
    const ledger = open();
    ledger.jobs.put(someJob());
    ledger.files.replace('job-1', [file('a'), file('b')]);
    ledger.kept.setBinned('a', 99);
    expect([ledger.kept.get('a')?.binnedAt, ledger.files.get('a')?.binnedAt]).toEqual([99, 99]);
    expect(ledger.kept.outline({ state: 'in-bin' }).found.files).toBe(1);
    expect(ledger.kept.get('b')?.binnedAt).toBeUndefined();
    ledger.kept.setBinned('a', null);
    expect([ledger.kept.get('a')?.binnedAt, ledger.files.get('a')?.binnedAt]).toEqual([undefined, undefined]);
    expect(ledger.files.get('a')).toEqual(file('a'));
  });

  it('are there after the app was closed', () => {
    const path = join(tempFolder(), 'ledger.sqlite');
    const first = open(path);
    first.jobs.put(someJob());
    first.files.replace('job-1', [file('a')]);
    first.kept.setBinned('a', 5);
    first.close();
    expect(open(path).kept.get('a')).toMatchObject({ name: 'a.csv', binnedAt: 5 });
  });
});
