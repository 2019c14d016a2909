import type { Job } from '../../../../src-main/jobs/job.ts';
import type { CallName, ParsedInput } from '../../../../src-preload/contract/calls.ts';
import type { Result } from '../../../../src-preload/contract/errors.ts';
import type { World } from '../the-world.ts';

/** Somebody at the window, through the same calls as the renderer's. */
export interface Person {
  /** Connects the vendors and puts the first exports on the list. */
  settleIn(): Promise<void>;
  /** Acts now and then until the world is healed. */
  start(): void;
  /** The row's one prominent button. */
  nextStep(job: Job): Promise<void>;
}

const second = 1_000;

export function createPerson(world: World): Person {
  const random = world.random.fork('person');
  const { queue, swarm, oracle, history, coverage } = world;

  async function ask<C extends CallName>(
    name: C,
    input: ParsedInput<C>,
    about = '',
  ): Promise<Result<unknown>> {
    const { life } = world;
    if (life === null) return new Promise(() => {});
    history.note('person', `${name} ${about}`);
    const result = await life.ask(name, input);
    coverage.count(result.ok ? `call: ${name}` : `refused: ${result.error.code}`);
    if (!result.ok)
      history.note('app', `${name} ${about}: ${result.error.code} ${result.error.detail ?? ''}`);
    return result;
  }
  const job = (
    name:
      | 'retrievals.start'
      | 'retrievals.pause'
      | 'retrievals.resume'
      | 'jobs.check'
      | 'jobs.cancel'
      | 'jobs.repeat'
      | 'commits.settle',
    id: string,
  ) => ask(name, id, id);

  async function commit(id: string, twice: boolean, stale: boolean): Promise<Result<unknown>> {
    const preview = await ask('commits.preview', id, id);
    if (!preview.ok || world.life === null) return preview;
    const held = world.life.rooms.book.find(id)?.retrieval;
    if (held?.kind !== 'collected') return preview;
    const fingerprint = stale ? 'f'.repeat(64) : held.fingerprint;
    const wish = () => {
      if (!stale) oracle.asked.commits.push({ jobId: id, fingerprint, used: false });
      return ask('commits.commit', { jobId: id, fingerprint, keepFiles: random.chance(0.5) }, id);
    };
    if (!twice) return wish();
    const [first] = await Promise.all([wish(), wish()]);
    return first;
  }
  async function discard(id: string) {
    oracle.asked.discards.add(id);
    await ask('retrievals.discard', id, id);
    oracle.asked.discards.delete(id);
  }
  async function forget(id: string) {
    oracle.asked.forgets.add(id);
    const result = await ask('jobs.forget', id, id);
    if (!result.ok) oracle.asked.forgets.delete(id);
  }

  async function nextStep(one: Job): Promise<void> {
    const { life } = world;
    if (life === null) return;
    const { id } = one;
    const { nextStep: step } = life.rooms.book.view(one);
    switch (step) {
      case 'collect':
      case 'collect-again':
        await job('retrievals.start', id);
        return;
      case 'resume':
        await job('retrievals.resume', id);
        return;
      case 'review':
      case 'commit': {
        const result =
          step === 'review'
            ? await ask('review.mark', { jobId: id, remark: null }, id)
            : await commit(id, false, false);
        // The remedy that stands beside the refusal.
        if (!result.ok && result.error.action?.kind === 'collect-again') await job('retrievals.start', id);
        return;
      }
      case 'settle':
        await job('commits.settle', id);
        return;
      default:
        return;
    }
  }

  function connectionOf(provider: string): string | null {
    const all: unknown = JSON.parse(world.stores.get('connections') ?? '{"connections":[]}');
    const { connections } = all as {
      readonly connections: readonly {
        readonly id: string;
        readonly config: { readonly provider: string };
      }[];
    };
    return connections.find(({ config }) => config.provider === provider)?.id ?? null;
  }

  async function bringOntoList() {
    const vendor = random.pick(world.vendors);
    const connectionId = connectionOf(vendor.provider);
    if (connectionId === null) return;
    const ours = world.life?.rooms.book.all().length ?? 0;
    if (ours > 5) return;
    if (random.chance(0.3)) {
      await ask('jobs.start', { connectionId, request: vendor.request() }, vendor.provider);
      return;
    }
    const { reference } = vendor.add(random.chance(0.7) ? 'ready' : 'preparing');
    // Crayon's queue is listed as it is.
    if (vendor.provider === 'crayon') await ask('connections.test', connectionId, vendor.provider);
    else await ask('jobs.track', { connectionId, reference }, vendor.provider);
  }

  async function restless(one: Job): Promise<void> {
    const { id } = one;
    switch (
      random.pick([
        'start',
        'pause',
        'pause',
        'resume',
        'discard',
        'check',
        'cancel',
        'repeat',
        'settle',
        'mark',
        'commit',
        'twice',
        'stale',
        'forget',
        'quick',
        'transfers',
      ] as const)
    ) {
      case 'start':
        await job('retrievals.start', id);
        return;
      case 'pause':
        await job('retrievals.pause', id);
        return;
      case 'resume':
        await job('retrievals.resume', id);
        return;
      case 'discard':
        if (random.chance(0.4)) await discard(id);
        return;
      case 'check':
        await job('jobs.check', id);
        return;
      case 'cancel':
        await job('jobs.cancel', id);
        return;
      case 'repeat':
        await job('jobs.repeat', id);
        return;
      case 'settle':
        await job('commits.settle', id);
        return;
      case 'mark':
        await ask('review.mark', { jobId: id, remark: 'looked at it' }, id);
        return;
      case 'commit':
        await commit(id, false, false);
        return;
      case 'twice':
        await commit(id, true, false);
        return;
      case 'stale':
        await commit(id, false, true);
        return;
      case 'forget':
        if (random.chance(0.15)) await forget(id);
        return;
      case 'quick':
        await Promise.all([
          job('retrievals.start', id),
          job('retrievals.pause', id),
          job('retrievals.start', id),
        ]);
        return;
      case 'transfers':
        await ask('settings.update', { parallelTransfers: random.between(1, 4) }, '');
    }
  }

  async function changeConnections() {
    const vendor = random.pick(world.vendors);
    const id = connectionOf(vendor.provider);
    const { secrets, ...draft } = vendor.draft();
    if (id === null) await ask('connections.save', { ...draft, secrets }, vendor.provider);
    else if (random.chance(0.7))
      await ask('connections.save', { ...draft, id, secrets: {} }, vendor.provider);
    else await ask('connections.remove', id, vendor.provider);
  }

  async function act() {
    const all = world.life?.rooms.book.all() ?? [];
    const open = all.filter((job) => job.commit.kind !== 'committed');
    if (random.chance(open.length === 0 ? 0.5 : 0.06)) return bringOntoList();
    if (swarm.has('connections') && random.chance(0.02)) return changeConnections();
    if (all.length === 0) return;
    const one = random.pick(open.length === 0 || random.chance(0.1) ? all : open);
    if (swarm.has('restless-person') && random.chance(0.3)) return restless(one);
    return nextStep(one);
  }

  return {
    nextStep,
    async settleIn() {
      for (const vendor of world.vendors) {
        if (random.chance(0.25)) continue;
        await ask('connections.save', vendor.draft(), vendor.provider);
        if (random.chance(0.7)) await bringOntoList();
      }
    },
    start() {
      const next = () =>
        queue.after(random.pick([0.3, 1, 2, 5, 10, 30]) * second * (0.5 + random.next()), 'person', () => {
          if (world.healed) return;
          if (world.life !== null && !world.life.dead) act().catch((error: unknown) => broke(world, error));
          next();
        });
      next();
    },
  };
}

export function broke(world: World, error: unknown): void {
  world.violated(`the simulation itself broke: ${error instanceof Error ? error.stack : String(error)}`);
}
