/** Nothing has the focus: what held it has gone. */
export const focusIsLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;
