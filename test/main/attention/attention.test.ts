import { describe, expect, it } from 'vitest';
import type { Notification } from '../../../src-main/attention/notification.ts';
import type { Job } from '../../../src-main/jobs/job.ts';
import { attentionDesk as desk, failedSchedule, ready, running } from '../../support/attention-desk.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const hour = 3_600_000;
const titles = (shown: readonly Notification[]) => shown.map(({ title }) => title);

describe('notifications', () => {
  it('an export that becomes ready is told once, and leads to it', async () => {
    const d = desk([running('a')]);
    await d.afterStart();
    d.put('a', ready);
    d.put('a', { lastCheckedAt: 5 });
    await d.clock.advance(3_000);
    expect(d.shown).toEqual([
      {
        title: '“A” is ready to collect',
        body: 'Games',
        urgent: false,
        target: { kind: 'show-job', jobId: 'a' },
      },
    ]);
    await d.clock.advance(10 * 60_000);
    expect(d.shown).toHaveLength(1);
  });

  it('what comes together is told together, and leads to the list', async () => {
    const d = desk(['a', 'b', 'c', 'd', 'e'].map((id) => running(id)));
    await d.afterStart();
    for (const id of ['a', 'b', 'c', 'd', 'e']) d.put(id, ready);
    await d.clock.advance(3_000);
    expect(d.shown).toEqual([
      {
        title: '5 exports are ready to collect',
        body: 'A, B, C, and 2 more',
        urgent: false,
        target: { kind: 'show', screen: 'exports' },
      },
    ]);
  });

  it('of different news what harms stands first', async () => {
    const d = desk([running('a'), running('b'), running('c')]);
    await d.afterStart();
    d.put('a', ready);
    d.put('b', ready);
    d.put('c', { export: { kind: 'failed', reason: 'no', repeatable: true } });
    await d.clock.advance(3_000);
    expect(d.shown).toEqual([
      {
        title: '3 things to know',
        body: '“C” has failed at the vendor\n2 exports are ready to collect',
        urgent: true,
        target: { kind: 'show', screen: 'exports' },
      },
    ]);
  });

  it('a second one comes half a minute after the first, with all that gathered', async () => {
    const d = desk([running('a'), running('b'), running('c')]);
    await d.afterStart();
    d.put('a', ready);
    await d.clock.advance(3_000);
    d.put('b', ready);
    await d.clock.advance(20_000);
    d.put('c', ready);
    expect(d.shown).toHaveLength(1);
    await d.clock.advance(10_000);
    expect(titles(d.shown)).toEqual(['“A” is ready to collect', '2 exports are ready to collect']);
  });

  it('nothing is told to somebody who looks at the window, nor later what they have seen', async () => {
    const d = desk([running('a')]);
    await d.afterStart();
    d.state.watched = true;
    d.put('a', ready);
    await d.clock.advance(3_000);
    d.state.watched = false;
    await d.clock.advance(10 * 60_000);
    expect(d.shown).toEqual([]);
  });

  it('what has moved on meanwhile is not told', async () => {
    const d = desk([running('a'), running('b')]);
    await d.afterStart();
    d.put('a', ready);
    d.put('a', { retrieval: { kind: 'collecting', parts: [] } });
    d.put('b', ready);
    d.remove('b');
    await d.clock.advance(60_000);
    expect(d.shown).toEqual([]);
  });

  it.each([
    ['none', []],
    ['important', ['“B” has failed at the vendor']],
    ['all', ['2 things to know']],
  ] as const)('%s: as the person wants it', async (notifications, told) => {
    const d = desk([running('a'), running('b')]);
    await d.afterStart();
    d.state.notifications = notifications;
    d.put('a', ready);
    d.put('b', { export: { kind: 'failed', reason: '', repeatable: false } });
    await d.clock.advance(3_000);
    expect(titles(d.shown)).toEqual(told);
  });

  it('nothing is told before the quiet is over', async () => {
    const d = desk([running('a'), running('b')]);
    await d.afterStart();
    d.state.quietUntil = d.clock.now() + hour;
    d.put('a', ready);
    await d.clock.advance(2 * hour);
    expect(d.shown).toEqual([]);
    d.put('b', ready);
    await d.clock.advance(60_000);
    expect(titles(d.shown)).toEqual(['“B” is ready to collect']);
  });

  it('a connection that many exports wait for is told once, and leads to its form', async () => {
    const d = desk([running('a'), running('b')]);
    await d.afterStart();
    for (const id of ['a', 'b']) d.put(id, { checkError: { code: 'sign-in-refused' } });
    await d.clock.advance(3_000);
    expect(d.shown).toEqual([
      {
        title: 'The connection “Games” needs you',
        body: '',
        urgent: true,
        target: { kind: 'show-connection', connectionId: 'connection-1' },
      },
    ]);
  });

  it('practice says so', async () => {
    const d = desk([running('a', { practice: true })]);
    await d.afterStart();
    d.put('a', ready);
    await d.clock.advance(3_000);
    expect(d.shown[0]?.body).toBe('Practice · Games');
  });

  it('trouble with what Docket does by itself leads to the list', async () => {
    const d = desk();
    await d.afterStart();
    d.attention.trouble('disk-full');
    await d.clock.advance(3_000);
    expect(d.shown).toMatchObject([
      { title: 'Something needs you in Docket', target: { kind: 'show', screen: 'exports' } },
    ]);
  });

  it('after it has stopped nothing is told', async () => {
    const d = desk([running('a', { export: { kind: 'ready', expiresAt: 0 } })]);
    await d.afterStart();
    d.put('b', ready);
    d.attention.stop();
    await d.clock.advance(hour);
    expect(d.shown).toEqual([]);
    expect(d.clock.waiting).toEqual([]);
  });
});

