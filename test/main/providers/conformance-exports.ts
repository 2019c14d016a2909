import { describe, expect, test } from 'vitest';
import type { ExportReport } from '../../../src-main/providers/provider.ts';
import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import { calm } from '../../support/provider-context.ts';
import type { Stage } from './conformance-stage.ts';

/** An export's way from being asked for to being acknowledged. */
export function exportsConform(stage: Stage): void {
  describe('an export', () => {
    test('is asked for, comes to be ready, and is collected byte for byte', async () => {
      const { reference } = await stage.run(stage.client.start(stage.world.request, calm()));
      const before = await stage.check(reference);
      expect(['queued', 'running']).toContain(before.state.kind);
      expect(before.vendorStatusUnknown).toBe(false);
      expect((await stage.failureOf(stage.client.plan(reference, calm()))).code).toBe('export-not-ready');
      stage.clock.jump(stage.world.working);
      expect(await stage.check(reference)).toMatchObject({ reference, state: { kind: 'ready' } });
      const plan = await stage.run(stage.client.plan(reference, calm()));
      const [collected, expected] = [await stage.collect(plan), await stage.world.expected(reference)];
      expect(collected.length).toBe(expected.length);
      for (const [index, bytes] of expected.entries()) expect(collected[index]?.equals(bytes)).toBe(true);
      expect(expected.length).toBeGreaterThan(0);
    });

    test('can be collected again after it was collected', async () => {
      const first = await stage.collect(await stage.run(stage.client.plan(stage.world.ready, calm())));
      const second = await stage.collect(await stage.run(stage.client.plan(stage.world.ready, calm())));
      expect(Buffer.concat(second).equals(Buffer.concat(first))).toBe(true);
    });

    test('has parts with stable keys', async () => {
      const keys = async () => {
        const plan = await stage.run(stage.client.plan(stage.world.ready, calm()));
        return plan.kind === 'files' ? plan.parts.map((part) => part.key) : [plan.key];
      };
      const first = await keys();
      expect(new Set(first).size).toBe(first.length);
      expect(await keys()).toEqual(first);
    });

    test('that is asked for is asked for once, even when the answer is lost', async () => {
      await stage.run(stage.client.test(calm()));
      stage.world.server.forgetRequests();
      stage.world.server.faults.add({ kind: 'lose-reply', match: /^POST (?!.*token)/i });
      expect((await stage.failureOf(stage.client.start(stage.world.request, calm()))).code).toBe(
        'connection-lost',
      );
      expect(stage.world.server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    });

    test('that the vendor does not know is gone, next to one that it knows', async () => {
      const found = await stage.run(
        stage.client.check([stage.world.unknown, stage.world.ready, stage.world.unfinished], calm()),
      );
      expect([...found.keys()].sort()).toEqual(
        [stage.world.unknown, stage.world.ready, stage.world.unfinished].sort(),
      );
      expect(found.get(stage.world.unknown)).toMatchObject({
        reference: stage.world.unknown,
        state: { kind: 'gone' },
      });
      expect(found.get(stage.world.ready)).toMatchObject({
        reference: stage.world.ready,
        state: { kind: 'ready' },
      });
      expect((found.get(stage.world.unfinished) as ExportReport).state.kind).toMatch(/^(queued|running)$/);
      expect((await stage.failureOf(stage.client.plan(stage.world.unknown, calm()))).code).toBe(
        'export-gone',
      );
    });

    test('of none is nothing to ask for', async () => {
      expect((await stage.run(stage.client.check([], calm()))).size).toBe(0);
    });

    test('is listed where the vendor lists exports, and nowhere else', async () => {
      if (!stage.world.provider.traits.listsExports) {
        expect((await stage.failureOf(stage.client.list(calm()))).code).toBe('not-offered');
        return;
      }
      expect((await stage.run(stage.client.list(calm()))).map((report) => report.reference)).toContain(
        stage.world.ready,
      );
    });

    test('is cancelled where the vendor cancels exports, and nowhere else', async () => {
      if (!stage.world.provider.traits.canCancel) {
        expect((await stage.failureOf(stage.client.cancel(stage.world.unfinished, calm()))).code).toBe(
          'not-offered',
        );
        return;
      }
      expect((await stage.run(stage.client.cancel(stage.world.unfinished, calm()))).state.kind).toMatch(
        /^(cancelled|ready)$/,
      );
    });

    test('of another vendor is not asked for', async () => {
      const other: ExportRequest =
        stage.world.provider.id === 'crayon'
          ? { provider: 'mypreferences', segmentName: 'x' }
          : { provider: 'crayon', customerAccountId: 1, from: '2026-01-01', to: '2026-01-02' };
      expect((await stage.failureOf(stage.client.start(other, calm()))).code).toBe('call-invalid');
    });
  });

  describe('the acknowledgement', () => {
    test('is made once, and known before and after as the vendor knows it', async () => {
      const choice = { keepFiles: false };
      expect(await stage.run(stage.client.acknowledged(stage.world.ready, choice, calm()))).toBe(
        stage.world.known.before,
      );
      const { vendorAnswer } = await stage.run(stage.client.acknowledge(stage.world.ready, choice, calm()));
      expect(vendorAnswer).toMatch(/^(2\d\d|sign-off: .+)$/);
      expect(stage.world.acknowledgements()).toBe(
        stage.world.provider.traits.commitEffect === 'sign-off-only' ? 0 : 1,
      );
      expect(await stage.run(stage.client.acknowledged(stage.world.ready, choice, calm()))).toBe(
        stage.world.known.after,
      );
    });

    test('whose answer is lost is not made again', async () => {
      if (stage.world.provider.traits.commitEffect === 'sign-off-only') {
        expect(stage.world.acknowledgements()).toBe(0);
        return;
      }
      await stage.run(stage.client.test(calm()));
      stage.world.server.faults.add({ kind: 'lose-reply', match: /^(POST|DELETE)/ });
      expect(
        (await stage.failureOf(stage.client.acknowledge(stage.world.ready, { keepFiles: false }, calm())))
          .code,
      ).toBe('connection-lost');
      expect(stage.world.acknowledgements()).toBe(1);
      expect(
        await stage.run(stage.client.acknowledged(stage.world.ready, { keepFiles: false }, calm())),
      ).toBe(stage.world.known.after);
    });
  });
}
