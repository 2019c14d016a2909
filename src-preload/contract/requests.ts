import { z } from 'zod';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const idList = z.array(z.string().regex(/^\d{1,20}$/)).max(1000);

/** MyPreferences initiate, by segment: `vendor page "Initiate"`. Everything but the segment is optional. */
export const myPreferencesRequestSchema = z.object({
  provider: z.literal('mypreferences'),
  segmentName: z.string().trim().min(1).max(300),
  /** ISO local time with milliseconds, e.g. `2026-01-01T00:00:00.000`. */
  lastDateTime: z.string().max(40).optional(),
  matchCriteria: z.enum(['ProfileId', 'AlternateId', 'PhoneNumber', 'EmailAddress']).optional(),
  matchType: z.string().trim().min(1).max(100).optional(),
  values: z.array(z.string().min(1).max(300)).max(10_000).optional(),
});

export const myTrackerEvents = [
  'activities',
  'adMonetization',
  'appUpdates',
  'appleSKANpostbacks',
  'customEvents',
  'deeplinks',
  'deviceAuthorisations',
  'deviceRegistrations',
  'hits',
  'installs',
  'newDevices',
  'partnerSKANpostbacks',
  'payments',
  'reengagements',
  'reinstalls',
  'sessions',
  'testPayments',
  'trialPayments',
  'newUsers',
  'userActivities',
  'userAdMonetization',
  'userAuthorisations',
  'userCustomEvents',
  'userDeeplinks',
  'userHits',
  'userPayments',
  'userReengagements',
  'userRegistrations',
  'userSessions',
  'userTrialPayments',
] as const;

/** MyTracker `export/create.json`: https://tracker.my.com/docs/api/export-api/raw/create */
export const myTrackerRequestSchema = z.object({
  provider: z.literal('mytracker'),
  event: z.enum(myTrackerEvents),
  selectors: z
    .array(z.string().regex(/^[A-Za-z][\w.]{0,60}$/))
    .min(1)
    .max(200),
  dateFrom: isoDate.optional(),
  dateTo: isoDate.optional(),
  timezone: z.string().max(60).optional(),
  /** Epoch seconds; instead of dates. */
  timestampFrom: z.number().int().optional(),
  timestampTo: z.number().int().optional(),
  availabilityTimestampFrom: z.number().int().optional(),
  availabilityTimestampTo: z.number().int().optional(),
  idApp: idList.optional(),
  SDKKey: z.array(z.string().min(1).max(100)).optional(),
  idAccount: idList.optional(),
  idProject: idList.optional(),
  idAd: idList.optional(),
  idCampaign: idList.optional(),
  idCountry: idList.optional(),
  idPartner: idList.optional(),
  idAdMediator: idList.optional(),
  idSegment: idList.optional(),
  isVerified: z.string().max(20).optional(),
  idPurchaseType: z.string().max(20).optional(),
  rooted: z.string().max(20).optional(),
  eventName: z.array(z.string().min(1).max(200)).optional(),
  eventNameInvert: z.boolean().optional(),
});

/** Crayon `exports/generate-license-report`: https://apidocs.crayon.com/scenarios/exportqueue-create */
export const crayonRequestSchema = z.object({
  provider: z.literal('crayon'),
  customerAccountId: z.number().int().positive(),
  /** ISO 8601 instants. */
  from: z.string().max(40),
  to: z.string().max(40),
  cloudAccountId: z.number().int().positive().optional(),
  invoiceProfileId: z.number().int().positive().optional(),
});

export const exportRequestSchema = z.discriminatedUnion('provider', [
  myPreferencesRequestSchema,
  myTrackerRequestSchema,
  crayonRequestSchema,
]);
export type ExportRequest = Readonly<z.infer<typeof exportRequestSchema>>;
export type RequestOf<P extends ExportRequest['provider']> = Extract<ExportRequest, { provider: P }>;
