/**
 * A small JSON file that is replaced as a whole, as a port: electron-store in the app. Calls are synchronous, and a
 * crash leaves the old or the new file, never half of one.
 */
export interface KeyValueFile {
  /** The file's own name, as a person sees it. */
  readonly name: string;
  /** Undefined when there is no file yet. Throws when it can't be read or is not a JSON object. */
  read(): unknown;
  write(value: Readonly<Record<string, unknown>>): void;
  /** Copies the file as it is to `<name>.corrupt-<date>.json` beside it, for a person to look at; answers that name. */
  setAside(): string;
}

/** `settings.json` → `settings.corrupt-2026-11-21T09-14-00-000Z.json`. */
export function corruptNameOf(name: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const dot = name.lastIndexOf('.');
  return dot < 0 ? `${name}.corrupt-${stamp}` : `${name.slice(0, dot)}.corrupt-${stamp}${name.slice(dot)}`;
}
