import type { ShowTarget } from '../../src-preload/contract/events.ts';
import type { MainWords } from '../words/en.ts';
import type { NewsKind } from './news.ts';
import { isImportant } from './news.ts';

/** One piece of news, with all that telling it takes. */
export interface News {
  readonly kind: NewsKind;
  /** Two of the same key are one; the later counts. */
  readonly key: string;
  /** The export's title, the connection's or schedule's name. */
  readonly title: string;
  /** Whose it is; '' where the title says it. */
  readonly from: string;
  readonly practice: boolean;
  /** Of a warning: when the loss comes. */
  readonly at: number | null;
  readonly target: ShowTarget;
}

/** What the system shows, and where a click on it leads. */
export interface Notification {
  readonly title: string;
  readonly body: string;
  readonly urgent: boolean;
  readonly target: ShowTarget;
}

const listed = 3;

/** All news of a moment in one notification: nobody is told five times of five exports. Null when there is none. */
export function notificationOf(
  news: readonly News[],
  say: MainWords['news'],
  now: number,
): Notification | null {
  const [first, ...others] = news;
  if (first === undefined) return null;
  const urgent = news.some(({ kind }) => isImportant(kind));
  const sameTarget = news.every(({ target }) => JSON.stringify(target) === JSON.stringify(first.target));
  const target: ShowTarget = sameTarget ? first.target : { kind: 'show', screen: 'exports' };
  const practice = news.every((one) => one.practice) ? [say.practice] : [];
  if (others.length === 0) {
    return {
      title: say.one[first.kind](first.title, first.at ?? now, now),
      body: [...practice, ...(first.from === '' ? [] : [first.from])].join(' · '),
      urgent,
      target,
    };
  }
  const groups = groupsOf(news);
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) {
    return {
      title: say.many[only.kind](only.news.length),
      body: [...practice, titles(only.news, say)].join(' · '),
      urgent,
      target,
    };
  }
  return {
    title: say.several(news.length),
    body: [
      ...practice,
      ...groups.map(({ kind, news: [one, ...rest] }) =>
        rest.length === 0 && one !== undefined
          ? say.one[kind](one.title, one.at ?? now, now)
          : say.many[kind](rest.length + 1),
      ),
    ].join('\n'),
    urgent,
    target,
  };
}

/** What harms comes first; within a kind the order of arrival stays. */
function groupsOf(
  news: readonly News[],
): readonly { readonly kind: NewsKind; readonly news: readonly News[] }[] {
  const kinds = [...new Set(news.map(({ kind }) => kind))];
  return kinds
    .sort((a, b) => Number(isImportant(b)) - Number(isImportant(a)))
    .map((kind) => ({ kind, news: news.filter((one) => one.kind === kind) }));
}

function titles(news: readonly News[], say: MainWords['news']): string {
  const shown = news.slice(0, listed).map(({ title }) => title);
  const more = news.length - shown.length;
  return [...shown, ...(more > 0 ? [say.more(more)] : [])].join(', ');
}
