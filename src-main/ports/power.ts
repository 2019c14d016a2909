/** Whether the computer is awake and online, as a port. */
export interface Power {
  isAwake(): boolean;
  isOnline(): boolean;
  /** Called after each change of either. */
  onChange(listener: () => void): () => void;
}
