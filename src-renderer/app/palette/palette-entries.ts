import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { Settings } from '../../../src-preload/contract/settings.ts';
import { checkAll, takeStep } from '../../features/jobs/job-deeds.ts';
import { setPractice, updateSettings, useApp } from '../../state/app-store.ts';
import type { JobList } from '../../state/job-list.ts';
import { useJobs } from '../../state/jobs-store.ts';
import { tellDone } from '../../state/messages.ts';
import { undoLast, useUndoable } from '../../state/undo-store.ts';
import { goTo, openDialog, type Route, showJob } from '../../state/view-store.ts';
import { words } from '../../words/words.ts';
import { zoomBy } from '../zoom.ts';
import type { PaletteEntry } from './rank.ts';

const say = words.palette.actions;
const ctrl = (mac: boolean) => (mac ? '⌘' : words.shortcuts.keys.ctrl);

/** All that can be gone to and done at this moment. */
export function paletteEntries(now: number): readonly PaletteEntry[] {
  const { info, settings } = useApp.getState();
  const mac = info?.platform === 'darwin';
  return [
    ...screens(mac),
    ...exportsOf(useJobs.getState().list),
    ...actions(mac, info?.practice ?? false),
    ...(settings === null ? [] : settingActions(settings, now, mac)),
  ];
}

function screens(mac: boolean): readonly PaletteEntry[] {
  const places: readonly (readonly [string, Route])[] = [
    [words.app.exports, { screen: 'exports' }],
    [words.app.files, { screen: 'files' }],
    [words.app.history, { screen: 'history' }],
    [words.app.connections, { screen: 'connections' }],
    [words.schedules.title, { screen: 'schedules' }],
    [words.app.settings, { screen: 'settings' }],
  ];
  return places.map(([label, route], index) => ({
    key: `screen ${route.screen}`,
    group: 'screens',
    label,
    keys: [ctrl(mac), String(index + 1)],
    atOnce: true,
    run: () => goTo(route),
  }));
}

/** How many of those that need the person are offered before anything is typed. */
const offered = 5;

function exportsOf({ byId, order }: JobList): readonly PaletteEntry[] {
  const jobs = [...order['needs-you'], ...order['on-its-way'], ...order.done].flatMap(
    (id) => byId.get(id) ?? [],
  );
  return jobs.flatMap((job, index) => {
    const detail = `${words.exports.stage(job)} · ${job.connectionName}`;
    const show: PaletteEntry = {
      key: `export ${job.id}`,
      group: 'exports',
      label: job.title,
      detail,
      atOnce: index < Math.min(offered, order['needs-you'].length),
      run: () => showJob(job.id),
    };
    return [show, ...stepOf(job, detail)];
  });
}

/** The one next step of what needs the person, by its verb. */
function stepOf(job: JobView, detail: string): readonly PaletteEntry[] {
  if (job.group !== 'needs-you' || job.nextStep === 'wait' || job.nextStep === 'forget') return [];
  const verb = job.nextStep === 'commit' ? words.exports.commitStep : words.exports.step(job.nextStep);
  return [
    {
      key: `step ${job.id}`,
      group: 'actions',
      label: words.palette.step(verb, job.title),
      detail,
      atOnce: false,
      run: () => {
        showJob(job.id);
        takeStep(job, job.nextStep);
      },
    },
  ];
}

function actions(mac: boolean, practice: boolean): readonly PaletteEntry[] {
  const { last } = useUndoable.getState();
  const action = (
    key: string,
    label: string,
    run: () => void,
    keys?: readonly string[],
    atOnce = true,
  ): PaletteEntry => ({
    key: `action ${key}`,
    group: 'actions',
    label,
    atOnce,
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  return [
    ...(last === null ? [] : [action('undo', say.undo(last.title), () => undoLast(), [ctrl(mac), 'Z'])]),
    action('new', say.newExport, () => openDialog({ kind: 'new-export' }), [ctrl(mac), 'N']),
    action('check', say.checkAll, () => void checkAll(), ['F5']),
    action('connect', say.connect, () => goTo({ screen: 'connections', open: 'new' }), undefined, false),
    practice
      ? action('practice', say.stopPractising, () => void setPractice(false), undefined, false)
      : action('practice', say.practise, () => void setPractice(true), undefined, false),
    action('shortcuts', say.shortcuts, () => openDialog({ kind: 'shortcuts' }), ['F1']),
  ];
}

function settingActions(settings: Settings, now: number, mac: boolean): readonly PaletteEntry[] {
  const action = (key: string, label: string, run: () => void, keys?: readonly string[]): PaletteEntry => ({
    key: `setting ${key}`,
    group: 'actions',
    label,
    atOnce: false,
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  const themes: readonly (readonly [Settings['theme'], string])[] = [
    ['light', say.light],
    ['dark', say.dark],
    ['system', say.systemColours],
    ['contrast', say.contrast],
  ];
  const quiet = settings.quietUntil !== null && settings.quietUntil > now;
  return [
    ...themes
      .filter(([theme]) => theme !== settings.theme)
      .map(([theme, label]) => action(theme, label, () => void updateSettings({ theme }))),
    action('zoom-in', say.zoomIn, () => zoomBy('in'), [ctrl(mac), '+']),
    action('zoom-out', say.zoomOut, () => zoomBy('out'), [ctrl(mac), '−']),
    action('zoom-reset', say.zoomReset, () => zoomBy('reset'), [ctrl(mac), '0']),
    quiet
      ? action('quiet', say.loud, () => void setQuiet(null))
      : action('quiet', say.quiet, () => void setQuiet(tomorrow(now))),
  ];
}

async function setQuiet(quietUntil: number | null): Promise<void> {
  await updateSettings({ quietUntil });
  tellDone(quietUntil === null ? words.palette.loudNow : words.palette.quietNow);
}

function tomorrow(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0);
}
