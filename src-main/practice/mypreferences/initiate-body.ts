import * as z from 'zod';
import type { Selection } from './exports.ts';

const bodySchema = z.object({
  LastDateTime: z.string().nullish(),
  MatchCriteria: z.string().nullish(),
  MatchType: z.string().nullish(),
  Values: z.array(z.union([z.string(), z.number()])).nullish(),
  CallbackURL: z.string().nullish(),
});

const criteriaNames = ['ProfileId', 'AlternateId', 'PhoneNumber', 'EmailAddress'] as const;
const alternateTypes = ['CRM', 'Loyalty'];

export type InitiateReading =
  | { readonly kind: 'fine'; readonly selection: Selection }
  /** `status` 404: the vendor answers so for a parameter in the body that it cannot find. */
  | { readonly kind: 'refused'; readonly status: 400 | 404 };

const refused = { kind: 'refused', status: 400 } as const;

/** Reads the JSON body of Initiate; every member is optional. */
export function readInitiateBody(text: string): InitiateReading {
  if (text.trim() === '')
    return { kind: 'fine', selection: { lastDateTime: null, criteria: null, values: [] } };
  const parsed = bodySchema.safeParse(parseJson(text));
  if (!parsed.success) return refused;
  const { LastDateTime, MatchCriteria, MatchType, Values, CallbackURL } = parsed.data;

  const lastDateTime = isBlank(LastDateTime) ? null : readDateTime(LastDateTime);
  if (Number.isNaN(lastDateTime)) return refused;
  if (!isBlank(CallbackURL) && !/^https?:\/\//.test(CallbackURL)) return refused;

  // The pages write both ProfileId and ProfileID.
  const criteria = isBlank(MatchCriteria)
    ? null
    : criteriaNames.find((name) => name.toLowerCase() === MatchCriteria.toLowerCase());
  if (criteria === undefined) return refused;
  const values = (Values ?? []).map(String);
  if (criteria === null && values.length > 0) return refused;
  if (criteria !== null && values.length === 0) return refused;
  if (criteria === 'AlternateId' && isBlank(MatchType)) return refused;
  if (criteria === 'AlternateId' && !alternateTypes.includes(MatchType ?? ''))
    return { kind: 'refused', status: 404 };
  return { kind: 'fine', selection: { lastDateTime, criteria, values } };
}

function isBlank(value: string | null | undefined): value is '' | null | undefined {
  return value === undefined || value === null || value === '';
}

/** Without a zone the time is read as UTC. */
function readDateTime(text: string): number {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return Number.NaN;
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
