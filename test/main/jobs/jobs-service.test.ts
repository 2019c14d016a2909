import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import { settle } from '../../support/virtual-clock.ts';
import { jobsHouse } from './support/jobs-house.ts';
import { attempt, collected, licences, noon, receipt, someJob, someReport } from './support/some-job.ts';
import { tempFolder } from './support/temp-folder.ts';

const installs: ExportRequest = {
  provider: 'mytracker',
  event: 'installs',
  selectors: ['idCountry'],
  dateFrom: '2026-10-01',
  dateTo: '2026-10-31',
};
const newsletter: ExportRequest = { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' };
const report: ExportRequest = {
  provider: 'crayon',
  customerAccountId: 4014363,
  from: '2024-01-01T00:00:00Z',
  to: '2024-02-01T00:00:00Z',
};
const ready = (reference: string) =>
  someReport({ reference, state: { kind: 'ready' }, vendorStatus: 'Complete', rows: 12_431 });
const kindsOf = (house: ReturnType<typeof jobsHouse>) =>
  house.ledger.history.list({}).entries.map((entry) => entry.kind);

describe('tracking', () => {
  it('looks at once, and puts the export on the list as the vendor describes it', async () => {
    const house = jobsHouse();
    house.vendors.mytracker.exports.set('4', ready('4'));
    const view = await house.service.track({ connectionId: 'games', reference: '4' });
    expect(view).toMatchObject({
      title: 'Export 4',
      reference: '4',
      stage: 'ready',
      announced: { rows: 12_431 },
      lastCheckedAt: noon,
      request: null,
    });
    expect(kindsOf(house)).toEqual(['export-tracked']);
    expect(house.ledger.jobs.get(view.id)?.reference).toBe('4');
  });

  it('takes the title that the person gives', async () => {
    const house = jobsHouse();
    house.vendors.mytracker.exports.set('4', ready('4'));
    expect(
      (await house.service.track({ connectionId: 'games', reference: '4', title: 'October' })).title,
    ).toBe('October');
  });

  it('keeps a MyPreferences token in the keychain; list, ledger and history only know its last digits', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.exports.set('987654321', ready('987654321'));
    const view = await house.service.track({ connectionId: 'acme', reference: '987654321' });
    expect(view.reference).toBe('••••4321');
    expect(house.secrets.values.get(`acme/export.${view.id}`)).toBe('987654321');
    const stored = JSON.stringify([
      house.ledger.jobs.all(),
      house.ledger.history.list({}).entries,
      house.service.list({}),
    ]);
    expect(stored).not.toContain('98765');
    expect((await house.service.check(view.id)).stage).toBe('ready');
  });

  it.each(['12a4', 'https://tracker.my.com/4', '-4', '4.5', '1'.repeat(31), '①'])(
    '%j is no reference, and no vendor is asked',
    async (reference) => {
      const house = jobsHouse();
      await expect(house.service.track({ connectionId: 'games', reference })).rejects.toMatchObject({
        error: { code: 'reference-invalid' },
      });
      expect(house.vendors.mytracker.calls).toEqual([]);
    },
  );

  it('forgives spaces in what was pasted', async () => {
    const house = jobsHouse();
    house.vendors.mytracker.exports.set('11040581', ready('11040581'));
    expect((await house.service.track({ connectionId: 'games', reference: '11 040 581' })).reference).toBe(
      '11040581',
    );
  });

  it.each([
    ['that the vendor does not know', { down: null }],
    ['that the vendor answers with not found', { down: new Failure('not-found') }],
  ])('a reference %s is told now, and nothing is kept of it', async (_what, { down }) => {
    const house = jobsHouse();
    house.vendors.mypreferences.down = down;
    await expect(house.service.track({ connectionId: 'acme', reference: '987654321' })).rejects.toMatchObject(
      {
        error: { code: 'not-found', subject: '••••4321' },
      },
    );
    expect([house.book.all(), house.secrets.values.size, kindsOf(house)]).toEqual([[], 0, []]);
  });

  it('an export that was collected and closed already is told as that', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.exports.set(
      '123456',
      someReport({
        reference: '123456',
        state: { kind: 'gone' },
        vendorStatus: 'Retrieved',
        acknowledged: true,
      }),
    );
    await expect(house.service.track({ connectionId: 'acme', reference: '123456' })).rejects.toMatchObject({
      code: 'export-gone',
    });
    expect(house.book.all()).toEqual([]);
  });

  it.each([
    'offline',
    'unreachable',
    'timeout',
    'rate-limited',
    'vendor-unavailable',
    'not-the-vendor',
  ] as const)(
    'when the vendor can not be asked (%s) the export comes onto the list all the same, and says so',
    async (code) => {
      const house = jobsHouse();
      house.vendors.mytracker.down = new Failure(code);
      const view = await house.service.track({ connectionId: 'games', reference: '4' });
      expect(view).toMatchObject({ stage: 'preparing', checkError: { code }, lastCheckedAt: null });
      expect(house.service.list({})).toHaveLength(1);
    },
  );

  it.each(['sign-in-refused', 'permission-denied', 'secret-missing', 'keychain-locked'] as const)(
    'a refusal (%s) is told now, and nothing is kept',
    async (code) => {
      const house = jobsHouse();
      house.vendors.mytracker.down = new Failure(code);
      await expect(house.service.track({ connectionId: 'games', reference: '4' })).rejects.toMatchObject({
        code,
      });
      expect(house.book.all()).toEqual([]);
    },
  );

  it('an export that is on the list already is not added again, also when pressed twice', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.exports.set('123456', ready('123456'));
    const track = () => house.service.track({ connectionId: 'acme', reference: '123456', title: 'Mine' });
    const [first, second] = await Promise.allSettled([track(), track()]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({
      status: 'rejected',
      reason: { error: { code: 'already-on-list', subject: 'Mine' } },
    });
  });

  it('two tokens with the same last digits are two exports', async () => {
    const house = jobsHouse();
    for (const token of ['111156', '222256']) {
      house.vendors.mypreferences.exports.set(token, ready(token));
      await house.service.track({ connectionId: 'acme', reference: token });
    }
    expect(house.book.all().map((job) => job.reference)).toEqual(['••••56', '••••56']);
  });

  it('a token whose secret was lost with the last session is taken back into its own row', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.exports.set('123456', ready('123456'));
    const { id } = await house.service.track({ connectionId: 'acme', reference: '123456' });
    house.secrets.values.clear();
    expect((await house.service.check(id)).checkError?.code).toBe('secret-missing');
    const view = await house.service.track({ connectionId: 'acme', reference: '123456' });
    expect([view.id, view.checkError, house.book.all().length]).toEqual([id, null, 1]);
    expect((await house.service.check(id)).checkError).toBeNull();
  });

  it('is not offered where the vendor lists its exports, and not for a connection that is not there', async () => {
    const { service } = jobsHouse();
    await expect(service.track({ connectionId: 'licences', reference: '4' })).rejects.toMatchObject({
      code: 'not-offered',
    });
    await expect(service.track({ connectionId: 'nobody', reference: '4' })).rejects.toMatchObject({
      code: 'connection-not-found',
    });
  });

  it('that the ledger refuses leaves no secret behind', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.exports.set('123456', ready('123456'));
    Object.assign(house.ledger.jobs, {
      put() {
        throw new Failure('disk-full');
      },
    });
    await expect(house.service.track({ connectionId: 'acme', reference: '123456' })).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect([house.secrets.values.size, house.book.all(), kindsOf(house)]).toEqual([0, [], []]);
  });
});

