import { create } from 'zustand';
import type { ShowTarget } from '../../src-preload/contract/events.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { JobPart } from './job-part.ts';

/** Where the person is. */
export type Route =
  | { readonly screen: 'exports' }
  | { readonly screen: 'review'; readonly jobId: string }
  | { readonly screen: 'files' }
  | { readonly screen: 'history'; readonly jobId?: string }
  /** The receipt of an export, on the list or not; `from` is where Back leads. */
  | { readonly screen: 'receipt'; readonly jobId: string; readonly from: Route }
  /** `open` names the connection whose form is open; 'new' is an empty form. */
  | { readonly screen: 'connections'; readonly open?: 'new' | { readonly connectionId: string } }
  | { readonly screen: 'schedules' }
  | { readonly screen: 'settings' };

/** The one dialog that may be open. */
export type OpenDialog =
  | { readonly kind: 'commit'; readonly jobId: string }
  | { readonly kind: 'decide'; readonly jobId: string }
  | { readonly kind: 'receipt'; readonly jobId: string }
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'confirm'; readonly what: ConfirmedDeed; readonly jobId: string }
  /** `connectionId`: of whom is asked first; `repeat`: opened to set up a schedule; `scheduleId`: to change one; `anewOf`: an export whose request is the start. */
  | {
      readonly kind: 'new-export';
      readonly connectionId?: string;
      readonly repeat?: true;
      readonly scheduleId?: string;
      readonly anewOf?: string;
    };

/** What is asked about once more before it is done. */
export type ConfirmedDeed = 'cancel' | 'discard' | 'forget';

interface ViewState {
  readonly route: Route;
  readonly dialog: OpenDialog | null;
  readonly selectedJobId: string | null;
  readonly search: string;
  readonly vendor: ProviderId | null;
  /** Only what waits in this part of the work. */
  readonly part: JobPart | null;
  readonly showAllDone: boolean;
}

export const useView = create<ViewState>()(() => ({
  route: { screen: 'exports' },
  dialog: null,
  selectedJobId: null,
  search: '',
  vendor: null,
  part: null,
  showAllDone: false,
}));

/** The place in the navigation that a screen belongs to. */
export function placeOf(route: Route): Exclude<Route['screen'], 'review' | 'receipt'> {
  if (route.screen === 'receipt') return placeOf(route.from);
  return route.screen === 'review' ? 'exports' : route.screen;
}

export function goTo(route: Route): void {
  useView.setState({ route });
}

export function selectJob(jobId: string | null): void {
  useView.setState({ selectedJobId: jobId });
}

/** Brings an export into sight from anywhere: the list, with its panel open. */
export function showJob(jobId: string): void {
  useView.setState({
    route: { screen: 'exports' },
    selectedJobId: jobId,
    search: '',
    vendor: null,
    part: null,
  });
}

export function openDialog(dialog: OpenDialog): void {
  useView.setState({ dialog });
}

export function closeDialog(): void {
  useView.setState({ dialog: null });
}

/** A notification, the tray or the menu leads somewhere: what lies above goes, but not what is being typed. */
export function followTo(target: ShowTarget): void {
  const open = useView.getState().dialog;
  if (open !== null && open.kind !== 'new-export') closeDialog();
  switch (target.kind) {
    case 'show-job':
      showJob(target.jobId);
      break;
    case 'show-connection':
      goTo({ screen: 'connections', open: { connectionId: target.connectionId } });
      break;
    case 'show':
      if (target.screen === 'palette' || target.screen === 'shortcuts') {
        if (useView.getState().dialog === null) openDialog({ kind: target.screen });
      } else {
        // In a narrow window an open panel would cover the list that was asked for.
        if (target.screen === 'exports') selectJob(null);
        goTo({ screen: target.screen });
      }
  }
}

export function setSearch(search: string): void {
  useView.setState({ search });
}

export function setVendor(vendor: ProviderId | null): void {
  useView.setState({ vendor });
}

export function setPart(part: JobPart | null): void {
  useView.setState({ part });
}

/** The whole list again. */
export function clearFilters(): void {
  useView.setState({ search: '', vendor: null, part: null });
}

export function showAllDone(): void {
  useView.setState({ showAllDone: true });
}
