import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from '../support/docket-test.ts';

/** `npm run tour` empties it first. */
const album = fileURLToPath(new URL('../../out/tour', import.meta.url));

const themes = ['light', 'dark'] as const;

/** Says what is seen, and takes its picture in light and in dark. `wait`: until what is said in passing has gone. */
export type TakePicture = (name: string, said: string, how?: { readonly wait?: boolean }) => Promise<void>;

export interface Album {
  /** Above `light` and `dark`; none for the English tour. */
  readonly folder?: string;
  /** The number before the first: each test of the tour has a range of its own. */
  readonly after?: number;
}

export function pictures(window: Page, { folder = '', after = 0 }: Album = {}): TakePicture {
  let taken = after;
  return async (name, said, { wait = true } = {}) => {
    taken += 1;
    const number = String(taken).padStart(2, '0');
    if (wait) await expect(window.locator('.fui-Toast')).toHaveCount(0, { timeout: 30_000 });
    for (const theme of themes) {
      await window.emulateMedia({ colorScheme: theme });
      // The page repaints in the frame after it has heard of the change.
      await window.evaluate(
        () => new Promise<void>((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen()))),
      );
      const place = path.join(album, folder, theme);
      await mkdir(place, { recursive: true });
      await window.screenshot({
        path: path.join(place, `${number}-${name}.png`),
        animations: 'disabled',
        timeout: 60_000,
      });
    }
    console.log(`  ${folder === '' ? '' : `${folder} `}${number} ${said}`);
  };
}

/** A screen of so many pixels at this zoom. (What is really zoomed comes out cut in a screenshot.) */
export async function seenAs(window: Page, width: number, height: number, zoom: number): Promise<void> {
  const session = await window.context().newCDPSession(window);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: width / zoom,
    height: height / zoom,
    deviceScaleFactor: zoom,
    mobile: false,
  });
}
