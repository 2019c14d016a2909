import type { World } from '../the-world.ts';
import { createCommitWatch } from './commit-watch.ts';
import { createFacetWatch } from './facet-watch.ts';
import { checkCollected } from './files-watch.ts';
import type { Asked, Oracle } from './judge.ts';
import { createRequestWatch } from './request-watch.ts';
import { createSecretWatch } from './secret-watch.ts';

export function createOracle(world: () => World): Oracle {
  const asked: Asked = { commits: [], discards: new Set(), forgets: new Set(), tampered: new Set() };
  const secrets = createSecretWatch(world);
  const requests = createRequestWatch(world);
  const commits = createCommitWatch(world, asked);
  const facets = createFacetWatch(world, asked, commits);
  let dirty = true;

  function checkAllCollected(when: string) {
    const { life } = world();
    for (const job of life?.rooms.book.all() ?? []) {
      if (job.retrieval.kind === 'collected' && !asked.tampered.has(job.id))
        checkCollected(world(), job, when);
    }
  }

  return {
    asked,
    noSecret: secrets.check,
    mayRemove(path) {
      const { life } = world();
      return (life?.rooms.book.all() ?? []).some(
        (job) => asked.discards.has(job.id) && job.folder !== null && path.startsWith(`${job.folder}/`),
      );
    },
    ledgerChanged() {
      dirty = true;
    },
    onDeparture(call) {
      requests.onDeparture(call);
      commits.onDeparture(call);
    },
    onOutcome(call, outcome) {
      requests.onOutcome(call, outcome);
      commits.onOutcome(call, outcome);
    },
    afterStep() {
      if (!dirty) return;
      dirty = false;
      facets.check();
    },
    afterRestart() {
      dirty = true;
      requests.forget();
      checkAllCollected('after a restart');
    },
    atEnd() {
      facets.check();
      checkAllCollected('at the end');
      secrets.checkKept();
    },
  };
}
