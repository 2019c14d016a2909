import { chunked, cut, dripping, from, full, hangUp, silent, stalled, times } from '../answers.ts';
import { csvGz } from '../bodies.ts';
import { brokeOff, readyToReview } from '../readings.ts';
import type { TransferCase } from '../transfer-case.ts';

const file = csvGz(1000);
const tracker = { provider: 'mytracker', holds: [file] } as const;
const collected = 'collected, 60 records';
const lost = 'paused by error: connection-lost, again in 2 s';

/** Answers that end too early, or don't come to an end. */
export const cuttingCases: readonly TransferCase[] = [
  {
    ...tracker,
    name: 'nothing goes wrong: one question for the plan, one for the file',
    script: [from(0, file)],
    requests: ['plan', '/file bytes=0-'],
    after: 'whole',
    state: [collected],
    reads: [readyToReview],
  },
  {
    ...tracker,
    name: 'cut before the first byte of the body: asked for anew from the first byte',
    script: [cut(0, from(0, file)), from(0, file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: [lost, collected],
    reads: [brokeOff('2 s'), readyToReview],
  },
  ...[1, 400, 999].map(
    (at): TransferCase => ({
      ...tracker,
      name: `cut after byte ${at} of 1000: goes on from the same byte`,
      script: [cut(at, from(0, file)), from(at, file)],
      requests: ['plan', '/file bytes=0-', 'plan', `/file bytes=${at}- if "a"`],
      after: 'whole',
      state: [lost, collected],
      reads: [brokeOff('2 s'), readyToReview],
    }),
  ),
  {
    ...tracker,
    name: 'cut after byte 400: the bytes that came are kept for the next try',
    script: [cut(400, from(0, file))],
    requests: ['plan', '/file bytes=0-'],
    after: 'first 400 bytes',
    state: [lost],
    reads: [brokeOff('2 s')],
  },
  {
    ...tracker,
    name: 'reset after byte 400: goes on from the same byte',
    script: [cut(400, from(0, file), 'reset'), from(400, file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: [lost, collected],
    reads: [brokeOff('2 s'), readyToReview],
  },
  {
    ...tracker,
    name: 'cut again and again, each time further: the wait stays short, since it gets on',
    script: [cut(100, from(0, file)), cut(100, from(100, file)), cut(100, from(200, file)), from(300, file)],
    requests: [
      'plan',
      '/file bytes=0-',
      'plan',
      '/file bytes=100- if "a"',
      'plan',
      '/file bytes=200- if "a"',
      'plan',
      '/file bytes=300- if "a"',
    ],
    after: 'whole',
    state: [lost, lost, lost, collected],
    reads: [brokeOff('2 s'), brokeOff('2 s'), brokeOff('2 s'), readyToReview],
  },
  {
    ...tracker,
    name: 'cut at the same byte each time: the waits grow',
    script: [cut(400, from(0, file)), ...times(2, cut(0, from(400, file))), from(400, file)],
    requests: [
      'plan',
      '/file bytes=0-',
      'plan',
      '/file bytes=400- if "a"',
      'plan',
      '/file bytes=400- if "a"',
      'plan',
      '/file bytes=400- if "a"',
    ],
    after: 'whole',
    state: [
      lost,
      'paused by error: connection-lost, again in 10 s',
      'paused by error: connection-lost, again in 30 s',
      collected,
    ],
    reads: [brokeOff('2 s'), brokeOff('10 s'), brokeOff('30 s'), readyToReview],
  },
  {
    ...tracker,
    name: 'a chunked body that ends within a chunk is cut, not short',
    script: [cut(400, chunked(from(0, file))), from(400, file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: [lost, collected],
    reads: [brokeOff('2 s'), readyToReview],
  },
  {
    ...tracker,
    name: 'no answer at all, once: asked again at once, and nobody need know',
    script: [hangUp, from(0, file)],
    requests: ['plan', '/file bytes=0-', '/file bytes=0-'],
    after: 'whole',
    state: [collected],
    reads: [readyToReview],
  },
  {
    ...tracker,
    name: 'no answer at all, four times: paused, and tried again later',
    script: [...times(4, hangUp), from(0, file)],
    requests: ['plan', ...times4('/file bytes=0-'), 'plan', '/file bytes=0-'],
    after: 'whole',
    state: [lost, collected],
    reads: [brokeOff('2 s'), readyToReview],
    // Chromium asks once more by itself when a connection that was used before dies: the fifth answer is the file.
    overChromium: {
      requests: ['plan', ...times4('/file bytes=0-'), '/file bytes=0-'],
      state: [collected],
      reads: [readyToReview],
    },
  },
  {
    ...tracker,
    name: 'a body that stalls ends after a minute of silence, and goes on from the same byte',
    script: [stalled(400, from(0, file)), from(400, file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: timeout, again in 2 s', collected],
    reads: [
      'Paused · MyTracker takes too long · goes on in 2 s | No answer came in time. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: 'a slow drip goes on to the end: 100 bytes every 50 seconds',
    script: [dripping(100, 50, from(0, file))],
    requests: ['plan', '/file bytes=0-'],
    after: 'whole',
    state: [collected],
    reads: [readyToReview],
  },
  {
    ...tracker,
    name: 'a drip slower than a piece a minute ends, and what came is kept',
    script: [dripping(100, 70, from(0, file))],
    requests: ['plan', '/file bytes=0-'],
    after: 'first 100 bytes',
    state: ['paused by error: timeout, again in 2 s'],
    reads: [
      'Paused · MyTracker takes too long · goes on in 2 s | No answer came in time. Nothing needs doing: Docket tries again in 2 s.',
    ],
  },
  {
    ...tracker,
    name: 'a server that takes the question and says nothing is asked twice',
    script: [silent, silent, from(0, file)],
    requests: ['plan', '/file bytes=0-', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: timeout, again in 2 s', collected],
    reads: [
      'Paused · MyTracker takes too long · goes on in 2 s | No answer came in time. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    name: 'a server without ranges that cuts: begins again from the first byte',
    script: [cut(400, full(file)), full(file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: [lost, collected],
    reads: [brokeOff('2 s'), readyToReview],
  },
];

function times4(line: string): readonly string[] {
  return [line, line, line, line];
}

const large = csvGz(2 * 1024 * 1024 + 70_000);
const boundaries = [64, 128, 512, 1024, 1536, 2048]
  .map((kilobytes) => kilobytes * 1024)
  .flatMap((at) => [at - 1, at, at + 1]);

/** Where buffers, writes and checkpoints have their borders. */
export const boundaryCases: readonly TransferCase[] = boundaries.map((at) => ({
  name: `cut after byte ${at} of ${large.length}: goes on from the same byte`,
  provider: 'mytracker',
  holds: [large],
  script: [cut(at, from(0, large)), from(at, large)],
  requests: ['plan', '/file bytes=0-', 'plan', `/file bytes=${at}- if "a"`],
  after: 'whole',
  state: [lost, 'collected, 135434 records'],
  reads: [brokeOff('2 s'), 'Ready to review · 135,434 records · 2.2 MB'],
}));
