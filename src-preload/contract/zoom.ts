/** How large everything is, in percent: what the menu, the keys and the settings offer. */
export const zoomSteps: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

/** The next larger or smaller step, or the usual size. */
export function zoomAfter(zoom: number, way: 'in' | 'out' | 'reset'): number {
  if (way === 'reset') return 100;
  return way === 'in'
    ? (zoomSteps.find((step) => step > zoom) ?? Math.max(zoom, 200))
    : (zoomSteps.findLast((step) => step < zoom) ?? Math.min(zoom, 80));
}
