import type { z } from 'zod';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { Failure } from '../ports/failure.ts';
import type { KeyValueFile } from './key-value-file.ts';

/**
 * Reads a file through its schema. What is damaged or doesn't fit is set aside, `fallback` is used, and the notice
 * says under which name the old file is kept.
 */
export function readChecked<T extends Readonly<Record<string, unknown>>>(
  file: KeyValueFile,
  schema: z.ZodType<T>,
  fallback: T,
): { readonly value: T; readonly notices: readonly DocketError[] } {
  try {
    const stored = file.read();
    if (stored === undefined) return { value: fallback, notices: [] };
    const parsed = schema.safeParse(stored);
    if (parsed.success) return { value: parsed.data, notices: [] };
  } catch {
    // Not readable as JSON: handled like one that doesn't fit.
  }
  return { value: fallback, notices: [setAside(file)] };
}

/** Sets the file aside and tells where; a disk that refuses even that leaves the file where it is. */
export function setAside(file: KeyValueFile): DocketError {
  try {
    return { code: 'settings-damaged', subject: file.setAside() };
  } catch {
    return { code: 'settings-damaged', subject: file.name };
  }
}

/** Writes, with a disk's refusal told as a `Failure`: `disk-full`, `file-locked` or `folder-unwritable`. */
export function writeChecked(file: KeyValueFile, value: Readonly<Record<string, unknown>>): void {
  try {
    file.write(value);
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code;
    const code =
      reason === 'ENOSPC' || reason === 'EDQUOT'
        ? 'disk-full'
        : reason === 'EBUSY'
          ? 'file-locked'
          : 'folder-unwritable';
    throw new Failure(code, { subject: file.name, action: { kind: 'try-again' }, cause: thrown });
  }
}
