import type { LaunchedDocket } from './launch-docket.ts';
import { quitDialog } from './pages/quit-dialog.ts';

/** Wants to quit, as the menu does; the app asks or ends. */
export async function wantToQuit(docket: LaunchedDocket): Promise<void> {
  // The connection to an app that ends at once breaks before it answers.
  await docket.app.evaluate(({ app }) => setImmediate(() => app.quit())).catch(() => undefined);
}

/** The exit code, once the app has ended; null when a signal killed it. */
export function exitCode(docket: LaunchedDocket): Promise<number | null> {
  const child = docket.app.process();
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Quits in spite of what is under way, as a person does. */
export async function quitDocket(docket: LaunchedDocket): Promise<number | null> {
  const code = exitCode(docket);
  await wantToQuit(docket);
  await quitDialog(docket.window).quit.click();
  return code;
}
