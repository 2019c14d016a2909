import { describe, expect, test } from 'vitest';
import {
  canGoOn,
  type DecideEvent,
  type DecidePhase,
  nextDecidePhase,
  undecided,
} from '../../../../src-renderer/features/jobs/decide-phase.ts';

const come = (...events: readonly DecideEvent[]): DecidePhase => events.reduce(nextDecidePhase, undecided);
const done = { kind: 'choose', outcome: 'done' } as const;
const notDone = { kind: 'choose', outcome: 'not-done' } as const;
const remark = { kind: 'remark', remark: 'Jo, by phone' } as const;
const goOn = { kind: 'go-on' } as const;
const send = { kind: 'send' } as const;

describe('deciding by hand', () => {
  test('nothing is chosen for the person, and nothing goes on without a choice', () => {
    expect(undecided.outcome).toBeNull();
    expect(come(remark, goOn).step).toBe('choosing');
  });

  test.each([
    [come(done), false],
    [come(done, { kind: 'remark', remark: '  ' }), false],
    [come(done, remark), true],
    [come(notDone), true],
    [come(notDone, remark), true],
  ])('a confirmation needs to say how one knows it: %#', (phase, may) => {
    expect(canGoOn(phase)).toBe(may);
    expect(nextDecidePhase(phase, goOn).step).toBe(may ? 'sure' : 'choosing');
  });

  test('takes two steps: nothing is sent from the first', () => {
    expect(come(notDone, send).step).toBe('choosing');
    expect(come(notDone, goOn, send)).toMatchObject({ step: 'sending', outcome: 'not-done' });
  });

  test('can go back and choose anew, and keeps what was written', () => {
    const phase = come(done, remark, goOn, { kind: 'back' }, notDone);
    expect(phase).toEqual({ step: 'choosing', outcome: 'not-done', remark: 'Jo, by phone', error: null });
  });

  test('nothing is changed while it is sent', () => {
    const sending = come(done, remark, goOn, send);
    for (const event of [notDone, { kind: 'remark', remark: 'x' }, goOn, send, { kind: 'back' }] as const)
      expect(nextDecidePhase(sending, event)).toBe(sending);
  });

  test('a refusal leads back to the second step, and is shown until the next try', () => {
    const error = { code: 'disk-full' } as const;
    const refused = nextDecidePhase(come(notDone, goOn, send), {
      kind: 'answered',
      answer: { ok: false, error },
    });
    expect(refused).toMatchObject({ step: 'sure', error });
    expect(nextDecidePhase(refused, send)).toMatchObject({ step: 'sending', error: null });
  });
});
