// What runs inside of the window's page: Playwright carries the text of these functions there, so that each has all that
// it needs within itself.

/**
 * From the next event of this kind to the frame after the one in which every row in sight holds text; ms. A place waits
 * for the row of the file with that number (from 0) to be among them. The answer is kept until `settledStopwatch` asks for it.
 */
export function startStopwatch({
  event,
  place,
}: {
  readonly event: 'click' | 'keydown';
  readonly place: number | null;
}): void {
  const isShown = () => {
    const body = document.querySelector('.docket-body');
    if (body === null) return false;
    const { top, bottom } = body.getBoundingClientRect();
    const inSight = [...body.querySelectorAll('[role="row"][data-row]')].filter((row) => {
      const at = row.getBoundingClientRect();
      return at.height > 0 && at.bottom > top + 1 && at.top < bottom - 1;
    });
    const first = inSight.filter((row) => row.querySelector('[data-column="0"]') !== null);
    return (
      first.length > 0 &&
      first.every((row) => row.querySelector('[data-column="0"]')?.textContent?.trim() !== '') &&
      (place === null ||
        first.some(
          (row) =>
            row.querySelector('[role="rowheader"]')?.textContent?.replace(/\D/g, '') === String(place + 1),
        ))
    );
  };
  const answer = new Promise<number>((resolve) => {
    const begin = (happened: Event) => {
      if (happened instanceof KeyboardEvent && happened.key !== 'Enter') return;
      document.removeEventListener(event, begin, true);
      const started = happened.timeStamp;
      const look = () => {
        if (isShown()) requestAnimationFrame(() => resolve(performance.now() - started));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    document.addEventListener(event, begin, true);
  });
  Reflect.set(globalThis, 'benchStopwatch', answer);
}

export function settledStopwatch(): Promise<number> {
  return Reflect.get(globalThis, 'benchStopwatch');
}

/** Begins to note the time of every frame. */
export function startFrames(): void {
  const frames: number[] = [];
  let on = true;
  const note = (at: number) => {
    frames.push(at);
    if (on) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  Reflect.set(globalThis, 'benchFrames', () => {
    on = false;
    return frames;
  });
}

/** The times between the frames since then, ms. */
export function framesSince(): readonly number[] {
  const stop: () => readonly number[] = Reflect.get(globalThis, 'benchFrames');
  const at = stop();
  return at.slice(1).map((time, index) => time - (at[index] ?? time));
}

/** The times between frames while nothing but one small thing moves, ms: the most that this machine can show at all. */
export async function framesOfLittle(ms: number): Promise<readonly number[]> {
  const thing = document.createElement('div');
  Object.assign(thing.style, {
    position: 'fixed',
    top: '0',
    width: '40px',
    height: '40px',
    background: 'teal',
  });
  document.body.append(thing);
  const frames: number[] = [];
  await new Promise<void>((resolve) => {
    const step = (at: number) => {
      frames.push(at);
      thing.style.left = `${frames.length % 400}px`;
      if (at - (frames[0] ?? at) < ms) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
  thing.remove();
  return frames.slice(1).map((time, index) => time - (frames[index] ?? time));
}
