import { zoomAfter } from '../../src-preload/contract/zoom.ts';
import { updateSettings, useApp } from '../state/app-store.ts';

/** Makes everything larger or smaller by a step; main sizes the window's page. */
export function zoomBy(way: 'in' | 'out' | 'reset'): void {
  const { settings } = useApp.getState();
  if (settings !== null) void updateSettings({ zoom: zoomAfter(settings.zoom, way) });
}
