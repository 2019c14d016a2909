import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fold, migrate, migrations, versionOf } from '../../../src-main/jobs/migrations.ts';
import { openLedger } from '../../../src-main/jobs/sqlite-ledger.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { attempt, noon, someJob } from './support/some-job.ts';
import { tempFolder } from './support/temp-folder.ts';

function place() {
  const folder = tempFolder();
  const file = join(folder, 'ledger.sqlite');
  const open = () => {
    const opened = openLedger({ file, clock: createVirtualClock(noon), user: 'kim' });
    onTestFinished(() => {
      try {
        opened.ledger.close();
      } catch {
        // Closed by the test itself.
      }
    });
    return opened;
  };
  return { folder, file, open };
}

/** A ledger as an earlier version left it. */
function writeOlder(file: string, version: number): void {
  const db = new DatabaseSync(file);
  for (const step of migrations.slice(0, version)) db.exec(step);
  db.exec(`PRAGMA user_version = ${version}`);
  db.prepare('INSERT INTO jobs (id, data) VALUES (?, ?)').run('job-1', JSON.stringify(someJob()));
  db.prepare('INSERT INTO attempts (id, job_id, started_at, data) VALUES (?, ?, ?, ?)').run(
    attempt.id,
    'job-1',
    noon,
    JSON.stringify(attempt),
  );
  db.prepare(
    "INSERT INTO history (at, by, kind, title, connection_name, practice) VALUES (1, 'kim', 'export-ready', 'Østland', 'Games', 0)",
  ).run();
  db.close();
}

describe('migrations', () => {
  it('begin with nothing and end at the newest shape, durable to the last word', () => {
    const { file, open } = place();
    const { ledger, notices } = open();
    expect(notices).toEqual([]);
    ledger.close();
    const db = new DatabaseSync(file);
    onTestFinished(() => db.close());
    expect(versionOf(db)).toBe(migrations.length);
    expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  });

  it('carry a ledger of version 1 on with all that it held, and make its history searchable', () => {
    const { file, open } = place();
    writeOlder(file, 1);
    const { ledger, notices } = open();
    expect(notices).toEqual([]);
    expect(ledger.jobs.all()).toEqual([someJob()]);
    expect(ledger.commits.unsettled()).toEqual([{ jobId: 'job-1', attempt }]);
    expect(ledger.history.list({ search: 'østland' }).total).toBe(1);
    ledger.forgotten.add('a', 'b');
    expect(ledger.forgotten.has('a', 'b')).toBe(true);
  });

  it('that fail half way leave the older ledger as it was', () => {
    const { file } = place();
    writeOlder(file, 1);
    const db = new DatabaseSync(file);
    onTestFinished(() => db.close());
    expect(() =>
      migrate(db, [migrations[0] ?? '', 'CREATE TABLE extra (a); CREATE TABLE jobs (b)']),
    ).toThrow();
    expect(versionOf(db)).toBe(1);
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'extra'").get()).toBeUndefined();
  });

  it('are not taken twice', () => {
    const { open } = place();
    open().ledger.close();
    expect(open().notices).toEqual([]);
  });

  it('compare text regardless of case in every script', () => {
    expect([fold('ÆØÅ'), fold('НЕИЗВЕСТНО'), fold('e\u0301')]).toEqual(['æøå', 'неизвестно', '\u00e9']);
  });
});

describe('a ledger that a newer Docket wrote', () => {
  it('is refused and not touched by a byte', () => {
    const { file, folder, open } = place();
    writeOlder(file, 1);
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(file);
    expect(open).toThrow(
      expect.objectContaining({ error: { code: 'ledger-newer', subject: 'ledger.sqlite' } }),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['ledger.sqlite']);
  });

  it('is refused also when its version still lies in the write-ahead log', () => {
    const { file, folder, open } = place();
    const db = new DatabaseSync(file);
    onTestFinished(() => db.close());
    db.exec(
      'PRAGMA journal_mode = WAL; CREATE TABLE t (a); PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version = 99',
    );
    expect(open).toThrow(
      expect.objectContaining({ error: { code: 'ledger-newer', subject: 'ledger.sqlite' } }),
    );
    expect(readdirSync(folder).some((name) => name.includes('corrupt'))).toBe(false);
  });
});

