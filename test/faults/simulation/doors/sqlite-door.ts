import { DatabaseSync as RealDatabase } from '@photostructure/sqlite';

/** Who watches what the ledger writes: may throw instead, as a full disk does, or as a process that has died. */
export interface LedgerDoor {
  /** `commits`: this call makes something durable. */
  before(commits: boolean): void;
  after(commits: boolean): void;
}

let door: LedgerDoor = { before() {}, after() {} };

/** The databases that are opened from now on have this door. */
export function putLedgerDoor(next: LedgerDoor): void {
  door = next;
}

const writes = /^\s*(?:insert|update|delete)/i;
const ends = /^\s*commit/i;

/** What the ledger takes for SQLite's own class: the real one behind a door (hooks.ts puts it there). */
export class DatabaseSync {
  private readonly real: InstanceType<typeof RealDatabase>;
  private readonly door: LedgerDoor;

  constructor(...options: ConstructorParameters<typeof RealDatabase>) {
    this.real = new RealDatabase(...options);
    this.door = door;
    opened.add(this);
  }

  get isTransaction(): boolean {
    return this.real.isTransaction;
  }

  private through<T>(sql: string, work: () => T): T {
    const commits = ends.test(sql) || (writes.test(sql) && !this.real.isTransaction);
    this.door.before(commits);
    const result = work();
    this.door.after(commits);
    return result;
  }

  exec(sql: string): void {
    // Taking back is what a failure leaves to do; it can't fail for want of space.
    if (/^\s*rollback/i.test(sql)) this.real.exec(sql);
    else this.through(sql, () => this.real.exec(sql));
  }

  function(...about: Parameters<InstanceType<typeof RealDatabase>['function']>): void {
    this.real.function(...about);
  }

  prepare(sql: string) {
    const statement = this.real.prepare(sql);
    type Values = Parameters<typeof statement.run>;
    return {
      run: (...values: Values) => this.through(sql, () => statement.run(...values)),
      get: (...values: Values) => this.through(sql, () => statement.get(...values)),
      all: (...values: Values) => this.through(sql, () => statement.all(...values)),
    };
  }

  close(): void {
    if (!opened.delete(this)) return;
    if (this.real.isTransaction) this.real.exec('ROLLBACK');
    this.real.close();
  }
}

const opened = new Set<DatabaseSync>();

/** What the end of a process does to its database. */
export function closeAllLedgers(): void {
  for (const one of [...opened]) one.close();
}
