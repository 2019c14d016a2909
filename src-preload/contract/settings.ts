import { z } from 'zod';

export const settingsSchema = z.object({
  /** Absolute path of the folder under which downloads are kept. */
  downloadsFolder: z.string().min(1).max(4000),
  theme: z.enum(['system', 'light', 'dark']),
  practice: z.boolean(),
  /** How many exports are collected at once. */
  parallelTransfers: z.number().int().min(1).max(8),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsPatchSchema = z
  .object({ theme: settingsSchema.shape.theme, parallelTransfers: settingsSchema.shape.parallelTransfers })
  .partial();
export type SettingsPatch = Readonly<z.infer<typeof settingsPatchSchema>>;
