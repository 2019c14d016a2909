import type { ElectronApplication, Page } from '@playwright/test';

/**
 * How many times slower than this machine the tests' app shall be: `DOCKET_SLOW=6 npm run e2e -- …`. What a test takes for
 * granted between two of its steps shows then, and not on the build machine's worst day. Null: as it is.
 */
export function slowness(): number | null {
  const factor = Number(process.env['DOCKET_SLOW'] ?? '1');
  return factor > 1 ? factor : null;
}

/** The page computes so much slower, and each answer of the main process takes up to 50 ms a step longer, never the same. */
export async function slowDown(app: ElectronApplication, window: Page, factor: number): Promise<void> {
  const throttle = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: factor });
  };
  app.on('window', (page) => void throttle(page).catch(() => undefined));
  await throttle(window);
  await app.evaluate(({ ipcMain }, most) => {
    type Handler = (...args: unknown[]) => unknown;
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>;
    for (const [channel, handler] of [...handlers]) {
      handlers.set(channel, async (...args) => {
        const answer = await handler(...args);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * most));
        return answer;
      });
    }
  }, factor * 50);
}
