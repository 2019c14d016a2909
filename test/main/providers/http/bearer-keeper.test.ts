import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../src-main/ports/failure.ts';
import { createBearerKeeper, type IssuedBearer } from '../../../../src-main/providers/http/bearer-keeper.ts';
import { calm } from '../../../support/provider-context.ts';
import { createVirtualClock, settle } from '../../../support/virtual-clock.ts';

interface Question {
  readonly signal: AbortSignal;
  answer(issued: IssuedBearer): void;
  refuse(reason: unknown): void;
}

function keeperFor() {
  const clock = createVirtualClock();
  const questions: Question[] = [];
  const keeper = createBearerKeeper({
    clock,
    ask: (signal) =>
      new Promise((resolve, reject) => {
        questions.push({ signal, answer: resolve, refuse: reject });
      }),
  });
  const question = (index: number): Question => {
    const found = questions[index];
    if (found === undefined) throw new Error(`nobody asked for the ${index}th time`);
    return found;
  };
  const first = () => keeper.forRequest(calm())({ renew: false });
  /** A token that is held from now on. */
  async function hold(token: string, lifetime: number | null): Promise<void> {
    const waiting = first();
    question(questions.length - 1).answer({ token, lifetime });
    await waiting;
  }
  return { clock, keeper, questions, question, first, hold };
}

describe('a token', () => {
  test('is asked for once, however many wait for it', async () => {
    const { questions, question, first } = keeperFor();
    const all = Promise.all([first(), first(), first()]);
    question(0).answer({ token: 't1', lifetime: 3_600_000 });
    expect(await all).toEqual(['t1', 't1', 't1']);
    expect(await first()).toBe('t1');
    expect(questions).toHaveLength(1);
  });

  test.each([
    ['an hour', 3_600_000, 3_540_000],
    ['ten seconds', 10_000, 7_500],
    ['no time that was said', null, 240_000],
    ['a year, which no one believes', 31_536_000_000, 86_340_000],
  ])('that lives %s is renewed before its end', async (_, lifetime, until) => {
    const { clock, questions, first, hold } = keeperFor();
    await hold('t1', lifetime);
    clock.jump(until - 1);
    expect(await first()).toBe('t1');
    clock.jump(1);
    void first();
    expect(questions).toHaveLength(2);
  });

  test('counts from when it was asked for, not from when it came', async () => {
    const { clock, questions, question, first } = keeperFor();
    const waiting = first();
    clock.jump(30_000);
    question(0).answer({ token: 't1', lifetime: 100_000 });
    await waiting;
    clock.jump(45_000);
    void first();
    expect(questions).toHaveLength(2);
  });

  test('that was refused is renewed once by all who were refused with it', async () => {
    const { keeper, questions, question, hold } = keeperFor();
    await hold('t1', 3_600_000);
    const [one, two, late] = [1, 2, 3].map(() => keeper.forRequest(calm()));
    if (one === undefined || two === undefined || late === undefined) throw new Error('three requests');
    for (const request of [one, two, late]) await request({ renew: false });
    const renewed = Promise.all([one({ renew: true }), two({ renew: true })]);
    question(1).answer({ token: 't2', lifetime: 3_600_000 });
    expect(await renewed).toEqual(['t2', 't2']);
    // Its 401 came after the others had a new token already.
    expect(await late({ renew: true })).toBe('t2');
    expect(questions).toHaveLength(2);
  });

  test('is asked for again after a failure, which all who waited hear of', async () => {
    const { question, first } = keeperFor();
    const both = Promise.allSettled([first(), first()]);
    question(0).refuse(new Failure('sign-in-refused'));
    expect((await both).map((result) => (result.status === 'rejected' ? result.reason.code : ''))).toEqual([
      'sign-in-refused',
      'sign-in-refused',
    ]);
    const next = first();
    question(1).answer({ token: 't1', lifetime: null });
    expect(await next).toBe('t1');
  });

  test.each(['connection-lost', 'timeout'] as const)(
    'whose answer was lost (%s) leaves the call unsent',
    async (code) => {
      const { question, first } = keeperFor();
      const waiting = first();
      question(0).refuse(new Failure(code, { subject: 'host', detail: 'ECONNRESET' }));
      await expect(waiting).rejects.toMatchObject({
        error: { code: 'unreachable', subject: 'host', detail: 'ECONNRESET' },
      });
    },
  );
});

describe('who gives up waiting', () => {
  test('leaves the others their answer', async () => {
    const { keeper, question, first } = keeperFor();
    const stop = new AbortController();
    const mine = keeper.forRequest(stop.signal)({ renew: false });
    const other = first();
    stop.abort(new Error('paused'));
    await expect(mine).rejects.toThrow('paused');
    expect(question(0).signal.aborted).toBe(false);
    question(0).answer({ token: 't1', lifetime: null });
    expect(await other).toBe('t1');
  });

  test('as the last one ends the question, and the next one asks anew', async () => {
    const { keeper, question, first } = keeperFor();
    const stop = new AbortController();
    const mine = keeper.forRequest(stop.signal)({ renew: false });
    stop.abort(new Error('paused'));
    await expect(mine).rejects.toThrow('paused');
    expect(question(0).signal.aborted).toBe(true);
    const next = first();
    question(0).answer({ token: 'old', lifetime: 3_600_000 });
    await settle();
    question(1).answer({ token: 'new', lifetime: 3_600_000 });
    expect(await next).toBe('new');
    expect(await first()).toBe('new');
  });

  test('before asking does not ask', async () => {
    const { keeper } = keeperFor();
    await expect(keeper.forRequest(AbortSignal.abort(new Error('paused')))({ renew: false })).rejects.toThrow(
      'paused',
    );
  });
});

test('the last tokens are hidden in what a vendor says', async () => {
  const { keeper, question, hold, first } = keeperFor();
  await hold('eyJ.first', 1000);
  const renewing = keeper.forRequest(calm());
  await renewing({ renew: false });
  const next = renewing({ renew: true });
  question(1).answer({ token: 'eyJ.second', lifetime: 1000 });
  await next;
  expect(keeper.hide('bad token eyJ.first, not eyJ.second, eyJ.first')).toBe('bad token •••, not •••, •••');
  expect(await first()).toBe('eyJ.second');
});