describe('a damaged ledger', () => {
  const aside = 'ledger.corrupt-2026-01-15.sqlite';

  it.each([
    ['text', Buffer.from('this is no database, but a letter that somebody saved here '.repeat(20))],
    ['zeros', Buffer.alloc(8192)],
    ['a cut header', Buffer.from('SQLite format 3\0')],
  ])('that holds %s is set aside, and a new one begun, and the person told', (_what, content) => {
    const { folder, file, open } = place();
    writeFileSync(file, content);
    const { ledger, notices } = open();
    expect(notices).toEqual([{ code: 'ledger-damaged', subject: aside }]);
    expect(readFileSync(join(folder, aside)).equals(content)).toBe(true);
    ledger.jobs.put(someJob());
    expect(ledger.jobs.all()).toEqual([someJob()]);
    expect(ledger.history.list({}).entries).toMatchObject([
      { kind: 'ledger-replaced', by: 'kim', note: aside },
    ]);
  });

  it('whose pages were overwritten is noticed at once, and not in the middle of work', () => {
    const { folder, file, open } = place();
    const { ledger } = open();
    ledger.transaction(() => {
      for (let n = 0; n < 200; n += 1) ledger.jobs.put(someJob({ id: `job-${n}` }));
    });
    ledger.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    expect(open().notices).toEqual([{ code: 'ledger-damaged', subject: aside }]);
    expect(readFileSync(join(folder, aside)).equals(bytes)).toBe(true);
  });

  it('that is no ledger of ours is set aside too', () => {
    const { file, open } = place();
    const db = new DatabaseSync(file);
    db.exec('CREATE TABLE jobs (something TEXT)');
    db.close();
    expect(open().notices).toEqual([{ code: 'ledger-damaged', subject: aside }]);
  });

  it('leaves downloaded files and an earlier one that was set aside alone', () => {
    const { folder, file, open } = place();
    writeFileSync(join(folder, aside), 'the first');
    mkdirSync(join(folder, 'downloads'));
    writeFileSync(join(folder, 'downloads', 'installs.csv'), 'a\n1\n');
    writeFileSync(file, 'the second');
    expect(open().notices).toEqual([
      { code: 'ledger-damaged', subject: 'ledger.corrupt-2026-01-15-2.sqlite' },
    ]);
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('the first');
    expect(readFileSync(join(folder, 'downloads', 'installs.csv'), 'utf8')).toBe('a\n1\n');
  });

  it('whose write-ahead log is garbage keeps what the ledger itself holds; log and copy are set aside', () => {
    const { folder, file, open } = place();
    const first = open();
    first.ledger.jobs.put(someJob());
    first.ledger.close();
    const garbage = Buffer.from('no log at all, whatever it says '.repeat(8));
    writeFileSync(`${file}-wal`, garbage);
    const { ledger, notices } = open();
    expect(notices).toEqual([{ code: 'ledger-rows-unreadable', subject: aside, detail: 'write-ahead log' }]);
    expect(ledger.jobs.all()).toEqual([someJob()]);
    expect(readFileSync(join(folder, `${aside}-wal`)).equals(garbage)).toBe(true);
    expect(existsSync(join(folder, aside))).toBe(true);
  });

  it('is not what an empty write-ahead log means', () => {
    const { file, open } = place();
    open().ledger.close();
    writeFileSync(`${file}-wal`, Buffer.alloc(32));
    expect(open().notices).toEqual([]);
  });
});

describe('a row that can not be read', () => {
  it('is kept and named, and the others load', () => {
    const { file, open } = place();
    const first = open();
    first.ledger.jobs.put(someJob({ id: 'good' }));
    first.ledger.close();
    const db = new DatabaseSync(file);
    const broken = JSON.stringify({
      ...someJob({ id: 'odd', title: 'Installs, October' }),
      export: { kind: 'teleported' },
    });
    db.prepare('INSERT INTO jobs (id, data) VALUES (?, ?)').run('odd', broken);
    db.prepare('INSERT INTO jobs (id, data) VALUES (?, ?)').run('odder', '{"half":');
    db.close();
    const { ledger, notices } = open();
    expect(notices).toEqual([
      { code: 'ledger-rows-unreadable', subject: 'Installs, October, odder', detail: '2' },
    ]);
    expect(ledger.jobs.all().map((job) => job.id)).toEqual(['good']);
    ledger.close();
    expect(open().notices).toHaveLength(1);
  });
});

describe('a place that refuses the ledger', () => {
  it('is told as a folder that can not be written, without its path', () => {
    const { folder } = place();
    writeFileSync(join(folder, 'file'), '');
    const inside = () =>
      openLedger({ file: join(folder, 'file', 'ledger.sqlite'), clock: createVirtualClock(noon) });
    expect(inside).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({ code: 'folder-unwritable', subject: 'ledger.sqlite' }),
      }),
    );
  });

  it('is not mistaken for damage when it is a folder of that name', () => {
    const { file, folder, open } = place();
    mkdirSync(file);
    expect(open).toThrow(expect.objectContaining({ code: 'folder-unwritable' }));
    expect(readdirSync(folder)).toEqual(['ledger.sqlite']);
  });
});
