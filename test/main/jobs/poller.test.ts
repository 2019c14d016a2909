import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import { settle } from '../../support/virtual-clock.ts';
import { jobsHouse } from './support/jobs-house.ts';
import { acme, collected, games, licences, noon, receipt, someJob, someReport } from './support/some-job.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const running = (reference: string) => someReport({ reference, state: { kind: 'running' } });
const ready = (reference: string) =>
  someReport({
    reference,
    state: { kind: 'ready', expiresAt: noon + 24 * hour },
    vendorStatus: 'Success!',
    rows: 7,
  });
const someRequest: ExportRequest = {
  provider: 'mytracker',
  event: 'installs',
  selectors: ['idCountry'],
  dateFrom: '2026-10-01',
  dateTo: '2026-10-31',
};
const game = (id: string, change = {}) => someJob({ id, reference: id, ...change }, games);
const licence = (id: string, change = {}) => someJob({ id, reference: id, ...change }, licences);

function deferred() {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, wait };
}

describe('an export that is prepared', () => {
  it('is asked about until it is ready, and its row and the history say so', async () => {
    const { book, clock, ledger, poller, vendors } = jobsHouse({ jobs: [game('4')], connections: [games] });
    vendors.mytracker.exports.set('4', running('4'));
    poller.start();
    expect(poller.nextCheckAt('4')).toBe(noon + 4 * second);
    await clock.advance(4 * second);
    expect(book.get('4')).toMatchObject({ export: { kind: 'running' }, lastCheckedAt: noon + 4 * second });
    expect(book.view(book.get('4')).nextCheckAt).toBe(noon + 14 * second);
    vendors.mytracker.exports.set('4', ready('4'));
    await clock.advance(10 * second);
    expect(book.view(book.get('4'))).toMatchObject({
      stage: 'ready',
      nextStep: 'collect',
      readyAt: noon + 14 * second,
    });
    expect(ledger.history.list({}).entries).toMatchObject([
      { kind: 'export-ready', jobId: '4', note: 'Success!', rows: 7 },
    ]);
  });

  it('that fails, is cancelled or expires is not asked about again', async () => {
    const { clock, ledger, poller, vendors } = jobsHouse({
      jobs: [game('1'), game('2'), game('3')],
      connections: [games],
    });
    const { exports, calls } = vendors.mytracker;
    exports.set(
      '1',
      someReport({
        reference: '1',
        state: { kind: 'failed', reason: 'Too many lines in export', repeatable: false },
      }),
    );
    exports.set(
      '2',
      someReport({ reference: '2', state: { kind: 'cancelled' }, vendorStatus: 'Canceled by user' }),
    );
    exports.set('3', someReport({ reference: '3', state: { kind: 'expired' } }));
    poller.start();
    await clock.advance(4 * second);
    expect(['1', '2', '3'].map(poller.nextCheckAt)).toEqual([null, null, null]);
    await clock.advance(2 * hour);
    expect(calls).toEqual(['check 1,2,3']);
    const kinds = ledger.history.list({}).entries.map((entry) => entry.kind);
    expect(kinds).toEqual(['export-expired', 'export-cancelled', 'export-failed']);
  });

  it('is heard of by listeners together with the time of its next check', async () => {
    const { book, clock, poller, vendors } = jobsHouse({ jobs: [game('4')], connections: [games] });
    vendors.mytracker.exports.set('4', running('4'));
    poller.start();
    const heard: (number | null)[] = [];
    book.onChange(({ changed }) => heard.push(...changed.map((job) => book.view(job).nextCheckAt)));
    await clock.advance(4 * second);
    expect(heard).toEqual([noon + 14 * second]);
  });

  it('that is added while the poller runs is planned at once, and one that is removed no more', async () => {
    const { book, clock, poller, vendors } = jobsHouse({ connections: [games] });
    poller.start();
    book.add(game('4'));
    expect(poller.nextCheckAt('4')).toBe(noon + 4 * second);
    book.remove('4');
    expect(poller.nextCheckAt('4')).toBeNull();
    await clock.advance(hour);
    expect(vendors.mytracker.calls).toEqual([]);
  });

  it('that leaves the list while the vendor answers stays away', async () => {
    const { book, clock, poller, vendors } = jobsHouse({ jobs: [game('4')], connections: [games] });
    const { open, wait } = deferred();
    vendors.mytracker.pause = wait;
    poller.start();
    await clock.advance(4 * second);
    book.remove('4');
    open();
    await settle();
    expect(book.find('4')).toBeNull();
    await clock.advance(hour);
    expect(vendors.mytracker.calls).toEqual(['check 4']);
  });

  it('that we have committed is not asked about', async () => {
    const jobs = [
      game('4', { export: { kind: 'ready' }, retrieval: collected, commit: { kind: 'committed', receipt } }),
    ];
    const { clock, poller, vendors } = jobsHouse({ jobs, connections: [games] });
    poller.start();
    await clock.advance(24 * hour);
    expect([vendors.mytracker.calls, poller.nextCheckAt('4')]).toEqual([[], null]);
  });

  it('that was checked before a restart waits for its time, and one that is overdue is asked about at once', async () => {
    const jobs = [
      game('old', { createdAt: noon - 30 * minute, lastCheckedAt: noon - 10 * minute }),
      game('new', { createdAt: noon - 30 * minute, lastCheckedAt: noon - 20 * second }),
    ];
    const { clock, poller, vendors } = jobsHouse({ jobs, connections: [games] });
    for (const id of ['old', 'new']) vendors.mytracker.exports.set(id, running(id));
    poller.start();
    await clock.advance(0);
    expect(vendors.mytracker.calls).toEqual(['check old']);
    expect(poller.nextCheckAt('new')).toBe(noon + 40 * second);
  });

  it('that is ready and not collected is asked about seldom, and sooner near its end', async () => {
    const jobs = [
      game('4', {
        export: { kind: 'ready', expiresAt: noon + 6 * hour },
        lastCheckedAt: noon,
        readyAt: noon,
      }),
    ];
    const { book, clock, poller, vendors } = jobsHouse({ jobs, connections: [games] });
    vendors.mytracker.exports.set(
      '4',
      someReport({ reference: '4', state: { kind: 'ready', expiresAt: noon + 6 * hour } }),
    );
    poller.start();
    await clock.advance(4 * hour);
    const early = vendors.mytracker.calls.length;
    expect(early).toBe(4);
    await clock.advance(2 * hour);
    expect(vendors.mytracker.calls.length - early).toBeGreaterThan(6);
    vendors.mytracker.exports.delete('4');
    await clock.advance(3 * minute);
    expect(book.get('4').export).toEqual({ kind: 'expired' });
  });
});

