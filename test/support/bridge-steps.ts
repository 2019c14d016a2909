import { expect, type Page } from '@playwright/test';
import { practiceConnections } from '../../src-main/practice/practice-connections.ts';
import type { PracticeVendors } from '../../src-main/practice/practice-vendors.ts';
import { allTitles } from '../../src-main/words/titles.ts';
import type { DocketApi } from '../../src-preload/contract/docket-api.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { Stage } from '../../src-preload/contract/jobs.ts';

declare global {
  interface Window {
    readonly docket: DocketApi;
  }
}

/** What a person does, as calls over the bridge: for tests that are about something that comes after. */
export function bridgeSteps(page: Page) {
  const steps = {
    /** Connects the vendor; answers the connection's id. */
    async connect(
      vendors: PracticeVendors,
      provider: ProviderId,
      over: { readonly pageSize?: number } = {},
    ): Promise<string> {
      const found = practiceConnections(vendors, 0, allTitles.en.practice).find(
        ({ connection }) => connection.config.provider === provider,
      );
      if (found === undefined) throw new Error(provider);
      const config = { ...found.connection.config, ...over };
      const draft = { name: `My ${provider}`, config, secrets: { ...found.secrets } };
      return page.evaluate(async (typed) => {
        const saved = await window.docket.connections.save(typed);
        if (!saved.ok) throw new Error(saved.error.code);
        return saved.value.id;
      }, draft);
    },
    /** Puts an export of a connection on the list; answers its id. */
    add: (connectionId: string, reference: string, title: string): Promise<string> =>
      page.evaluate(
        async (input) => {
          const job = await window.docket.jobs.track(input);
          if (!job.ok) throw new Error(job.error.code);
          return job.value.id;
        },
        { connectionId, reference, title },
      ),
    /** The id of an export that comes onto the list by itself. */
    async listed(title: string): Promise<string> {
      const find = () =>
        page.evaluate(async (wanted) => {
          const jobs = await window.docket.jobs.list({});
          return jobs.ok ? (jobs.value.find((job) => job.title === wanted)?.id ?? '') : '';
        }, title);
      await expect.poll(find, { timeout: 40_000 }).not.toBe('');
      return find();
    },
    /** Connects the vendor and puts an export on the list; answers its id. */
    track: async (
      vendors: PracticeVendors,
      provider: ProviderId,
      reference: string,
      title: string,
      over: { readonly pageSize?: number } = {},
    ) => steps.add(await steps.connect(vendors, provider, over), reference, title),
    check: (jobId: string) => page.evaluate((id) => window.docket.jobs.check(id), jobId),
    set: (patch: Parameters<DocketApi['settings']['update']>[0]) =>
      page.evaluate((wanted) => window.docket.settings.update(wanted), patch),
    collect: (jobId: string) => page.evaluate((id) => window.docket.retrievals.start(id), jobId),
    stage: (jobId: string): Promise<Stage | null> =>
      page.evaluate(async (id) => {
        const job = await window.docket.jobs.get(id);
        return job.ok ? job.value.stage : null;
      }, jobId),
    untilStage: (jobId: string, stage: Stage) =>
      expect.poll(() => steps.stage(jobId), { timeout: 40_000 }).toBe(stage),
    review: (jobId: string) =>
      page.evaluate((id) => window.docket.review.mark({ jobId: id, remark: null }), jobId),
    /** Sends the commit; doesn't wait for what comes of it. */
    commit: (jobId: string) =>
      page.evaluate(async (id) => {
        const preview = await window.docket.commits.preview(id);
        if (!preview.ok) throw new Error(preview.error.code);
        const { fingerprint } = preview.value;
        void window.docket.commits.commit({ jobId: id, fingerprint, keepFiles: false });
      }, jobId),
  };
  return steps;
}
