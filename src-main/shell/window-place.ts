import { z } from 'zod';

/** Where the window was, in device-independent pixels. */
export const windowPlaceSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});
export type WindowPlace = Readonly<z.infer<typeof windowPlaceSchema>>;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 900, height: 600 } as const;
const defaultSize = { width: 1280, height: 820 } as const;

/**
 * A place that can be seen: the remembered one when enough of its title bar lies on a screen, otherwise the middle of
 * the first screen. Never larger than the screen that holds it.
 */
export function correctPlace(saved: WindowPlace | null, screens: readonly Rectangle[]): WindowPlace {
  const first = screens[0] ?? { x: 0, y: 0, ...defaultSize };
  if (saved !== null) {
    const home = screens.find((screen) => titleBarShows(saved, screen));
    if (home !== undefined) {
      const width = clamp(saved.width, Math.min(smallestWindow.width, home.width), home.width);
      const height = clamp(saved.height, Math.min(smallestWindow.height, home.height), home.height);
      return {
        x: clamp(saved.x, home.x, home.x + home.width - width),
        y: clamp(saved.y, home.y, home.y + home.height - height),
        width,
        height,
        maximized: saved.maximized,
      };
    }
  }
  const width = Math.min(Math.max(saved?.width ?? defaultSize.width, smallestWindow.width), first.width);
  const height = Math.min(Math.max(saved?.height ?? defaultSize.height, smallestWindow.height), first.height);
  return {
    x: Math.round(first.x + (first.width - width) / 2),
    y: Math.round(first.y + (first.height - height) / 2),
    width,
    height,
    maximized: saved?.maximized ?? false,
  };
}

/** At least 100 × 30 pixels of the top edge must be within reach of the pointer. */
function titleBarShows(place: WindowPlace, screen: Rectangle): boolean {
  const across = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  return across >= 100 && place.y >= screen.y - 10 && place.y + 30 <= screen.y + screen.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
