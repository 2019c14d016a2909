import { describe, expect, test } from 'vitest';
import { calm } from '../../support/provider-context.ts';
import type { Stage } from './conformance-stage.ts';

const html = '<!DOCTYPE html><html><head><title>Sign in to the network</title></head></html>';

/** How a provider takes what comes instead of a proper answer, and how it waits and stops. */
export function answersConform(stage: Stage): void {
  describe('the test of a connection', () => {
    test('works with the right details', async () => {
      await expect(stage.run(stage.client.test(calm()))).resolves.toBeUndefined();
    });

    test('tells a wrong secret', async () => {
      const wrong = stage.connect(stage.world.config, stage.world.wrongSecrets);
      expect((await stage.failureOf(wrong.client.test(calm()))).code).toBe('sign-in-refused');
    });

    test('tells a secret that is missing, before anything is sent', async () => {
      expect((await stage.failureOf(stage.connect(stage.world.config, {}).client.test(calm()))).code).toBe(
        'secret-missing',
      );
      expect(stage.world.server.requests).toHaveLength(0);
    });

    test('tells that nobody answers', async () => {
      const { origin } = stage.world.server;
      await stage.world.server.stop();
      const nowhere = stage.connect(stage.world.elsewhere(origin));
      expect((await stage.failureOf(nowhere.client.test(calm()))).code).toBe('unreachable');
    });
  });

  describe('an answer that is none', () => {
    const calls = {
      test: () => stage.client.test(calm()),
      check: () => stage.check(stage.world.ready),
      plan: () => stage.client.plan(stage.world.ready, calm()),
      start: () => stage.client.start(stage.world.request, calm()),
    };
    const entries = Object.entries(calls);

    test.each(entries)('%s: the sign-in page of a network is not the vendor', async (_, call) => {
      stage.world.server.faults.add({ kind: 'captive-portal', times: Number.POSITIVE_INFINITY });
      expect((await stage.failureOf(call())).code).toBe('not-the-vendor');
    });

    test.each(entries)('%s: half a JSON text is malformed', async (_, call) => {
      stage.world.server.faults.add({
        kind: 'answer',
        status: 200,
        body: '{"a":[',
        times: Number.POSITIVE_INFINITY,
      });
      expect((await stage.failureOf(call())).code).toBe('answer-malformed');
    });

    test.each(entries)('%s: JSON of another shape is malformed', async (_, call) => {
      stage.world.server.faults.add({
        kind: 'answer',
        status: 200,
        body: '[]',
        match: stage.world.api,
        times: Number.POSITIVE_INFINITY,
      });
      expect((await stage.failureOf(call())).code).toBe('answer-malformed');
    });

    test.each(entries)('%s: nothing at all is empty', async (_, call) => {
      stage.world.server.faults.add({
        kind: 'answer',
        status: 200,
        body: '',
        times: Number.POSITIVE_INFINITY,
      });
      expect((await stage.failureOf(call())).code).toBe('answer-empty');
    });

    test.each(entries)(
      '%s: a page for people with an error status gives no false picture',
      async (_, call) => {
        stage.world.server.faults.add({
          kind: 'answer',
          status: 502,
          body: html,
          times: Number.POSITIVE_INFINITY,
        });
        expect((await stage.failureOf(call())).code).toMatch(/^(vendor-unavailable|not-the-vendor)$/);
      },
    );
  });

  describe('a vendor in trouble', () => {
    test.each([500, 502, 503])('that answers %i and then recovers goes unnoticed', async (status) => {
      stage.world.server.faults.add({ kind: 'answer', status, times: 2 });
      expect((await stage.check(stage.world.ready)).state.kind).toBe('ready');
    });

    test('that stays away is unavailable', async () => {
      stage.world.server.faults.add({ kind: 'answer', status: 503, times: Number.POSITIVE_INFINITY });
      expect((await stage.failureOf(stage.check(stage.world.ready))).error).toMatchObject({
        code: 'vendor-unavailable',
        detail: 'HTTP 503',
      });
    });

    test('whose connection breaks is asked again', async () => {
      stage.world.server.faults.add({ kind: 'refuse', match: stage.world.api, times: 2 });
      expect((await stage.check(stage.world.ready)).state.kind).toBe('ready');
    });

    test('that falls silent is waited for, but not for ever', async () => {
      stage.world.server.faults.add({ kind: 'stall', times: Number.POSITIVE_INFINITY });
      const failed = stage.failureOf(stage.client.test(calm()));
      for (let tries = 0; tries < 2; tries += 1) {
        const idle = await stage.clock.untilWaiting((ms) => ms > 30_000);
        await stage.clock.advance(idle);
      }
      expect((await failed).code).toMatch(/^(timeout|unreachable)$/);
    });
  });

  describe('a rate limit', () => {
    test('of a moment is waited for to the second, unseen', async () => {
      await stage.run(stage.client.test(calm()));
      // Past any spacing between two calls.
      stage.clock.jump(10_000);
      stage.world.server.faults.add({
        kind: 'answer',
        status: 429,
        retryAfter: { seconds: 4 },
        match: stage.world.api,
      });
      const checked = stage.client.check([stage.world.ready], calm());
      const wait = await stage.clock.untilWaiting((ms) => ms > 3_000 && ms <= 4_000);
      stage.world.server.forgetRequests();
      await stage.clock.advance(wait - 500);
      expect(stage.world.server.requests).toHaveLength(0);
      await stage.clock.advance(500);
      expect((await stage.run(checked)).get(stage.world.ready)).toMatchObject({ state: { kind: 'ready' } });
    });

    test.each([
      ['in seconds', () => ({ seconds: 40 })],
      ['by date', (now: number) => ({ date: now + 40_000 })],
    ])('%s is told with its end, so that a person can see it', async (_form, form) => {
      stage.world.server.faults.add({
        kind: 'answer',
        status: 429,
        retryAfter: form(stage.clock.now()),
        match: stage.world.api,
      });
      const failure = await stage.failureOf(stage.check(stage.world.ready));
      expect(failure.code).toBe('rate-limited');
      const until = failure.error.action?.kind === 'wait' ? failure.error.action.until : 0;
      expect(Math.abs(until - stage.clock.now() - 40_000)).toBeLessThan(6_000);
    });

    test('eats no retries: more limits than retries, then a failure, then success', async () => {
      stage.world.server.faults.add({
        kind: 'answer',
        status: 429,
        retryAfter: { seconds: 1 },
        match: stage.world.api,
        times: 4,
      });
      stage.world.server.faults.add({ kind: 'answer', status: 503, match: stage.world.api, times: 2 });
      expect((await stage.check(stage.world.ready)).state.kind).toBe('ready');
    });

    test('too long to sit out is told with its end, and holds back the connection’s other calls', async () => {
      stage.world.server.faults.add({
        kind: 'answer',
        status: 429,
        retryAfter: { seconds: 600 },
        match: stage.world.api,
      });
      const failure = await stage.failureOf(stage.check(stage.world.ready));
      expect(failure.code).toBe('rate-limited');
      const until = failure.error.action?.kind === 'wait' ? failure.error.action.until : 0;
      expect(until - stage.clock.now()).toBeGreaterThan(590_000);
      stage.world.server.forgetRequests();
      expect((await stage.failureOf(stage.client.plan(stage.world.ready, calm()))).error).toMatchObject({
        code: 'rate-limited',
        action: { kind: 'wait', until },
      });
      expect(stage.world.server.requests).toHaveLength(0);
      stage.clock.jump(until - stage.clock.now() + 1);
      expect((await stage.check(stage.world.ready)).state.kind).toBe('ready');
    });
  });

  describe('an abort', () => {
    test('before a call sends nothing', async () => {
      const paused = AbortSignal.abort(new Error('paused'));
      const calls: readonly (() => Promise<unknown>)[] = [
        () => stage.client.test(paused),
        () => stage.check(stage.world.ready, stage.client, paused),
        () => stage.client.plan(stage.world.ready, paused),
        () => stage.client.start(stage.world.request, paused),
      ];
      for (const call of calls) {
        await expect(stage.run(call())).rejects.toThrow('paused');
      }
      expect(stage.world.server.requests).toHaveLength(0);
    });

    test('during a call ends it at once, with its own reason', async () => {
      stage.world.server.faults.add({ kind: 'stall', times: Number.POSITIVE_INFINITY });
      const stop = new AbortController();
      const call = stage.client.check([stage.world.ready], stop.signal);
      await stage.clock.untilWaiting((ms) => ms > 30_000);
      stop.abort(new Error('paused'));
      await expect(call).rejects.toThrow('paused');
    });

    test('while a rate limit is waited for ends the wait', async () => {
      stage.world.server.faults.add({ kind: 'answer', status: 429, retryAfter: { seconds: 4 } });
      const stop = new AbortController();
      const call = stage.client.plan(stage.world.ready, stop.signal);
      await stage.clock.untilWaiting(
        (ms) => ms > 3_000 && ms <= 4_000 && stage.world.server.requests[0]?.status === 429,
      );
      stop.abort(new Error('paused'));
      await expect(call).rejects.toThrow('paused');
    });
  });
}
