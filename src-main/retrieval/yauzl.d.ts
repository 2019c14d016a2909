/** The part of yauzl 3 that Docket uses; the package carries no types. https://github.com/thejoshwolfe/yauzl */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly crc32: number;
    isEncrypted(): boolean;
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export function openPromise(
    path: string,
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