describe('warnings before a loss', () => {
  const expiring = (id: string, at: number, over: Partial<Job> = {}) =>
    running(id, { export: { kind: 'ready', expiresAt: at }, ...over });

  it('a day and three hours before, each once', async () => {
    const { now } = createVirtualClock();
    const d = desk([expiring('a', now() + 48 * hour)]);
    await d.afterStart();
    await d.clock.advance(23 * hour);
    expect(d.shown).toEqual([]);
    await d.clock.advance(1 * hour);
    expect(titles(d.shown)).toEqual(['“A” expires in 23 hours and is not collected']);
    await d.clock.advance(21 * hour);
    expect(titles(d.shown).slice(1)).toEqual(['“A” expires in 2 hours and is not collected']);
    expect(d.shown[1]).toMatchObject({ urgent: true, target: { kind: 'show-job', jobId: 'a' } });
    await d.clock.advance(24 * hour);
    expect(d.shown).toHaveLength(2);
  });

  it('what leaves Crayon’s queue tomorrow is told by the calendar', async () => {
    const { now } = createVirtualClock();
    const at = new Date(now());
    at.setDate(at.getDate() + 2);
    const d = desk([expiring('a', at.getTime(), { provider: 'crayon' })]);
    const midnight = new Date(now());
    midnight.setHours(24, 0, 0, 0);
    await d.clock.advance(midnight.getTime() - now() - 1_000);
    expect(d.shown).toEqual([]);
    await d.clock.advance(60_000);
    expect(titles(d.shown)).toEqual(['“A” leaves Crayon’s queue tomorrow and is not collected']);
  });

  it('at the start, after days off, in one with what the first checks find', async () => {
    const { now } = createVirtualClock();
    const d = desk([
      expiring('a', now() + 2 * hour),
      expiring('b', now() + 20 * hour),
      expiring('c', now() - hour),
      running('d'),
    ]);
    await d.clock.advance(4_000);
    d.put('c', { export: { kind: 'expired' } });
    d.put('d', ready);
    await d.clock.advance(12_000);
    expect(d.shown).toMatchObject([
      {
        title: '4 things to know',
        body: '2 exports expire soon and are not collected\n“C” is no longer at the vendor\n“D” is ready to collect',
      },
    ]);
  });

  it('what is collected in time is not warned of', async () => {
    const { now } = createVirtualClock();
    const d = desk([expiring('a', now() + 26 * hour)]);
    await d.afterStart();
    d.put('a', { retrieval: { kind: 'verifying' } });
    await d.clock.advance(48 * hour);
    expect(d.shown).toEqual([]);
  });

  it('a vendor that gives more time takes the warning back', async () => {
    const { now } = createVirtualClock();
    const d = desk([expiring('a', now() + 26 * hour)]);
    await d.afterStart();
    d.put('a', { export: { kind: 'ready', expiresAt: now() + 72 * hour } });
    await d.clock.advance(40 * hour);
    expect(d.shown).toEqual([]);
    await d.clock.advance(10 * hour);
    expect(d.shown).toHaveLength(1);
  });
});

describe('schedules', () => {
  const failed = (at: number, againAt: number | null) =>
    failedSchedule(at, { code: 'sign-in-refused' }, againAt);

  it('a request that failed for good is told once; one that is tried again is not, nor one of an earlier run', async () => {
    const d = desk();
    await d.afterStart();
    d.attention.schedulesChanged([failed(1, null)]);
    d.attention.schedulesChanged([failed(2, 99)]);
    await d.clock.advance(60_000);
    expect(d.shown).toEqual([]);
    d.attention.schedulesChanged([failed(3, null)]);
    d.attention.schedulesChanged([failed(3, null)]);
    await d.clock.advance(60_000);
    expect(d.shown).toEqual([
      {
        title: 'The schedule “Installs” could not ask',
        body: 'Games',
        urgent: true,
        target: { kind: 'show', screen: 'schedules' },
      },
    ]);
  });
});

describe('the tray’s counts', () => {
  it('follow the list, at most once a second, and only when they change', async () => {
    const d = desk([running('a'), running('b')]);
    await d.clock.advance(1_000);
    for (let n = 0; n < 50; n += 1) d.put('a', { lastCheckedAt: n });
    await d.clock.advance(5_000);
    d.put('a', ready);
    d.remove('b');
    await d.clock.advance(1_000);
    expect(d.counted).toEqual([
      { 'needs-you': 0, 'on-its-way': 2, done: 0 },
      { 'needs-you': 1, 'on-its-way': 0, done: 0 },
    ]);
  });

  it('leave out what is taken off the list, and count it again when that is undone', async () => {
    const d = desk([running('a', ready), running('b', ready)]);
    await d.clock.advance(1_000);
    d.letGo('a');
    await d.clock.advance(1_000);
    d.keep('a');
    await d.clock.advance(1_000);
    expect(d.counted.map((counts) => counts['needs-you'])).toEqual([2, 1, 2]);
  });
});

it('what is taken off the list is neither warned of nor told', async () => {
  const d = desk([running('a')]);
  await d.afterStart();
  d.put('a', { export: { kind: 'ready', expiresAt: d.clock.now() + 2 * 3_600_000 } });
  d.letGo('a');
  await d.clock.advance(60_000);
  expect(d.shown).toEqual([]);
});
