import { z } from 'zod';
import { instantSchema } from './ids.ts';
import { languageChoiceSchema } from './languages.ts';

export const settingsSchema = z.object({
  /** Absolute path of the folder under which downloads are kept. */
  downloadsFolder: z.string().min(1).max(4000),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  language: languageChoiceSchema,
  practice: z.boolean(),
  /** How many exports are collected at once. */
  parallelTransfers: z.number().int().min(1).max(8),
  /** In percent. */
  zoom: z.number().int().min(50).max(200),
  /** Whether a letter or sign alone (`?`) is a shortcut. https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts */
  characterKeys: z.boolean(),
  /** What is told while the window isn't looked at. */
  notifications: z.enum(['all', 'important', 'none']),
  /** No notification before this instant. */
  quietUntil: instantSchema.nullable(),
  /** The icon beside the system's clock. */
  tray: z.boolean(),
  /** Closing the window leaves Docket at work, in the tray. */
  staysInTray: z.boolean(),
  startsAtLogIn: z.boolean(),
  /**
   * Megabytes that an open table may take before it goes to disk, by configuration only (settings.json); by the
   * computer's memory when absent. Takes effect at the next start.
   */
  reviewMemory: z.number().int().min(128).max(65_536).optional(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsPatchSchema = z
  .object({
    theme: settingsSchema.shape.theme,
    language: settingsSchema.shape.language,
    parallelTransfers: settingsSchema.shape.parallelTransfers,
    zoom: settingsSchema.shape.zoom,
    characterKeys: settingsSchema.shape.characterKeys,
    notifications: settingsSchema.shape.notifications,
    quietUntil: settingsSchema.shape.quietUntil,
    tray: settingsSchema.shape.tray,
    staysInTray: settingsSchema.shape.staysInTray,
    startsAtLogIn: settingsSchema.shape.startsAtLogIn,
  })
  .partial();
export type SettingsPatch = Readonly<z.infer<typeof settingsPatchSchema>>;
