/** A person who looks at rows asks again and again; so long nothing else begins. */
const moment = 300;
/** Who has rows read ahead again within so long is scrolling, ms; for so long after it nothing else begins. */
const scrolling = 4000;
const afterScrolling = 3000;
/** Who asks without end holds a statement up for so long, ms; then it is done beside, to its end. */
const patience = 5000;
/** A statement that has not begun when it is interrupted goes on: it is told again. */
const stopAgain = 20;

interface Waiting {
  readonly ms: number;
  readonly go: () => void;
  timer: NodeJS.Timeout | undefined;
}

/** What is done in the background: a statement that can be stopped and asked again. */
export interface Background<T> {
  readonly ask: () => Promise<T>;
  /** Interrupts the statement; `wasStopped` tells what it throws then from what it throws of itself. */
  readonly stop: () => void;
  readonly wasStopped: (thrown: unknown) => boolean;
  /** Somebody waits for this one: it gives way to nobody. */
  readonly isWantedNow?: () => boolean;
}

/**
 * Knows when nobody asks anything: then there is time for what makes later questions cheaper. What is done in the
 * background gives way to questions: it begins between them, and what has begun is stopped and begun anew.
 */
export function createQuiet() {
  let busy = 0;
  let asking = 0;
  let lastAhead = Number.NEGATIVE_INFINITY;
  let calmFrom = Number.NEGATIVE_INFINITY;
  const waiting = new Set<Waiting>();
  const stoppable = new Set<() => void>();
  const held = new Set<() => void>();
  let stopping: NodeJS.Timeout | undefined;

  function wait(one: Waiting): void {
    clearTimeout(one.timer);
    if (busy > 0) return;
    one.timer = setTimeout(() => {
      waiting.delete(one);
      one.go();
    }, one.ms);
  }

  function stopAll(): void {
    for (const stop of stoppable) stop();
  }

  async function working<T>(work: () => Promise<T>): Promise<T> {
    busy += 1;
    waiting.forEach(wait);
    try {
      return await work();
    } finally {
      busy -= 1;
      waiting.forEach(wait);
    }
  }

  function begin(): void {
    asking += 1;
    if (asking > 1) return;
    stopAll();
    stopping = setInterval(stopAll, stopAgain);
  }
  function end(): void {
    asking -= 1;
    calmFrom = Math.max(calmFrom, performance.now() + moment);
    if (asking > 0) return;
    clearInterval(stopping);
    for (const look of held) look();
  }

  function readAhead(): void {
    const now = performance.now();
    if (now - lastAhead < scrolling) calmFrom = Math.max(calmFrom, now + afterScrolling);
    lastAhead = now;
  }

  /** Settles a moment after the last question; or when it is too late to wait, or this is wanted at once. */
  function pause(until: number, isWantedNow: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const look = () => {
        clearTimeout(timer);
        const now = performance.now();
        const calm = asking > 0 ? until : calmFrom;
        const left = Math.min(calm, until) - now;
        if (left > 0 && !isWantedNow()) {
          timer = setTimeout(look, left);
          return;
        }
        held.delete(look);
        resolve();
      };
      held.add(look);
      look();
    });
  }

  return {
    /** Something that a person waits for, or will if they go on as now (`ahead`). */
    during: <T>(work: () => Promise<T>, how: 'now' | 'ahead' = 'now'): Promise<T> =>
      working(async () => {
        if (how === 'ahead') readAhead();
        begin();
        try {
          return await work();
        } finally {
          end();
        }
      }),
    /** Work that nobody waits for at this moment; its statements are asked by `gently`. */
    behind: working,
    async gently<T>({ ask, stop, wasStopped, isWantedNow = () => false }: Background<T>): Promise<T> {
      const until = performance.now() + patience;
      for (;;) {
        await pause(until, isWantedNow);
        let told = false;
        const stopThis = () => {
          if (isWantedNow()) return;
          told = true;
          stop();
        };
        if (performance.now() < until) stoppable.add(stopThis);
        try {
          return await ask();
        } catch (thrown) {
          if (!told || !wasStopped(thrown)) throw thrown;
        } finally {
          stoppable.delete(stopThis);
        }
      }
    },
    /** Somebody has come to want what goes on in the background: it looks again whether it still has to wait. */
    hurry(): void {
      for (const look of held) look();
    },
    /** Settles when nothing has been worked on for so many ms. */
    come: (ms = moment): Promise<void> =>
      new Promise((resolve) => {
        const one: Waiting = { ms, go: resolve, timer: undefined };
        waiting.add(one);
        wait(one);
      }),
  };
}
export type Quiet = ReturnType<typeof createQuiet>;
