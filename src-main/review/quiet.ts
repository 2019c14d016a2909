/** A person who looks at rows asks again and again; so long nothing else begins. */
const moment = 300;

/** Knows when nobody asks anything: then there is time for what makes later questions cheaper. */
export function createQuiet() {
  let busy = 0;
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];

  function rest(): void {
    clearTimeout(timer);
    if (busy > 0 || waiting.length === 0) return;
    timer = setTimeout(() => {
      const all = waiting;
      waiting = [];
      for (const go of all) go();
    }, moment);
  }

  return {
    async during<T>(work: () => Promise<T>): Promise<T> {
      busy += 1;
      clearTimeout(timer);
      try {
        return await work();
      } finally {
        busy -= 1;
        rest();
      }
    },
    /** Settles when nothing has been worked on for a moment. */
    come: (): Promise<void> =>
      new Promise((resolve) => {
        waiting.push(resolve);
        rest();
      }),
  };
}
export type Quiet = ReturnType<typeof createQuiet>;
