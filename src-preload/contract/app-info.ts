import { z } from 'zod';
import { keychainStateSchema } from './connections.ts';
import { docketErrorSchema } from './errors.ts';

export const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  /** True on a runtime that is kept for evaluation and tests only. */
  runtimeOutOfSupport: z.boolean(),
  user: z.string(),
  /** Absolute path of the folder that holds the ledger, settings and connections. */
  dataFolder: z.string(),
  locale: z.string(),
  keychain: keychainStateSchema,
  practice: z.boolean(),
  online: z.boolean(),
  /** What the person must be told after start: a ledger or settings file set aside. */
  notices: z.array(docketErrorSchema).readonly(),
});
export type AppInfo = Readonly<z.infer<typeof appInfoSchema>>;