describe('two exports on one account', () => {
  it('never make more than 1000 calls in an hour, from the first minute to the last of two days', async () => {
    const { clock, poller, vendors } = jobsHouse({ jobs: [game('1'), game('2')], connections: [games] });
    const at: number[] = [];
    const { exports } = vendors.mytracker;
    const report = (reference: string) => {
      at.push(clock.now());
      return running(reference);
    };
    Object.assign(exports, { get: report });
    poller.start();
    await clock.advance(48 * hour);
    const busiest = Math.max(
      ...at.map((from) => at.filter((each) => each >= from && each < from + hour).length),
    );
    expect(at.length).toBeGreaterThan(500);
    expect(busiest).toBeLessThan(250);
  });

  it('and two hundred neither: each then waits longer', async () => {
    const jobs = Array.from({ length: 200 }, (_, n) => game(`e${n}`));
    const { clock, poller, vendors } = jobsHouse({ jobs, connections: [games] });
    const at: number[] = [];
    Object.assign(vendors.mytracker.exports, {
      get: (reference: string) => {
        at.push(clock.now());
        return running(reference);
      },
    });
    poller.start();
    await clock.advance(3 * hour);
    const busiest = Math.max(
      ...at.map((from) => at.filter((each) => each >= from && each < from + hour).length),
    );
    expect(new Set(vendors.mytracker.calls.flatMap((call) => call.slice(6).split(','))).size).toBe(200);
    expect(busiest).toBeLessThan(1000);
  });

  it('never are checked at the same time, however long the vendor takes', async () => {
    const { clock, poller, vendors } = jobsHouse({ jobs: [game('1'), game('2')], connections: [games] });
    const { open, wait } = deferred();
    vendors.mytracker.pause = wait;
    poller.start();
    await clock.advance(10 * minute);
    const asked = poller.checkNow('2');
    expect(vendors.mytracker.calls).toEqual(['check 1,2']);
    open();
    await asked;
    await clock.advance(minute);
    expect(vendors.mytracker.busiest).toBe(1);
  });
});

