import { create } from 'zustand';
import type { ProviderId } from '../../src-preload/contract/ids.ts';

/** Where the person is. */
export type Route =
  | { readonly screen: 'exports' }
  | { readonly screen: 'review'; readonly jobId: string }
  | { readonly screen: 'history'; readonly jobId?: string }
  /** `open` names the connection whose form is open; 'new' is an empty form. */
  | { readonly screen: 'connections'; readonly open?: 'new' | { readonly connectionId: string } }
  | { readonly screen: 'settings' };

/** The one dialog that may be open. */
export type OpenDialog =
  | { readonly kind: 'commit'; readonly jobId: string }
  | { readonly kind: 'decide'; readonly jobId: string }
  | { readonly kind: 'receipt'; readonly jobId: string }
  | { readonly kind: 'confirm'; readonly what: ConfirmedDeed; readonly jobId: string }
  | { readonly kind: 'new-export' };

/** What is asked about once more before it is done. */
export type ConfirmedDeed = 'cancel' | 'discard' | 'forget';

interface ViewState {
  readonly route: Route;
  readonly dialog: OpenDialog | null;
  readonly selectedJobId: string | null;
  readonly search: string;
  readonly vendor: ProviderId | null;
  readonly showAllDone: boolean;
}

export const useView = create<ViewState>()(() => ({
  route: { screen: 'exports' },
  dialog: null,
  selectedJobId: null,
  search: '',
  vendor: null,
  showAllDone: false,
}));

export function goTo(route: Route): void {
  useView.setState({ route });
}

export function selectJob(jobId: string | null): void {
  useView.setState({ selectedJobId: jobId });
}

/** Brings an export into sight from anywhere: the list, with its panel open. */
export function showJob(jobId: string): void {
  useView.setState({ route: { screen: 'exports' }, selectedJobId: jobId, search: '', vendor: null });
}

export function openDialog(dialog: OpenDialog): void {
  useView.setState({ dialog });
}

export function closeDialog(): void {
  useView.setState({ dialog: null });
}

export function setSearch(search: string): void {
  useView.setState({ search });
}

export function setVendor(vendor: ProviderId | null): void {
  useView.setState({ vendor });
}

export function showAllDone(): void {
  useView.setState({ showAllDone: true });
}
