// What runs inside of the window's page: Playwright carries the text of these functions there, so that each has all that
// it needs within itself.

/** What ends a stopwatch: every row in sight holds text, and among them is the row that is waited for. */
interface Until {
  /** The row of the file with this number (from 0). */
  readonly place?: number;
  /** A row within so many of this one, by its place in what is shown. */
  readonly near?: { readonly row: number; readonly within: number };
}

/** Provides what `startStopwatch` and `startScrollBar` look with. */
export function provideLook(): void {
  const inSight = () => {
    const body = document.querySelector('.docket-body');
    if (body === null) return [];
    const { top, bottom } = body.getBoundingClientRect();
    const rows = [...body.querySelectorAll<HTMLElement>('[role="row"][data-row]')].filter((row) => {
      const at = row.getBoundingClientRect();
      return at.height > 0 && at.bottom > top + 1 && at.top < bottom - 1;
    });
    return rows.filter((row) => row.querySelector('[data-column="0"]') !== null);
  };
  const isShown = ({ place, near }: Until) => {
    const rows = inSight();
    const numbers = rows.map((row) => row.querySelector('[role="rowheader"]')?.textContent);
    return (
      rows.length > 0 &&
      rows.every((row) => row.querySelector('[data-column="0"]')?.textContent?.trim() !== '') &&
      (place === undefined || numbers.some((text) => text?.replace(/\D/g, '') === String(place + 1))) &&
      (near === undefined ||
        rows.some((row) => Math.abs(Number(row.dataset['row']) - near.row) <= near.within))
    );
  };
  /** Milliseconds from then to the frame after the one in which it is so. */
  const timeFrom = (started: number, until: Until) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (isShown(until)) requestAnimationFrame(() => resolve(performance.now() - started));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  Reflect.set(globalThis, 'benchTimeFrom', timeFrom);
}

/** From the next event of this kind to the rows on the screen; ms. The answer is kept until `settledStopwatch` asks for it. */
export function startStopwatch({
  event,
  until,
}: {
  readonly event: 'click' | 'keydown';
  readonly until: Until;
}): void {
  const timeFrom: (started: number, until: Until) => Promise<number> = Reflect.get(
    globalThis,
    'benchTimeFrom',
  );
  const answer = new Promise<number>((resolve) => {
    const begin = (happened: Event) => {
      if (happened instanceof KeyboardEvent && happened.key !== 'Enter') return;
      document.removeEventListener(event, begin, true);
      resolve(timeFrom(happened.timeStamp, until));
    };
    document.addEventListener(event, begin, true);
  });
  Reflect.set(globalThis, 'benchStopwatch', answer);
}

/** From a grasp of the scroll bar to the rows at that share of the table; ms. Nobody can know of them before. */
export function timeScrollBar({
  share,
  total,
}: {
  readonly share: number;
  readonly total: number;
}): Promise<number> {
  const timeFrom: (started: number, until: Until) => Promise<number> = Reflect.get(
    globalThis,
    'benchTimeFrom',
  );
  const grid = document.querySelector('.docket-grid');
  if (grid === null) throw new Error('there is no table');
  const started = performance.now();
  grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight);
  return timeFrom(started, { near: { row: share * total, within: total / 100 } });
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
