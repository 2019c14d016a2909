/** The memory of pieces that are on their way to the disk and their check, shared by all transfers. */
export interface PieceRoom {
  /** Whether so many bytes more would still be within bounds. */
  has(bytes: number): boolean;
  take(bytes: number): void;
  giveBack(bytes: number): void;
}

/** What a fast network brings while the disk is busy with itself. */
const mostHeld = 16 * 1024 * 1024;

/**
 * However many transfers run, no more than this and one piece of each, which a transfer that holds none may always take:
 * so that none waits for another one's disk.
 */
export function createPieceRoom(most = mostHeld): PieceRoom {
  let held = 0;
  return {
    has: (bytes) => held + bytes <= most,
    take(bytes) {
      held += bytes;
    },
    giveBack(bytes) {
      held -= bytes;
    },
  };
}
