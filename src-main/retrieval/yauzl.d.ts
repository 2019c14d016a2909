/** The part of yauzl 3 that Docket uses; the package carries no types. https://github.com/thejoshwolfe/yauzl */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    /** 0: stored, 8: deflated. */
    readonly compressionMethod: number;
    readonly crc32: number;
    isEncrypted(): boolean;
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry, options?: { readonly decodeFileData: false }): Promise<Readable>;
    close(): void;
  }

  export class RandomAccessReader {
    /** `end` is the byte after the last. */
    _readStreamForRange(start: number, end: number): Readable;
    read(
      buffer: Uint8Array,
      offset: number,
      length: number,
      position: number,
      callback: (error: unknown) => void,
    ): void;
  }

  export function fromRandomAccessReaderPromise(
    reader: RandomAccessReader,
    totalSize: number,
    options: {
      readonly autoClose: boolean;
      readonly lazyEntries: boolean;
      readonly validateEntrySizes: boolean;
    },
  ): Promise<ZipFile>;

  export function fromBufferPromise(
    buffer: Buffer,
    options: { readonly autoClose: boolean; readonly lazyEntries: boolean },
  ): Promise<ZipFile>;
}