describe('a vendor with a list of its own', () => {
  it('is asked once for all exports of the connection', async () => {
    const { clock, poller, vendors } = jobsHouse({
      jobs: [licence('1'), licence('2'), licence('3')],
      connections: [licences],
    });
    for (const id of ['1', '2', '3']) vendors.crayon.exports.set(id, running(id));
    poller.start();
    await clock.advance(0);
    expect(vendors.crayon.calls).toEqual(['list']);
  });

  it('brings exports onto our list that others asked for, with their own title and time', async () => {
    const { book, clock, ledger, poller, vendors } = jobsHouse({ connections: [licences] });
    vendors.crayon.exports.set('2439', { ...ready('2439'), title: 'License report', createdAt: noon - hour });
    vendors.crayon.exports.set('2440', { ...running('2440'), createdAt: noon + hour });
    poller.start();
    await clock.advance(0);
    expect(book.all()).toMatchObject([
      {
        reference: '2439',
        title: 'License report',
        createdAt: noon - hour,
        export: { kind: 'ready' },
        request: null,
      },
      { reference: '2440', title: '2440', createdAt: noon, export: { kind: 'running' } },
    ]);
    expect(ledger.history.list({}).entries.map((entry) => entry.kind)).toEqual([
      'export-tracked',
      'export-tracked',
    ]);
  });

  it('brings no export twice, none that has ended, and none that was forgotten', async () => {
    const { book, clock, ledger, poller, vendors } = jobsHouse({
      jobs: [licence('1')],
      connections: [licences],
    });
    vendors.crayon.exports.set('1', running('1'));
    vendors.crayon.exports.set(
      '2',
      someReport({ reference: '2', state: { kind: 'failed', reason: '', repeatable: true } }),
    );
    vendors.crayon.exports.set('3', running('3'));
    ledger.forgotten.add('licences', '3');
    poller.start();
    await clock.advance(20 * minute);
    expect(book.all().map((job) => job.reference)).toEqual(['1']);
    expect(vendors.crayon.calls.length).toBeGreaterThan(3);
  });

  it('is asked about an export that its list no longer has, and then believed', async () => {
    const { book, clock, poller, vendors } = jobsHouse({ jobs: [licence('1')], connections: [licences] });
    poller.start();
    await clock.advance(20 * second);
    expect(vendors.crayon.calls).toEqual(['list', 'check 1']);
    expect(book.get('1').export).toEqual({ kind: 'gone' });
  });

  it('is read every few minutes even when nothing of ours waits there', async () => {
    const { clock, poller, vendors } = jobsHouse({ connections: [licences] });
    poller.start();
    await clock.advance(hour);
    expect(vendors.crayon.calls.length).toBeGreaterThanOrEqual(12);
    expect(vendors.crayon.calls.length).toBeLessThanOrEqual(14);
  });
});