describe('asking for an export', () => {
  it('asks once, and the row is there with its request and a title of its own', async () => {
    const house = jobsHouse();
    const view = await house.service.start({ connectionId: 'games', request: installs });
    expect(view).toMatchObject({
      title: 'Installs, 1–31 Oct 2026',
      reference: '77',
      stage: 'preparing',
      request: installs,
      createdAt: noon,
    });
    expect([house.vendors.mytracker.calls, kindsOf(house)]).toEqual([['start'], ['export-started']]);
  });

  it.each(['connection-lost', 'timeout', 'answer-empty', 'answer-malformed'] as const)(
    'when the answer is lost (%s) the person is told so, and nothing is asked again',
    async (code) => {
      const house = jobsHouse();
      house.vendors.mytracker.start = async () => {
        throw new Failure(code);
      };
      await expect(house.service.start({ connectionId: 'games', request: installs })).rejects.toMatchObject({
        error: { code: 'connection-lost', subject: 'Games', detail: `start: ${code}` },
      });
      house.poller.start();
      await house.clock.advance(3_600_000);
      expect([house.vendors.mytracker.calls, house.book.all()]).toEqual([['start'], []]);
    },
  );

  it("what was made after a lost answer comes by itself from a vendor's own list", async () => {
    const house = jobsHouse();
    house.poller.start();
    await house.clock.advance(0);
    house.vendors.crayon.start = async () => {
      house.vendors.crayon.exports.set('2439', ready('2439'));
      throw new Failure('connection-lost');
    };
    await expect(house.service.start({ connectionId: 'licences', request: report })).rejects.toMatchObject({
      code: 'connection-lost',
    });
    await house.clock.advance(0);
    expect(house.book.all()).toMatchObject([{ reference: '2439', export: { kind: 'ready' } }]);
  });

  it.each(['sign-in-refused', 'request-rejected', 'offline', 'rate-limited'] as const)(
    'a clear refusal (%s) is passed on as it is',
    async (code) => {
      const house = jobsHouse();
      house.vendors.mytracker.start = async () => {
        throw new Failure(code, { detail: "the vendor's own words" });
      };
      await expect(house.service.start({ connectionId: 'games', request: installs })).rejects.toMatchObject({
        error: { code, detail: "the vendor's own words" },
      });
    },
  );

  it('of another vendor than the connection belongs to is refused', async () => {
    const house = jobsHouse();
    await expect(house.service.start({ connectionId: 'games', request: newsletter })).rejects.toMatchObject({
      code: 'call-invalid',
    });
    expect(house.vendors.mytracker.calls).toEqual([]);
  });

  it('whose reference is a secret is not asked for while the keychain is locked', async () => {
    const house = jobsHouse();
    house.secrets.kind = 'locked';
    await expect(house.service.start({ connectionId: 'acme', request: newsletter })).rejects.toMatchObject({
      code: 'keychain-locked',
    });
    expect(house.vendors.mypreferences.calls).toEqual([]);
  });

  it('that the vendor has made is not lost when the keychain refuses its reference then', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.start = async () => {
      house.secrets.broken = new Failure('keychain-timeout');
      return { reference: '123456' };
    };
    house.vendors.mypreferences.exports.set('123456', ready('123456'));
    const view = await house.service.start({ connectionId: 'acme', request: newsletter });
    expect([view.title, view.reference]).toEqual(['Newsletter opt-ins', '••••56']);
    house.secrets.broken = null;
    expect((await house.service.check(view.id)).stage).toBe('ready');
    expect(house.secrets.values.get(`acme/export.${view.id}`)).toBe('123456');
  });

  it('makes one row, however soon the list of the vendor shows it', async () => {
    const house = jobsHouse();
    house.poller.start();
    house.vendors.crayon.start = async () => {
      house.vendors.crayon.exports.set('2440', ready('2440'));
      await settle();
      return { reference: '2440' };
    };
    const started = house.service.start({ connectionId: 'licences', request: report });
    await house.clock.advance(600_000);
    expect(house.book.all()).toMatchObject([
      { id: (await started).id, request: report, title: 'Licence report, 1 Jan – 1 Feb 2024' },
    ]);
    expect(kindsOf(house)).toContain('export-started');
    expect(kindsOf(house)).not.toContain('export-tracked');
  });
});

