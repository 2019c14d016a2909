import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A mistake put into the engine on purpose: one place in one file, changed as the file is loaded. */
export interface Plant {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const sources = new URL('../../../../src-main/', import.meta.url).href;
const sqlite = new URL('./sqlite-door.ts', import.meta.url).href;

/**
 * Puts the simulation's door before the ledger's database, and plants a mistake. To be called before the engine is
 * imported. Throws when the place of the mistake isn't found exactly once.
 */
export function installHooks(plant: Plant | null): void {
  const planted = plant === null ? null : new URL(`../../../../${plant.file}`, import.meta.url).href;
  registerHooks({
    resolve(specifier, context, next) {
      const ours = specifier === '@photostructure/sqlite' && context.parentURL?.startsWith(sources) === true;
      return next(ours ? sqlite : specifier, context);
    },
    load(url, context, next) {
      const loaded = next(url, context);
      if (plant === null || url !== planted) return loaded;
      return { ...loaded, source: withPlant(String(loaded.source ?? ''), plant) };
    },
  });
}

export function withPlant(source: string, plant: Plant): string {
  const found = source.split(plant.find).length - 1;
  if (found !== 1) throw new Error(`${plant.file}: found ${found} times, not once: ${plant.find}`);
  return source.replace(plant.find, () => plant.replace);
}

/** The text of a source file; for checking that a plant has its place without running anything. */
export function sourceOf(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../../${file}`, import.meta.url)), 'utf8');
}
