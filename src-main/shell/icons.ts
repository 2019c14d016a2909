import path from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { TrayInk } from './tray-ink.ts';

/** The bitmaps that the build draws from resources/icon.svg. Missing ones are empty images: no icon, no failure. */
export function createIcons(outFolder: string) {
  const at = (name: string) => path.join(outFolder, 'icons', name);
  return {
    window: (): NativeImage =>
      nativeImage.createFromPath(at(process.platform === 'win32' ? 'icon.ico' : 'icon-256.png')),
    /** `waiting`: with a dot, for something needs the person. `@2x` beside it is found by its name. */
    tray(ink: TrayInk, waiting: boolean): NativeImage {
      const colour = ink === 'white' ? 'white' : 'black';
      const points = process.platform === 'linux' ? 22 : 16;
      const image = nativeImage.createFromPath(at(`tray-${colour}${waiting ? '-dot' : ''}-${points}.png`));
      if (ink === 'template') image.setTemplateImage(true);
      return image;
    },
    badge: (): NativeImage => nativeImage.createFromPath(at('badge.png')),
  };
}
export type Icons = ReturnType<typeof createIcons>;
