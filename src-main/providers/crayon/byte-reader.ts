/** Reads a stream of bytes piece by piece and byte by byte, without gathering it. */
export interface ByteReader {
  /** The next byte, which stays; null at the end. */
  peek(): Promise<number | null>;
  /** The next byte; null at the end. */
  next(): Promise<number | null>;
  /**
   * What is there up to the first of the given bytes, as Latin-1 text: at most the rest of the piece that has arrived,
   * and empty when such a byte is next or the stream has ended.
   */
  run(until: readonly number[]): Promise<string>;
  close(): Promise<void>;
}

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let piece: Buffer = Buffer.alloc(0);
  let at = 0;

  async function fill(): Promise<boolean> {
    while (at >= piece.length) {
      const { done, value } = await iterator.next();
      if (done === true) return false;
      piece = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      at = 0;
    }
    return true;
  }

  return {
    async peek() {
      return (await fill()) ? (piece[at] ?? null) : null;
    },
    async next() {
      if (!(await fill())) return null;
      const byte = piece[at] ?? null;
      at += 1;
      return byte;
    },
    async run(until) {
      if (!(await fill())) return '';
      const ends = until.map((byte) => piece.indexOf(byte, at)).filter((end) => end >= 0);
      const end = Math.min(piece.length, ...ends);
      const text = piece.toString('latin1', at, end);
      at = end;
      return text;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
