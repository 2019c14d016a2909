import * as z from 'zod';

const isoTime = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/);

const createBodySchema = z.object({
  CustomerAccountId: z.int(),
  TimeRange: z.object({ From: isoTime, To: isoTime }),
  CloudAccountId: z.int().nullish(),
  InvoiceProfileId: z.int().nullish(),
});
export type CreateBody = z.infer<typeof createBodySchema>;

/** Reads the JSON body of generate-license-report, or names the first member that is wrong. */
export function readCreateBody(
  text: string,
): { readonly ok: true; readonly body: CreateBody } | { readonly ok: false; readonly member: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, member: '' };
  }
  const parsed = createBodySchema.safeParse(value);
  if (!parsed.success) return { ok: false, member: parsed.error.issues[0]?.path.join('.') ?? '' };
  const { From, To } = parsed.data.TimeRange;
  const ordered = Date.parse(From) <= Date.parse(To);
  return ordered ? { ok: true, body: parsed.data } : { ok: false, member: 'TimeRange' };
}