describe('cancelling', () => {
  const job = someJob({ id: 'j', reference: '4', export: { kind: 'running' }, cancellable: true });

  it('says what the vendor says afterwards', async () => {
    const house = jobsHouse({ jobs: [job] });
    expect(await house.service.cancel('j')).toMatchObject({
      stage: 'cancelled',
      vendorStatus: 'Canceled by user',
      canCancel: false,
    });
    expect([house.vendors.mytracker.calls, kindsOf(house)]).toEqual([['cancel 4'], ['export-cancelled']]);
  });

  it('that comes too late leaves a ready export, ready', async () => {
    const house = jobsHouse({ jobs: [job] });
    house.vendors.mytracker.cancel = async () => ready('4');
    expect(await house.service.cancel('j')).toMatchObject({ stage: 'ready', nextStep: 'collect' });
    expect(kindsOf(house)).toEqual(['export-ready']);
  });

  it('that the vendor refuses changes nothing', async () => {
    const house = jobsHouse({ jobs: [job] });
    house.vendors.mytracker.cancel = async () => {
      throw new Failure('cannot-cancel', { detail: 'This RawExport can not be cancel' });
    };
    await expect(house.service.cancel('j')).rejects.toMatchObject({ code: 'cannot-cancel' });
    expect([house.book.get('j'), kindsOf(house)]).toEqual([job, []]);
  });

  it.each([
    ['ready', { ...job, export: { kind: 'ready' } as const }],
    ['not cancellable', { ...job, cancellable: false }],
  ])('what is %s is refused without a call', async (_what, other) => {
    const house = jobsHouse({ jobs: [other] });
    await expect(house.service.cancel('j')).rejects.toMatchObject({ code: 'cannot-cancel' });
    expect(house.vendors.mytracker.calls).toEqual([]);
  });

  it('twice in a row cancels once', async () => {
    const house = jobsHouse({ jobs: [job] });
    const [first, second] = await Promise.allSettled([house.service.cancel('j'), house.service.cancel('j')]);
    expect([first.status, second.status, house.vendors.mytracker.calls]).toEqual([
      'fulfilled',
      'rejected',
      ['cancel 4'],
    ]);
  });
});

