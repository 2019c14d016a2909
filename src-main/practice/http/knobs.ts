/** Behaviour that a test turns while a vendor runs. */
export interface KnobBoard<Knobs extends object> {
  readonly knobs: Readonly<Knobs>;
  set(patch: Partial<Knobs>): void;
  /** Back to how the vendor started. */
  resetKnobs(): void;
}

export function createKnobs<Knobs extends object>(start: Knobs): KnobBoard<Knobs> {
  let current = start;
  return {
    get knobs() {
      return current;
    },
    set(patch) {
      current = { ...current, ...patch };
    },
    resetKnobs() {
      current = start;
    },
  };
}
