import type { ElectronApplication, Page } from '@playwright/test';
import type { PracticeVendors } from '../../../src-main/practice/practice-vendors.ts';
import { eventChannel } from '../../../src-preload/contract/docket-api.ts';
import type { EventPayload } from '../../../src-preload/contract/events.ts';
import { bridgeSteps } from '../bridge-steps.ts';
import type { LaunchedDocket } from '../launch-docket.ts';
import { docketPages } from '../pages/docket-pages.ts';
import type { LookAt } from './looks.ts';

/** One window, the vendors behind it, and whoever looks. */
export interface Walk {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly vendors: PracticeVendors;
  readonly pages: ReturnType<typeof docketPages>;
  readonly steps: ReturnType<typeof bridgeSteps>;
  readonly look: LookAt;
  /** The person's Documents. */
  readonly documents: string;
  /** As main says it to the window. */
  readonly tell: (news: EventPayload<'attention'>) => Promise<void>;
}

export function walkWith(
  { app, window }: LaunchedDocket,
  vendors: PracticeVendors,
  documents: string,
  look: LookAt,
): Walk {
  return {
    app,
    window,
    vendors,
    documents,
    look,
    pages: docketPages(window),
    steps: bridgeSteps(window),
    tell: (news) =>
      app.evaluate(
        ({ BrowserWindow }, [channel, payload]) =>
          BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'attention', payload),
        [eventChannel, news] as const,
      ),
  };
}
