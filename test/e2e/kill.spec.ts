import type { ProviderId } from '../../src-preload/contract/ids.ts';
import { expect, test } from '../support/docket-test.ts';
import { ask } from '../support/kill-bridge.ts';
import { type Campaign, createCampaign, say, type Tracked } from '../support/kill-campaign.ts';
import { collectPhases, commitPhases } from '../support/kill-phases.ts';
import { type CommitPlan, campaignsFor, type Plan } from '../support/kill-plan.ts';
import { surely } from '../support/kill-wait.ts';
import { docketPages } from '../support/pages/docket-pages.ts';

const runs = Number(process.env['DOCKET_KILL_RUNS'] ?? 20);
const seed = Number(process.env['DOCKET_KILL_SEED'] ?? 1);

// biome-ignore lint/suspicious/noSkippedTests: skipped where the tree can't be read
test.skip(process.platform !== 'linux', 'the process tree is read from /proc, which only Linux has');

/** Collected and reviewed, and so ready for the last step; answers what the click sends. */
async function readyToCommit(campaign: Campaign, provider: ProviderId) {
  const tracked = await campaign.track(provider, 'small');
  const page = await campaign.page();
  await ask(page, 'retrievals.start', tracked.jobId);
  await campaign.untilCollected(tracked);
  await ask(page, 'review.mark', { jobId: tracked.jobId, remark: null });
  return tracked;
}

/** The click. Crayon's copy goes with the commit, so that it makes a call. */
async function click(campaign: Campaign, { jobId, target }: Tracked) {
  const page = await campaign.page();
  const { fingerprint } = await ask(page, 'commits.preview', jobId);
  const keepFiles = target.provider !== 'crayon';
  return () => ask(page, 'commits.commit', { jobId, fingerprint, keepFiles });
}

async function killAroundCommit(campaign: Campaign, { provider, strike }: CommitPlan): Promise<Tracked> {
  const tracked = await readyToCommit(campaign, provider);
  await campaign.strike(tracked, 'commit', strike, await click(campaign, tracked));
  return tracked;
}

async function killWhileCollecting(campaign: Campaign, plan: Plan['collects'][number]): Promise<Tracked> {
  const tracked = await campaign.track(plan.provider, 'large');
  const page = await campaign.page();
  for (const strike of plan.strikes) {
    await campaign.strike(tracked, 'collect', strike, () => ask(page, 'retrievals.start', tracked.jobId));
  }
  await campaign.untilCollected(tracked);
  return tracked;
}

/** Settled by itself; what turned out not to have happened is committed again. Once at the vendor, one receipt. */
async function expectOneCommit(campaign: Campaign, tracked: Tracked): Promise<void> {
  const { jobId, target } = tracked;
  const isSettled = async () => {
    const { commit } = await campaign.view(jobId);
    return commit.kind === 'open' || commit.kind === 'committed';
  };
  await surely(`${target.title} settled`, isSettled, 60_000);
  const settled = (await campaign.view(jobId)).commit;
  if (target.commitMatch !== null)
    expect(target.carriedOut(), `${target.title} at the vendor, ${settled.kind} here`).toBe(
      settled.kind === 'committed' ? 1 : 0,
    );
  if (settled.kind === 'open') {
    say(`        ${target.title}: nothing was done; committed again`);
    expect(await (await click(campaign, tracked))()).toMatchObject({ kind: 'committed' });
  }
  const { commit, retrieval } = await campaign.view(jobId);
  if (commit.kind !== 'committed' || retrieval.kind !== 'collected') throw new Error(JSON.stringify(commit));
  const { rows, files, bytes, fingerprint } = retrieval;
  expect(commit.receipt).toMatchObject({ jobId, rows, files, bytes, fingerprint });
  if (target.commitMatch !== null) expect(target.carriedOut()).toBe(1);
  const page = await campaign.page();
  const { entries } = await ask(page, 'history.list', { jobId, limit: 100 });
  const receipts = entries.filter(
    ({ kind, fingerprint: of }) => of !== null && /^commit(ted|-settled)$/.test(kind),
  );
  const attempts = entries.filter(({ kind }) => kind === 'commit-started').length;
  expect(receipts.length, JSON.stringify(entries)).toBeGreaterThanOrEqual(1);
  expect(receipts.length).toBeLessThanOrEqual(attempts);
}

for (const [index, plan] of campaignsFor(runs, seed).entries()) {
  const name = `${plan.kills} kills of the whole process tree lose no byte and commit nothing twice (campaign ${index + 1})`;
  test(name, async ({ docket }) => {
    test.setTimeout(120_000 + plan.kills * 15_000);
    const start = performance.now();
    say(`campaign ${index + 1}: npm run kill -- --runs ${runs} --seed ${seed}`);
    const vendors = await docket.vendors({ seed: plan.seed });
    const campaign = createCampaign(docket, vendors, plan.seed, plan.kills);
    await campaign.connect();
    const committed: Tracked[] = [];
    for (const commit of plan.commits) committed.push(await killAroundCommit(campaign, commit));
    const collected: Tracked[] = [];
    for (const collect of plan.collects) collected.push(await killWhileCollecting(campaign, collect));

    const { window } = await campaign.open();
    for (const tracked of [...collected, ...committed]) await campaign.expectWhole(tracked);
    for (const tracked of committed) await expectOneCommit(campaign, tracked);
    // What a person sees at the end.
    const pages = docketPages(window);
    const titles = await Promise.all(collected.map(async ({ jobId }) => (await campaign.view(jobId)).title));
    for (const title of titles) {
      // Exports of one kind and one period have one title.
      const alike = titles.filter((other) => other === title).length;
      await expect(pages.exports.stage(title, 'collected')).toHaveCount(alike);
    }

    expect(campaign.struck).toHaveLength(plan.kills);
    const spread = [...collectPhases, ...commitPhases].map(
      (phase) => [phase, campaign.struck.filter((one) => one.phase === phase).length] as const,
    );
    for (const [phase, times] of spread) say(`  ${String(times).padStart(3)} × ${phase}`);
    say(`campaign ${index + 1}: ${plan.kills} kills in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    const phases = spread.filter(([, times]) => times > 0).length;
    if (plan.kills >= 20) expect(phases, 'different moments that were struck').toBeGreaterThanOrEqual(7);
  });
}
