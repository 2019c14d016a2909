/** A person who looks at rows asks again and again; so long nothing else begins. */
const moment = 300;

interface Waiting {
  readonly ms: number;
  readonly go: () => void;
  timer: NodeJS.Timeout | undefined;
}

/** Knows when nobody asks anything: then there is time for what makes later questions cheaper. */
export function createQuiet() {
  let busy = 0;
  const waiting = new Set<Waiting>();

  function wait(one: Waiting): void {
    clearTimeout(one.timer);
    if (busy > 0) return;
    one.timer = setTimeout(() => {
      waiting.delete(one);
      one.go();
    }, one.ms);
  }

  return {
    async during<T>(work: () => Promise<T>): Promise<T> {
      busy += 1;
      waiting.forEach(wait);
      try {
        return await work();
      } finally {
        busy -= 1;
        waiting.forEach(wait);
      }
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
