import type { ElectronApplication } from '@playwright/test';

/** The process behind the table dies, as when the computer runs out of memory. */
export function killReview(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ app: electron }) => {
    for (const { type, pid, name } of electron.getAppMetrics()) {
      if (type === 'Utility' && /review/i.test(name ?? '')) process.kill(pid, 'SIGKILL');
    }
  });
}

/**
 * Gives the process behind the table a tenth of its time, so that what takes a moment can be looked at; answers how to
 * end that. Needs a system with SIGSTOP.
 */
export async function slowReview(app: ElectronApplication): Promise<() => Promise<void>> {
  const pulse = await app.evaluateHandle(({ app: electron }) => {
    const send = (signal: 'SIGSTOP' | 'SIGCONT') => {
      for (const { type, pid, name } of electron.getAppMetrics()) {
        if (type === 'Utility' && /review/i.test(name ?? '')) process.kill(pid, signal);
      }
    };
    let stopping: NodeJS.Timeout | undefined;
    const going = setInterval(() => {
      send('SIGCONT');
      stopping = setTimeout(send, 6, 'SIGSTOP');
    }, 60);
    return {
      end: () => {
        clearInterval(going);
        clearTimeout(stopping);
        send('SIGCONT');
      },
    };
  });
  return () => pulse.evaluate(({ end }) => end());
}
