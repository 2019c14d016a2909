import { between, type Random } from '../../src-main/practice/seeded-random.ts';
import { watchLog } from './kill-ledger.ts';
import { filesIn, type Target } from './kill-targets.ts';
import { until } from './kill-wait.ts';

/** Where and when a strike looks for its moment. */
export interface Scene {
  readonly target: Target;
  readonly random: Random;
  readonly profileDir: string;
  /** The export's folder, as soon as there is one. */
  readonly folder: () => string | null;
}

export interface Strike {
  readonly name: string;
  /** Makes the moment long enough to be met; called before the run begins. Resolves `moment` when it is there. */
  readonly prepare: (scene: Scene) => {
    readonly moment: () => Promise<unknown>;
    readonly takeBack: () => void;
  };
}

/** A moment that doesn't come is struck none the less: what was hit is read from what is left. */
const patience = 8_000;
/** A start on a machine that has much else to do, ms. */
const longestStart = 30_000;
const always = Number.POSITIVE_INFINITY;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Slow enough that the whole export takes about a second; the vendor's pages come late instead. */
function slowly({ target, random }: Scene): () => void {
  const match = target.dataMatch;
  if (target.provider === 'mypreferences')
    return target.faults.add({ kind: 'latency', ms: between(random, 25, 70), match, times: always });
  const largest = Math.max(...target.expected.map((file) => file.length));
  return target.faults.add({
    kind: 'slow',
    chunkBytes: Math.ceil(largest / between(random, 8, 16)),
    delayMs: between(random, 25, 60),
    match,
    times: always,
  });
}

const bytesOf = (folder: string | null) => filesIn(folder).reduce((sum, { bytes }) => sum + bytes, 0);
/** Files under their final names: neither on their way nor what a check writes beside them. */
const finals = (folder: string | null) =>
  filesIn(folder).filter(({ name }) => !/\.part(\.check)?$/.test(name)).length;
const isOver = ({ folder, target }: Scene) => finals(folder()) >= target.expected.length;
/** The app needs the processor for its start: nothing is looked at closely before its first request. */
const hasBegun = ({ target }: Scene, before: number) =>
  until(() => target.requests().length > before, longestStart, 'calmly');
const asked = (scene: Scene) => scene.target.requests().filter(scene.target.isData).length;

export const collectStrikes = {
  starting: {
    name: 'while starting',
    prepare: ({ random }) => ({ moment: () => pause(between(random, 20, 600)), takeBack: () => {} }),
  },
  firstByte: {
    name: 'before the first byte of an answer',
    prepare(scene) {
      const { target, random } = scene;
      const before = asked(scene);
      const takeBack = target.faults.add({
        kind: 'stall',
        afterBytes: 0,
        match: target.dataMatch,
        times: always,
      });
      return {
        takeBack,
        async moment() {
          await until(() => asked(scene) > before, patience, 'calmly');
          await pause(between(random, 0, 40));
        },
      };
    },
  },
  middle: {
    name: 'in the middle of a part',
    prepare(scene) {
      const { target, random, folder } = scene;
      const total = target.expected.reduce((sum, file) => sum + file.length, 0);
      const before = target.requests().length;
      const held = bytesOf(folder());
      const wanted = held + (total - held) * (0.05 + random() * 0.4);
      const takeBack = slowly(scene);
      return {
        takeBack,
        async moment() {
          await hasBegun(scene, before);
          await until(() => bytesOf(folder()) >= wanted || isOver(scene), patience, 'calmly');
        },
      };
    },
  },
  between: {
    name: 'between two parts, or two pages',
    prepare(scene) {
      const { target, random, folder } = scene;
      const before = asked(scene);
      const arrived = target.requests().length;
      if (target.expected.length > 1) {
        // The next part is asked for, and doesn't begin.
        const part = Math.min(finals(folder()) + 1, target.expected.length - 1);
        const match = new RegExp(`${target.reference}.*\\.${part}\\.csv\\.gz`);
        const askedFor = () => target.requests().filter((request) => match.test(request.target)).length;
        const held = askedFor();
        const takeBack = target.faults.add({ kind: 'latency', ms: 1_000, match, times: always });
        return {
          takeBack,
          async moment() {
            await hasBegun(scene, arrived);
            await until(() => askedFor() > held || isOver(scene), patience, 'calmly');
          },
        };
      }
      const pages = between(random, 2, 10);
      const takeBack = slowly(scene);
      return {
        takeBack,
        async moment() {
          await hasBegun(scene, arrived);
          await until(() => asked(scene) >= before + pages || isOver(scene), patience, 'calmly');
        },
      };
    },
  },
  anyTime: {
    name: 'at any time',
    prepare(scene) {
      const takeBack = slowly(scene);
      return { takeBack, moment: () => pause(between(scene.random, 300, 1_800)) };
    },
  },
  checking: {
    name: 'while a part is checked',
    prepare(scene) {
      const { target, folder } = scene;
      const before = target.requests().length;
      // A part that was whole already counts only once this run has begun.
      const isWhole = () =>
        target.requests().length > before &&
        filesIn(folder()).some(
          ({ name, bytes }) =>
            name.endsWith('.part') && target.expected.some((file) => file.length === bytes),
        );
      return {
        takeBack: () => {},
        async moment() {
          await hasBegun(scene, before);
          await until(() => isOver(scene) || isWhole(), patience);
        },
      };
    },
  },
  rename: {
    name: 'around the rename',
    prepare(scene) {
      const held = finals(scene.folder());
      const before = scene.target.requests().length;
      return {
        takeBack: () => {},
        async moment() {
          await hasBegun(scene, before);
          await until(() => finals(scene.folder()) > held, patience);
        },
      };
    },
  },
} satisfies Record<string, Strike>;

const sent = ({ target }: Scene) =>
  target.requests().filter(({ method, target: line }) => target.commitMatch?.test(`${method} ${line}`))
    .length;

export const commitStrikes = {
  before: {
    name: 'right after the click',
    prepare: ({ random }) => ({ takeBack: () => {}, moment: () => pause(between(random, 0, 6)) }),
  },
  intent: {
    name: 'as the intent is written',
    prepare(scene) {
      const isWritten = watchLog(scene.profileDir, '"kind":"committing"');
      return { takeBack: () => {}, moment: () => until(isWritten, patience) };
    },
  },
  call: {
    name: 'while the call waits at the vendor, who then carries it out',
    prepare(scene) {
      const { target, random } = scene;
      const match = target.commitMatch ?? /never/;
      const takeBack = target.faults.add({ kind: 'latency', ms: between(random, 150, 2_500), match });
      return {
        takeBack,
        async moment() {
          await until(() => sent(scene) > 0, patience);
          await pause(between(random, 0, 60));
        },
      };
    },
  },
  lost: {
    name: 'after the vendor acted, and its answer is lost',
    prepare(scene) {
      const match = scene.target.commitMatch ?? /never/;
      const takeBack = scene.target.faults.add({ kind: 'lose-reply', match });
      return { takeBack, moment: () => until(() => scene.target.carriedOut() > 0, patience) };
    },
  },
  answer: {
    name: 'as the answer comes',
    prepare: (scene) => ({
      takeBack: () => {},
      moment: () => until(() => scene.target.carriedOut() > 0, patience),
    }),
  },
} satisfies Record<string, Strike>;
