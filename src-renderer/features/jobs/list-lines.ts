import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { Group, JobView } from '../../../src-preload/contract/jobs.ts';
import { doneAt, type JobList } from '../../state/job-list.ts';
import { type JobPart, partOf } from '../../state/job-part.ts';
import type { Line } from '../../ui/windowed-list.tsx';
import { day } from '../../words/time.ts';

export const rowHeight = 68;
export const groupHeight = 52;

export interface GroupLine extends Line {
  readonly kind: 'group';
  readonly group: Group;
  readonly count: number;
  /** All that are done, when only this week's are shown. */
  readonly hiddenBehind: number | null;
}

export interface JobLine extends Line {
  readonly kind: 'job';
  readonly jobId: string;
  readonly first: boolean;
  readonly last: boolean;
  /** The one row whose button stands out. */
  readonly primary: boolean;
}

export type ListLine = GroupLine | JobLine;

export interface ListQuery {
  readonly search: string;
  readonly vendor: ProviderId | null;
  readonly part: JobPart | null;
  readonly showAllDone: boolean;
  readonly now: number;
}

const groups = ['needs-you', 'on-its-way', 'done'] as const satisfies readonly Group[];

/**
 * Makes the lines of the list, again and again: a line that did not change is the same object as before, so that its
 * row isn't drawn anew when others come or go.
 */
export function lineMaker(): (list: JobList, query: ListQuery) => readonly ListLine[] {
  let held = new Map<string, ListLine>();
  return (list, query) => {
    const lines = linesOf(list, query).map((line) => {
      const before = held.get(line.key);
      return before !== undefined && sameLine(before, line) ? before : line;
    });
    held = new Map(lines.map((line) => [line.key, line]));
    return lines;
  };
}

function sameLine(a: ListLine, b: ListLine): boolean {
  if (a.kind === 'job')
    return b.kind === 'job' && a.first === b.first && a.last === b.last && a.primary === b.primary;
  return b.kind === 'group' && a.count === b.count && a.hiddenBehind === b.hiddenBehind;
}

/** The list as it is drawn: groups with their rows; while searching, all that match. */
export function linesOf({ byId, order }: JobList, query: ListQuery): readonly ListLine[] {
  const wanted = wordsOf(query.search);
  const filtering = wanted.length > 0 || query.vendor !== null || query.part !== null;
  const lines: ListLine[] = [];
  let primaryGiven: boolean = false;
  for (const group of groups) {
    const all = filtering
      ? order[group].filter((id) => {
          const job = byId.get(id);
          return job !== undefined && matches(job, wanted, query);
        })
      : order[group];
    if (all.length === 0) continue;
    const shown = group === 'done' && !filtering && !query.showAllDone ? thisWeek(all, byId, query.now) : all;
    lines.push({
      kind: 'group',
      key: `group:${group}`,
      height: groupHeight,
      stop: false,
      group,
      count: shown.length,
      hiddenBehind: shown.length < all.length ? all.length : null,
    });
    for (const [index, jobId] of shown.entries()) {
      const primary: boolean = group === 'needs-you' && !primaryGiven;
      primaryGiven ||= primary;
      lines.push({
        kind: 'job',
        key: jobId,
        height: rowHeight,
        stop: true,
        jobId,
        first: index === 0,
        last: index === shown.length - 1,
        primary,
      });
    }
  }
  return lines;
}

/** Done ones are in order, newest first: everything up to the first that is older than a week. */
function thisWeek(ids: readonly string[], byId: JobList['byId'], now: number): readonly string[] {
  const end = ids.findIndex((id) => {
    const job = byId.get(id);
    return job !== undefined && doneAt(job) < now - 7 * day;
  });
  return end === -1 ? ids : ids.slice(0, end);
}

function wordsOf(search: string): readonly string[] {
  return plainText(search).split(/\s+/).filter(Boolean);
}

function matches(job: JobView, wanted: readonly string[], { vendor, part }: ListQuery): boolean {
  if (part !== null && partOf(job) !== part) return false;
  if (vendor !== null && job.provider !== vendor) return false;
  if (wanted.length === 0) return true;
  const text = plainText(`${job.title} ${job.connectionName} ${job.provider} ${job.reference}`);
  return wanted.every((word) => text.includes(word));
}

/** Without case or accents: "Março" is found by "marco". */
function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
