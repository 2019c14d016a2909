import type { Job } from '../../../../src-main/jobs/job.ts';
import { exportOf } from '../oracle/whose-export.ts';
import type { World } from '../the-world.ts';
import type { Ends } from './ends.ts';
import { broke, type Person } from './person.ts';

const minute = 60_000;
const mostRounds = 70;

/**
 * After the troubles: a person who does nothing but press each row's one button must bring every export to its end within
 * bounded time.
 */
export interface Healer {
  start(): void;
  readonly done: boolean;
}

export function createHealer(world: World, person: Person, ends: Ends): Healer {
  const { queue, history } = world;
  let done = false;
  let rounds = 0;

  async function round() {
    ends.ensureRunning();
    const jobs = world.life?.rooms.book.all() ?? [];
    const open = jobs.flatMap((job) => {
      const why = whatIsLeft(world, job);
      return why === null ? [] : [{ job, why }];
    });
    if (open.length === 0) {
      history.note('world', `all ${jobs.length} exports have come to their end`);
      done = true;
      return;
    }
    rounds += 1;
    const [first] = open;
    if (rounds > mostRounds && first !== undefined) {
      world.violated(`${first.job.provider} ${first.job.id} never comes to its end: ${first.why}`);
      return;
    }
    for (const { job } of open) {
      const now = world.life?.rooms.book.find(job.id);
      if (now !== undefined && now !== null) await person.nextStep(now);
    }
  }

  function next() {
    // Quick at first; seldom later, so that what waits for the vendor's own time has it.
    queue.after(rounds < 30 ? minute / 4 : 10 * minute, 'healer', () => {
      round().catch((error: unknown) => broke(world, error));
      if (!done) next();
    });
  }

  return {
    start: next,
    get done() {
      return done;
    },
  };
}

/** Why an export hasn't come to its end yet; null when it has. */
function whatIsLeft(world: World, job: Job): string | null {
  const { life, stores } = world;
  if (life === null) return 'Docket is not running';
  const view = life.rooms.book.view(job);
  const where = `stage ${view.stage}, next step ${view.nextStep}`;
  if (view.stage === 'committed') return null;
  // Without its connection nobody can be asked: the person's own doing.
  if (!(stores.get('connections') ?? '').includes(`"${job.connectionId}"`)) return null;
  const found = exportOf(world, job);
  if (found === null) return `${where}, and its reference is lost`;
  const { held } = found;
  const about = `${where}; at the vendor ${held.state} by ${held.endedBy}`;
  const atRest =
    !['preparing', 'collecting', 'checking', 'committing'].includes(view.stage) && view.nextStep !== 'wait';
  const ended = held.state !== 'ready' && held.state !== 'preparing';
  if (!ended || !atRest) return about;
  // Nothing is left to be had. That must have been the vendor's doing, or the person's wish to cancel.
  if (held.endedBy === 'us' && held.state !== 'cancelled') return about;
  return null;
}
