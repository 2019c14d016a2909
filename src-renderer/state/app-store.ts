import { create } from 'zustand';
import type { AppInfo } from '../../src-preload/contract/app-info.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { LanguageChoice } from '../../src-preload/contract/languages.ts';
import type { Settings, SettingsPatch } from '../../src-preload/contract/settings.ts';
import { setLocale } from '../words/locale.ts';
import { ask, docket } from './docket.ts';
import { tellError } from './messages.ts';
import { comeBackTo } from './return-place.ts';

interface AppState {
  readonly info: AppInfo | null;
  readonly settings: Settings | null;
  /** What the person must be told, until put away. */
  readonly notices: readonly DocketError[];
  readonly practiceChanging: boolean;
}

export const useApp = create<AppState>()(() => ({
  info: null,
  settings: null,
  notices: [],
  practiceChanging: false,
}));

function setInfo(info: AppInfo): void {
  setLocale({ locale: info.locale });
  useApp.setState({ info });
}

export async function loadInfo(): Promise<void> {
  const answer = await ask(docket().app.info());
  if (!answer.ok) return addNotice(answer.error);
  setInfo(answer.value);
  useApp.setState({ notices: answer.value.notices });
}

export async function loadSettings(): Promise<void> {
  const answer = await ask(docket().settings.get());
  if (answer.ok) useApp.setState({ settings: answer.value });
  else addNotice(answer.error);
}

/** Shows the new value once main has stored it; an error is told and the old value stays. */
export async function updateSettings(patch: SettingsPatch): Promise<void> {
  const answer = await ask(docket().settings.update(patch));
  if (answer.ok) useApp.setState({ settings: answer.value });
  else tellError(answer.error);
}

/** The page is made in one language: another one comes with a new load, which brings the person back to the settings. */
export async function chooseLanguage(language: LanguageChoice): Promise<void> {
  const answer = await ask(docket().settings.update({ language }));
  if (!answer.ok) return tellError(answer.error);
  comeBackTo('settings');
  location.reload();
}

export async function chooseDownloadsFolder(): Promise<void> {
  const answer = await ask(docket().settings.chooseFolder());
  if (answer.ok) useApp.setState({ settings: answer.value });
  else if (answer.error.code !== 'cancelled') tellError(answer.error);
}

/** Starts or stops the practice vendors. Returns whether it came to pass. */
export async function setPractice(on: boolean): Promise<boolean> {
  if (useApp.getState().practiceChanging) return false;
  useApp.setState({ practiceChanging: true });
  const answer = await ask(docket().app.practice(on));
  useApp.setState({ practiceChanging: false });
  if (answer.ok) setInfo(answer.value);
  else tellError(answer.error);
  return answer.ok;
}

export function setOnline(online: boolean): void {
  useApp.setState((state) => (state.info === null ? state : { info: { ...state.info, online } }));
}

export function practiceTurned(on: boolean): void {
  useApp.setState((state) => (state.info === null ? state : { info: { ...state.info, practice: on } }));
}

export function addNotice(error: DocketError): void {
  useApp.setState((state) => ({
    notices: [...state.notices.filter((notice) => notice.code !== error.code), error],
  }));
}

export function putNoticeAway(notice: DocketError): void {
  useApp.setState((state) => ({ notices: state.notices.filter((other) => other !== notice) }));
}
