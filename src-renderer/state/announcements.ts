import { create } from 'zustand';

interface Announcements {
  /** What is read out next; the number makes the same words news again. */
  readonly text: string;
  readonly count: number;
}

export const useAnnouncements = create<Announcements>()(() => ({ text: '', count: 0 }));

/** What comes together is read out together. */
const gathering = 400;
let waiting: string[] = [];

/** Has screen readers say it when they have finished; nothing is seen of it. */
export function announce(text: string): void {
  if (text === '') return;
  waiting.push(text);
  if (waiting.length > 1) return;
  setTimeout(() => {
    // Of a flood the last is worth hearing.
    const said = waiting.slice(-3).join(' ');
    waiting = [];
    useAnnouncements.setState(({ count }) => ({ text: said, count: count + 1 }));
  }, gathering);
}