describe('repeating', () => {
  it('asks for the same again in a new row, and leaves the old one', async () => {
    const old = someJob({ id: 'j', request: installs, title: 'October', export: { kind: 'expired' } });
    const house = jobsHouse({ jobs: [old] });
    const view = await house.service.repeat('j');
    expect(view).toMatchObject({ title: 'October', request: installs, stage: 'preparing' });
    expect(house.book.get('j')).toEqual(old);
  });

  it.each([
    ['whose request is not known', someJob({ id: 'j', export: { kind: 'expired' } })],
    ['that is still alive', someJob({ id: 'j', request: installs, export: { kind: 'running' } })],
    [
      'that would fail again',
      someJob({
        id: 'j',
        request: installs,
        export: { kind: 'failed', reason: 'Too many lines', repeatable: false },
      }),
    ],
  ])('an export %s is refused without a call', async (_what, job) => {
    const house = jobsHouse({ jobs: [job] });
    await expect(house.service.repeat('j')).rejects.toMatchObject({ code: 'not-offered' });
    expect(house.vendors.mytracker.calls).toEqual([]);
  });

  it('after its connection was removed names the connection', async () => {
    const house = jobsHouse({ jobs: [someJob({ id: 'j', request: installs, export: { kind: 'expired' } })] });
    house.connections.delete('games');
    await expect(house.service.repeat('j')).rejects.toMatchObject({
      error: { code: 'connection-not-found', subject: 'Games' },
    });
  });
});

