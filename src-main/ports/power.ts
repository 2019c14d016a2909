/** Whether the computer is awake and online, as a port. */
export interface Power {
  isAwake(): boolean;
  isOnline(): boolean;
  /** Called after each change of either. */
  onChange(listener: () => void): () => void;
  /** Called when the computer's addresses changed (another network, a VPN): connections may be dead without a word. */
  onOtherNetwork?(listener: () => void): () => void;
}

/** Practice vendors are on this computer: they are reached without a network. */
export function canReach(power: Power, about: { readonly practice: boolean }): boolean {
  return power.isAwake() && (power.isOnline() || about.practice);
}
