import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** One place in one file, changed as the file is loaded. */
export interface Change {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A mistake put into the engine on purpose, and with it, where another check would catch it, that check taken out. */
export interface Plant extends Change {
  readonly without?: readonly Change[];
}

export function changesOf({ file, find, replace, without = [] }: Plant): readonly Change[] {
  return [{ file, find, replace }, ...without];
}

const sources = new URL('../../../../src-main/', import.meta.url).href;
const sqlite = new URL('./sqlite-door.ts', import.meta.url).href;

/**
 * Puts the simulation's door before the ledger's database, and plants a mistake. To be called before the engine is
 * imported. Throws when the place of the mistake isn't found exactly once.
 */
export function installHooks(plant: Plant | null): void {
  const changes = plant === null ? [] : changesOf(plant);
  const urlOf = ({ file }: Change) => new URL(`../../../../${file}`, import.meta.url).href;
  registerHooks({
    resolve(specifier, context, next) {
      const ours = specifier === '@photostructure/sqlite' && context.parentURL?.startsWith(sources) === true;
      return next(ours ? sqlite : specifier, context);
    },
    load(url, context, next) {
      const loaded = next(url, context);
      const here = changes.filter((change) => urlOf(change) === url);
      if (here.length === 0) return loaded;
      return { ...loaded, source: here.reduce(withChange, String(loaded.source ?? '')) };
    },
  });
}

export function withChange(source: string, { file, find, replace }: Change): string {
  const found = source.split(find).length - 1;
  if (found !== 1) throw new Error(`${file}: found ${found} times, not once: ${find}`);
  return source.replace(find, () => replace);
}

/** The text of a source file; for checking that a plant has its place without running anything. */
export function sourceOf(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../../${file}`, import.meta.url)), 'utf8');
}
