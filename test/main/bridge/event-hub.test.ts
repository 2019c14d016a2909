import { expect, test } from 'vitest';
import { createEventHub } from '../../../src-main/bridge/event-hub.ts';
import type { EventName } from '../../../src-preload/contract/events.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

function job(id: string, title: string): JobView {
  return { id, title } as JobView;
}

function world() {
  const clock = createVirtualClock();
  const sent: { event: EventName; payload: unknown; at: number }[] = [];
  const hub = createEventHub((event, payload) => sent.push({ event, payload, at: clock.now() }), clock);
  return { clock, sent, hub };
}

test('the first two changes leave at once, the following leave together 200 ms later', async () => {
  const { clock, sent, hub } = world();
  hub.jobsChanged([job('a', '1')], []);
  hub.jobsChanged([job('a', '2'), job('b', '1')], []);
  expect(sent).toHaveLength(2);
  hub.jobsChanged([job('a', '3')], []);
  hub.jobsChanged([job('b', '2')], []);
  expect(sent).toHaveLength(2);
  await clock.advance(199);
  expect(sent).toHaveLength(2);
  await clock.advance(1);
  expect(sent).toHaveLength(3);
  expect(sent[2]?.payload).toEqual({ changed: [job('a', '3'), job('b', '2')], removed: [] });
});

test('two changes at the end of a long quiet leave at once again', async () => {
  const { clock, sent, hub } = world();
  for (let n = 0; n < 5; n += 1) hub.jobsChanged([job('a', String(n))], []);
  await clock.advance(1000);
  const before = sent.length;
  hub.jobsChanged([job('a', 'checking')], []);
  hub.jobsChanged([job('a', 'collected')], []);
  expect(sent).toHaveLength(before + 2);
});

test('a clock that is set back silences nothing', () => {
  const { clock, sent, hub } = world();
  hub.jobsChanged([job('a', '1')], []);
  hub.jobsChanged([job('a', '2')], []);
  clock.setWallClock(-3_600_000);
  hub.jobsChanged([job('a', '3')], []);
  expect(sent).toHaveLength(3);
});

test('a job that was removed is not told as changed', async () => {
  const { clock, sent, hub } = world();
  hub.jobsChanged([], []);
  hub.jobsChanged([], []);
  hub.jobsChanged([job('a', '1')], []);
  hub.jobsChanged([], ['a']);
  await clock.advance(200);
  expect(sent.at(-1)?.payload).toEqual({ changed: [], removed: ['a'] });
});

test('a thousand progress reports in a second leave as at most seven: two at once, then five a second', async () => {
  const { clock, sent, hub } = world();
  for (let n = 0; n < 1000; n += 1) {
    hub.transfersChanged([]);
    await clock.advance(1);
  }
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.length).toBeLessThanOrEqual(7);
});