describe('a connection that fails', () => {
  it('backs off, says why on each of its exports, and when it tries again', async () => {
    const { book, clock, poller, vendors } = jobsHouse({
      jobs: [game('1'), game('2', { lastCheckedAt: noon })],
      connections: [games],
    });
    vendors.mytracker.down = new Failure('vendor-unavailable', { detail: 'HTTP 503' });
    poller.start();
    await clock.advance(4 * second);
    for (const id of ['1', '2']) {
      expect(book.view(book.get(id))).toMatchObject({
        checkError: { code: 'vendor-unavailable', detail: 'HTTP 503' },
        stage: 'preparing',
        nextCheckAt: noon + 34 * second,
      });
    }
    await clock.advance(10 * minute);
    expect(vendors.mytracker.calls.length).toBeLessThan(8);
  });

  it('that works again asks for all that waited, and their errors go', async () => {
    const { book, clock, poller, vendors } = jobsHouse({
      jobs: [game('1'), game('2')],
      connections: [games],
    });
    vendors.mytracker.down = new Failure('timeout');
    poller.start();
    await clock.advance(10 * second);
    vendors.mytracker.down = null;
    for (const id of ['1', '2']) vendors.mytracker.exports.set(id, running(id));
    await clock.advance(30 * second);
    expect(book.all().map((job) => job.checkError)).toEqual([null, null]);
  });

  it('that works again when asked by hand is asked about the others at once, too', async () => {
    const { book, clock, poller, vendors } = jobsHouse({
      jobs: [game('1'), game('2')],
      connections: [games],
    });
    vendors.mytracker.down = new Failure('sign-in-refused');
    poller.start();
    await clock.advance(10 * second);
    vendors.mytracker.down = null;
    for (const id of ['1', '2']) vendors.mytracker.exports.set(id, running(id));
    await poller.checkNow('1');
    await clock.advance(0);
    expect([book.get('2').checkError, vendors.mytracker.calls.at(-1)]).toEqual([null, 'check 2']);
  });

  it('for a limit of the vendor shows the time that the vendor named, and asks nothing before', async () => {
    const { book, clock, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    const until = noon + 40 * second;
    vendors.mytracker.down = new Failure('rate-limited', { action: { kind: 'wait', until } });
    poller.start();
    await clock.advance(4 * second);
    const next = book.view(book.get('1')).nextCheckAt ?? 0;
    expect(next - until).toBeGreaterThanOrEqual(0);
    expect(next - until).toBeLessThan(second);
    await expect(poller.checkNow('1')).rejects.toMatchObject({
      error: { code: 'rate-limited', action: { kind: 'wait', until: next } },
    });
    await clock.advanceTo(next - 1);
    expect(vendors.mytracker.calls).toEqual(['check 1']);
  });

  it('holds no other connection back', async () => {
    const { book, clock, poller, vendors } = jobsHouse({
      jobs: [game('1'), licence('9')],
      connections: [games, licences],
    });
    vendors.mytracker.down = new Failure('sign-in-refused');
    vendors.crayon.exports.set('9', running('9'));
    poller.start();
    await clock.advance(20 * second);
    expect([book.get('1').checkError?.code, book.get('9').checkError]).toEqual(['sign-in-refused', null]);
  });

  it('is asked at once after its details were changed', async () => {
    const { clock, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    vendors.mytracker.down = new Failure('sign-in-refused');
    poller.start();
    await clock.advance(10 * second);
    expect(poller.nextCheckAt('1')).toBeGreaterThan(noon + 5 * minute);
    vendors.mytracker.down = null;
    vendors.mytracker.exports.set('1', running('1'));
    poller.connectionChanged('games');
    await clock.advance(0);
    expect(vendors.mytracker.calls).toHaveLength(2);
  });

  it('that was removed is not asked any more, and its exports have no next check', async () => {
    const { clock, connections, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    poller.start();
    connections.delete('games');
    poller.connectionChanged('games');
    await clock.advance(hour);
    expect([vendors.mytracker.calls, poller.nextCheckAt('1')]).toEqual([[], null]);
    await expect(poller.checkNow('1')).rejects.toMatchObject({ code: 'connection-not-found' });
  });

  it('that comes later, as practice vendors do, finds its exports waiting', async () => {
    const { clock, connections, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [] });
    vendors.mytracker.exports.set('1', running('1'));
    poller.start();
    await clock.advance(hour);
    expect([vendors.mytracker.calls, poller.nextCheckAt('1')]).toEqual([[], null]);
    connections.set('games', games);
    await clock.advance(minute);
    expect(vendors.mytracker.calls[0]).toBe('check 1');
  });

  it('because the keychain is locked is asked for one secret, and not for each', async () => {
    const jobs = ['1', '2', '3'].map((id) => someJob({ id }, acme));
    const { book, clock, poller, secrets, vendors } = jobsHouse({ jobs, connections: [acme] });
    secrets.broken = new Failure('keychain-locked');
    poller.start();
    await clock.advance(10 * second);
    expect([secrets.reads.length, vendors.mypreferences.calls]).toEqual([1, []]);
    expect(book.all().map((job) => job.checkError?.code)).toEqual([
      'keychain-locked',
      'keychain-locked',
      'keychain-locked',
    ]);
  });
});

describe('an error of one export', () => {
  it('stands on that export alone, which is asked about less and less', async () => {
    const { book, clock, poller, vendors } = jobsHouse({
      jobs: [game('1'), game('2')],
      connections: [games],
    });
    vendors.mytracker.exports.set('1', new Failure('request-rejected', { detail: 'no' }));
    vendors.mytracker.exports.set('2', running('2'));
    poller.start();
    await clock.advance(10 * minute);
    expect([book.get('1').checkError?.code, book.get('2').checkError]).toEqual(['request-rejected', null]);
    const asked = (id: string) =>
      vendors.mytracker.calls.filter((call) => call.slice(6).split(',').includes(id)).length;
    expect(asked('1')).toBeLessThan(8);
    expect(asked('2')).toBeGreaterThan(20);
  });

  it('whose secret reference is lost leaves its neighbours alone', async () => {
    const jobs = ['1', '2'].map((id) => someJob({ id }, acme));
    const { book, clock, poller, secrets, vendors } = jobsHouse({ jobs, connections: [acme] });
    secrets.values.set('acme/export.2', '123456');
    vendors.mypreferences.exports.set('123456', ready('123456'));
    poller.start();
    await clock.advance(10 * second);
    expect(book.get('1').checkError).toEqual({ code: 'secret-missing', subject: 'Title of 1' });
    expect(book.get('2')).toMatchObject({ export: { kind: 'ready' }, reference: '2-ref' });
  });

  it('that is no Failure is told without its text', async () => {
    const { book, clock, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    vendors.mytracker.exports.set('1', new TypeError('canary-secret in a message'));
    poller.start();
    await clock.advance(10 * second);
    expect(JSON.stringify(book.get('1').checkError)).not.toContain('canary');
  });
});

describe('while the computer', () => {
  it.each([{ awake: false }, { online: false }])(
    'is %o nothing is asked and no check is promised; right after, it is',
    async (away) => {
      const { clock, poller, power, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
      vendors.mytracker.exports.set('1', running('1'));
      poller.start();
      power.set(away);
      expect(poller.nextCheckAt('1')).toBeNull();
      await clock.advance(3 * hour);
      expect(vendors.mytracker.calls).toEqual([]);
      power.set({ awake: true, online: true });
      await clock.advance(0);
      expect(vendors.mytracker.calls).toEqual(['check 1']);
    },
  );

  it('falls asleep in the middle of a check, that check is no failure', async () => {
    const { book, clock, poller, power, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    const { wait } = deferred();
    vendors.mytracker.pause = wait;
    poller.start();
    await clock.advance(4 * second);
    power.set({ awake: false });
    await settle();
    expect(vendors.mytracker.signals[0]?.aborted).toBe(true);
    expect(book.get('1').checkError).toBeNull();
    vendors.mytracker.pause = null;
    vendors.mytracker.exports.set('1', running('1'));
    power.set({ awake: true });
    await clock.advance(0);
    expect([vendors.mytracker.calls.length, book.get('1').export.kind]).toEqual([2, 'running']);
  });

  it('was offline, what failed for that is asked at once; a vendor that asked for peace has it', async () => {
    const { clock, poller, power, vendors } = jobsHouse({
      jobs: [game('1'), licence('9')],
      connections: [games, licences],
    });
    vendors.mytracker.down = new Failure('unreachable');
    vendors.crayon.down = new Failure('rate-limited', { action: { kind: 'wait', until: noon + hour } });
    poller.start();
    await clock.advance(5 * second);
    power.set({ online: false });
    power.set({ online: true });
    await clock.advance(0);
    expect([vendors.mytracker.calls.length, vendors.crayon.calls.length]).toEqual([2, 1]);
  });

  it('slept and nobody said so, the next look by the wall clock finds what is overdue', async () => {
    const { clock, poller, vendors } = jobsHouse({
      jobs: [game('1', { export: { kind: 'ready' }, lastCheckedAt: noon })],
      connections: [games],
    });
    vendors.mytracker.exports.set('1', ready('1'));
    poller.start();
    clock.jump(8 * hour);
    await clock.advance(minute);
    expect(vendors.mytracker.calls).toEqual(['check 1']);
  });
});

describe('"check now"', () => {
  it('asks at once, and twice pressed asks once', async () => {
    const { poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    vendors.mytracker.exports.set('1', ready('1'));
    poller.start();
    const [first, second_] = await Promise.all([poller.checkNow('1'), poller.checkNow('1')]);
    expect([first, second_]).toMatchObject([{ export: { kind: 'ready' } }, { export: { kind: 'ready' } }]);
    expect(vendors.mytracker.calls).toEqual(['check 1']);
  });

  it("answers with the vendor's trouble in the job", async () => {
    const { poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    vendors.mytracker.down = new Failure('not-the-vendor');
    poller.start();
    expect(await poller.checkNow('1')).toMatchObject({ checkError: { code: 'not-the-vendor' } });
  });

  it('says so when the computer is offline, and asks nobody', async () => {
    const { poller, power, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    poller.start();
    power.set({ online: false });
    await expect(poller.checkNow('1')).rejects.toMatchObject({ code: 'offline' });
    expect(vendors.mytracker.calls).toEqual([]);
  });

  it('of an export that is not on the list is refused', async () => {
    await expect(jobsHouse().poller.checkNow('1')).rejects.toMatchObject({ code: 'job-not-found' });
  });

  it('revives an export that had ended here and has not at the vendor', async () => {
    const { book, poller, vendors } = jobsHouse({
      jobs: [game('1', { export: { kind: 'expired' } })],
      connections: [games],
    });
    vendors.mytracker.exports.set('1', ready('1'));
    poller.start();
    expect(poller.nextCheckAt('1')).toBeNull();
    await poller.checkNow('1');
    expect([book.get('1').export.kind, poller.nextCheckAt('1') !== null]).toEqual(['ready', true]);
  });
});

describe('stopping', () => {
  it('ends the check that runs, waits for it, and leaves no timer', async () => {
    const { book, clock, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    vendors.mytracker.pause = deferred().wait;
    poller.start();
    await clock.advance(4 * second);
    await poller.stop();
    expect([clock.waiting, book.get('1').checkError]).toEqual([[], null]);
    book.update('1', { title: 'New' });
    expect(clock.waiting).toEqual([]);
  });
});

it('a ledger that refuses a check is tried again later, and asks the vendor no faster for it', async () => {
  const { book, clock, ledger, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
  vendors.mytracker.exports.set('1', running('1'));
  const put = ledger.jobs.put;
  let broken = true;
  Object.assign(ledger.jobs, {
    put(job: Parameters<typeof put>[0]) {
      if (broken) throw new Failure('disk-full');
      put(job);
    },
  });
  poller.start();
  await clock.advance(minute);
  expect([vendors.mytracker.calls.length, book.get('1').export.kind]).toEqual([1, 'queued']);
  broken = false;
  await clock.advance(2 * minute);
  expect(book.get('1').export.kind).toBe('running');
});

describe('the wall clock', () => {
  const sinceStart = (jobs: number) => {
    const house = jobsHouse({
      jobs: Array.from({ length: jobs }, (_, n) => game(`e${n}`)),
      connections: [games],
    });
    const at: number[] = [];
    Object.assign(house.vendors.mytracker.exports, {
      get(reference: string) {
        at.push(house.clock.now());
        return running(reference);
      },
    });
    house.poller.start();
    return { ...house, at };
  };

  it.each([10 * minute, hour, 400 * 24 * hour])(
    'set back by %i ms silences no export: each is asked about within a minute and its own interval',
    async (back) => {
      const { clock, poller, vendors } = sinceStart(2);
      await clock.advance(5 * minute);
      clock.setWallClock(-back);
      vendors.mytracker.calls.length = 0;
      await clock.advance(2 * minute);
      expect(vendors.mytracker.calls.length).toBeGreaterThanOrEqual(2);
      expect(poller.nextCheckAt('e0') ?? Number.POSITIVE_INFINITY).toBeLessThan(clock.now() + 2 * minute);
    },
  );

  it('set back while a connection is held back does not prolong that', async () => {
    const { clock, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    vendors.mytracker.down = new Failure('sign-in-refused');
    poller.start();
    await clock.advance(5 * second);
    vendors.mytracker.down = null;
    vendors.mytracker.exports.set('1', running('1'));
    clock.setWallClock(-24 * hour);
    await clock.advance(12 * minute);
    expect(vendors.mytracker.calls.length).toBeGreaterThan(1);
  });

  it.each(['set ahead', 'slept through'])(
    '%s by three days, two hundred exports that are all due go out at the usual pace',
    async (how) => {
      const { at, clock } = sinceStart(200);
      await clock.advance(3 * hour);
      at.length = 0;
      if (how === 'set ahead') clock.setWallClock(3 * 24 * hour);
      else clock.jump(3 * 24 * hour);
      const from = clock.now();
      await clock.advance(30 * minute);
      expect(at.filter((each) => each < from + 2 * minute).length).toBeLessThanOrEqual(25);
      // None is forgotten.
      expect(at.length).toBeGreaterThanOrEqual(200);
      expect(at.length).toBeLessThan(320);
    },
  );

  it('set ahead and back again leaves all as it was', async () => {
    const { at, clock } = sinceStart(3);
    await clock.advance(10 * minute);
    clock.setWallClock(5 * hour);
    await clock.advance(minute);
    clock.setWallClock(-5 * hour);
    at.length = 0;
    await clock.advance(10 * minute);
    expect(at.length).toBeGreaterThan(10);
    expect(at.length).toBeLessThan(70);
  });

  it('behind at the start: an export that seems made and checked in the future is asked about like others', async () => {
    const { clock, poller, vendors } = jobsHouse({
      jobs: [game('1', { createdAt: noon + 24 * hour, lastCheckedAt: noon + 25 * hour })],
      connections: [games],
    });
    vendors.mytracker.exports.set('1', running('1'));
    poller.start();
    await clock.advance(10 * minute);
    expect(vendors.mytracker.calls.length).toBeGreaterThanOrEqual(9);
    expect(vendors.mytracker.calls.length).toBeLessThanOrEqual(12);
  });
});

describe('"check all now"', () => {
  it('asks a vendor with a list once, and another for all that it prepares', async () => {
    const { book, clock, poller, vendors } = jobsHouse({
      jobs: [
        ...['1', '2'].map((id) => game(id)),
        game('3', { export: { kind: 'ready' } }),
        ...['8', '9'].map((id) => licence(id)),
      ],
      connections: [games, licences],
    });
    for (const id of ['1', '2']) vendors.mytracker.exports.set(id, ready(id));
    for (const id of ['8', '9']) vendors.crayon.exports.set(id, ready(id));
    expect(await poller.checkAll()).toBeNull();
    expect([vendors.mytracker.calls, vendors.crayon.calls]).toEqual([['check 1,2'], ['list']]);
    expect(book.all().map((job) => job.export.kind)).toEqual(Array.from({ length: 5 }, () => 'ready'));
    await clock.advance(0);
  });

  it('asks about one that waits here where nothing is prepared, and nobody where nothing is', async () => {
    const { poller, vendors } = jobsHouse({
      jobs: [game('3', { export: { kind: 'ready' } }), game('4', { export: { kind: 'ready' } })],
      connections: [games, acme],
    });
    vendors.mytracker.exports.set('3', ready('3'));
    expect(await poller.checkAll()).toBeNull();
    expect([vendors.mytracker.calls, vendors.mypreferences.calls]).toEqual([['check 3'], []]);
  });

  it('of two hundred asks about twenty at once, and the others follow', async () => {
    const jobs = Array.from({ length: 200 }, (_, n) => game(`e${n}`));
    const { book, clock, poller, vendors } = jobsHouse({ jobs, connections: [games] });
    Object.assign(vendors.mytracker.exports, { get: (reference: string) => running(reference) });
    poller.start();
    await poller.checkAll();
    expect(vendors.mytracker.calls[0]?.split(',')).toHaveLength(20);
    await clock.advance(30 * minute);
    expect(book.all().every((job) => job.lastCheckedAt !== null)).toBe(true);
  });

  it('twice pressed asks once, and tells the first trouble of any vendor', async () => {
    const { poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games, licences] });
    vendors.mytracker.down = new Failure('sign-in-refused');
    const answers = await Promise.all([poller.checkAll(), poller.checkAll()]);
    expect(answers).toEqual([{ code: 'sign-in-refused' }, { code: 'sign-in-refused' }]);
    expect([vendors.mytracker.calls, vendors.crayon.calls]).toEqual([['check 1'], ['list']]);
  });

  it('leaves a vendor alone that asked for it, and says until when', async () => {
    const { clock, poller, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    vendors.mytracker.down = new Failure('rate-limited', { action: { kind: 'wait', until: noon + hour } });
    poller.start();
    await clock.advance(5 * second);
    expect(await poller.checkAll()).toMatchObject({ code: 'rate-limited', action: { kind: 'wait' } });
    expect(vendors.mytracker.calls).toEqual(['check 1']);
  });

  it('offline says so and asks nobody', async () => {
    const { poller, power, vendors } = jobsHouse({ jobs: [game('1')], connections: [games] });
    power.set({ online: false });
    expect(await poller.checkAll()).toMatchObject({ code: 'offline' });
    expect(vendors.mytracker.calls).toEqual([]);
  });
});

it('practice vendors, which are on this computer, are asked without a network', async () => {
  const practice = { ...games, practice: true };
  const { clock, poller, power, vendors } = jobsHouse({
    jobs: [someJob({ id: '1', reference: '1' }, practice)],
    connections: [practice],
  });
  vendors.mytracker.exports.set('1', running('1'));
  power.set({ online: false });
  poller.start();
  await clock.advance(5 * second);
  expect(vendors.mytracker.calls).toEqual(['check 1']);
  expect(poller.nextCheckAt('1')).not.toBeNull();
  await poller.checkNow('1');
  power.set({ awake: false });
  expect(poller.nextCheckAt('1')).toBeNull();
});

describe('quitting', () => {
  it('waits for the answer to what a person asked for, and ends what nobody asked for', async () => {
    const { clock, poller, vendors, service } = jobsHouse({ connections: [games] });
    const { open, wait } = deferred();
    vendors.mytracker.start = async () => {
      await wait;
      return { reference: '77' };
    };
    const started = service.start({ connectionId: 'games', request: someRequest });
    await settle();
    const stopped = poller.stop();
    await clock.advance(second);
    open();
    expect(await started).toMatchObject({ reference: '77' });
    await stopped;
    await expect(poller.alone('games', async () => 1)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('waits for no longer than two seconds', async () => {
    const { clock, poller } = jobsHouse({ connections: [games] });
    const work = poller.alone(
      'games',
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const ended = expect(work).rejects.toThrow();
    await settle();
    const stopped = poller.stop();
    await clock.advance(2 * second);
    await stopped;
    await ended;
    expect(clock.waiting).toEqual([]);
  });
});
