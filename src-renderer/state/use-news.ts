import { useEffect } from 'react';
import { docket } from './docket.ts';

export type News = 'jobs-changed' | 'connections-changed';

/** Acts after something has changed, once for what comes together. `events` is made once. */
export function useNews(events: readonly News[], act: () => Promise<void>): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const news = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void act();
      }, 300);
    };
    const ends = events.map((event) => docket().on(event, news));
    return () => {
      clearTimeout(waiting);
      for (const end of ends) end();
    };
  }, [events, act]);
}