describe('forgetting', () => {
  it('takes the row and the secret, and leaves files and history', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.exports.set('123456', ready('123456'));
    const { id } = await house.service.track({ connectionId: 'acme', reference: '123456' });
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.csv'), 'x\n1\n');
    house.book.update(id, { folder, retrieval: collected });
    await house.service.forget(id);
    expect([house.book.all(), house.ledger.jobs.all(), house.secrets.values.size]).toEqual([[], [], 0]);
    expect(kindsOf(house)).toEqual(['export-forgotten', 'export-tracked']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('x\n1\n');
  });

  it.each([
    ['is collected now', { retrieval: { kind: 'collecting', parts: [] } }],
    ['is being checked', { retrieval: { kind: 'verifying' } }],
    ['goes on by itself', { retrieval: { kind: 'paused', by: 'offline', parts: [] } }],
    ['is being committed', { retrieval: collected, commit: { kind: 'committing', attempt } }],
    ['has an unsettled commit', { retrieval: collected, commit: { kind: 'unknown', attempt } }],
  ] as const)('what %s is refused', async (_what, facets) => {
    const house = jobsHouse({
      jobs: [someJob({ id: 'j', export: { kind: 'ready' }, ...facets } as Parameters<typeof someJob>[0])],
    });
    await expect(house.service.forget('j')).rejects.toMatchObject({
      error: { code: 'job-busy', subject: 'Title of j' },
    });
    expect(house.book.all()).toHaveLength(1);
  });

  it("an export of a vendor's own list keeps it away for good", async () => {
    const house = jobsHouse({ jobs: [someJob({ id: 'j', reference: '2439' }, licences)] });
    house.vendors.crayon.exports.set('2439', ready('2439'));
    await house.service.forget('j');
    house.poller.start();
    await house.clock.advance(3_600_000);
    expect([house.book.all(), house.vendors.crayon.calls.length > 5]).toEqual([[], true]);
  });

  it('works while the keychain is locked', async () => {
    const house = jobsHouse();
    house.vendors.mypreferences.exports.set('123456', ready('123456'));
    const { id } = await house.service.track({ connectionId: 'acme', reference: '123456' });
    house.secrets.broken = new Failure('keychain-locked');
    await house.service.forget(id);
    expect(house.book.all()).toEqual([]);
  });

  it('of what is not on the list is refused', async () => {
    await expect(jobsHouse().service.forget('j')).rejects.toMatchObject({ code: 'job-not-found' });
  });
});

describe('the list', () => {
  const day = 86_400_000;
  const jobs = [
    someJob({
      id: 'done-old',
      retrieval: collected,
      commit: { kind: 'committed', receipt: { ...receipt, at: noon - day } },
    }),
    someJob({ id: 'preparing', export: { kind: 'running' } }),
    someJob({ id: 'ready-late', export: { kind: 'ready', expiresAt: noon + 2 * day } }),
    someJob({ id: 'collected', export: { kind: 'ready', expiresAt: noon + 1 }, retrieval: collected }),
    someJob({ id: 'done-new', retrieval: collected, commit: { kind: 'committed', receipt } }),
    someJob({
      id: 'ready-soon',
      title: 'Østland, opt-ins',
      export: { kind: 'ready', expiresAt: noon + day },
    }),
    someJob({ id: 'ready-open', export: { kind: 'ready' }, createdAt: noon - 1 }, licences),
  ];
  const idsOf = (query: Parameters<ReturnType<typeof jobsHouse>['service']['list']>[0]) =>
    jobsHouse({ jobs })
      .service.list(query)
      .map((view) => view.id);

  it('begins with what expires first of what needs the person, and ends with what was done first', () => {
    expect(idsOf({})).toEqual([
      'ready-soon',
      'ready-late',
      'collected',
      'ready-open',
      'preparing',
      'done-new',
      'done-old',
    ]);
  });

  it.each([
    [{ group: 'done' }, ['done-new', 'done-old']],
    [{ provider: 'crayon' }, ['ready-open']],
    [{ search: 'ØSTLAND' }, ['ready-soon']],
    [{ search: 'cloud-iq' }, ['ready-open']],
    [{ search: ' games   opt ' }, ['ready-soon']],
    [{ search: 'ready-late-ref' }, ['ready-late']],
    [{ search: 'nothing like it' }, []],
    [{ search: 'title', group: 'on-its-way' }, ['preparing']],
  ] as const)('%j finds %j', (query, ids) => {
    expect(idsOf(query)).toEqual(ids);
  });
});

it('the detail of an export names its folder and files; one that is not there is refused', () => {
  const { ledger, service } = jobsHouse({
    jobs: [someJob({ id: 'j', folder: '/home/kim/Documents/Docket' })],
  });
  ledger.files.replace('j', [
    {
      id: 'f',
      jobId: 'j',
      name: 'a.csv',
      folder: '/home/kim/Documents/Docket',
      kind: 'csv',
      bytes: 3,
      sha256: 'a'.repeat(64),
      rows: 1,
    },
  ]);
  expect(service.get('j')).toMatchObject({ folder: '/home/kim/Documents/Docket', files: [{ id: 'f' }] });
  expect(() => service.get('k')).toThrow('job-not-found');
});
