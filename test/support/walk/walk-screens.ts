import { type DocketWorld, expect } from '../docket-test.ts';
import type { LaunchedDocket } from '../launch-docket.ts';
import { walkAccounts } from './accounts.ts';
import { walkAsking } from './asking.ts';
import { walkFirstDay } from './first-day.ts';
import { walkHouse } from './house.ts';
import { type Look, type LookAt, looksOf } from './looks.ts';
import { walkProof } from './proof.ts';
import { walkReview } from './review.ts';
import { walkLostCommits, walkTrouble } from './trouble.ts';
import { type Walk, walkWith } from './walk.ts';

const walks = {
  async desk(walk: Walk) {
    await walkFirstDay(walk);
    await walkAccounts(walk);
    await walkProof(walk);
    const { steps, vendors } = walk;
    const ids = {
      mytracker: await steps.connect(vendors, 'mytracker'),
      mypreferences: await steps.connect(vendors, 'mypreferences'),
    };
    await steps.connect(vendors, 'crayon');
    await walkAsking(walk);
    await walkTrouble(walk, ids);
    await walkLostCommits(walk, ids);
    await walkHouse(walk, 'Preferences');
  },
  review: walkReview,
} as const;

/** Starts Docket and walks through all that it shows; each screen, dialog and state of the table is looked at. */
export async function walkScreens(
  which: keyof typeof walks,
  world: DocketWorld,
  docket: LaunchedDocket,
  look: LookAt,
): Promise<void> {
  const seen = new Set<Look>();
  const walk = walkWith(docket, await world.vendors(), world.documents, async (where) => {
    seen.add(where);
    await look(where);
  });
  await walks[which](walk);
  expect([...seen].sort()).toEqual([...looksOf(which)].sort());
}
