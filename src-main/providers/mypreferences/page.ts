import { z } from 'zod';
import { Failure } from '../../ports/failure.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { lowerKeys } from '../http/lower-keys.ts';
import { parseJsonExact } from '../http/parse-json-exact.ts';
import type { RecordPage } from '../provider.ts';

const count = z.number().int().nonnegative();

/** What stands around the records, keys in lower case: the vendor's v3 samples mix `HasMore` with `hasmore`. */
const envelopeSchema = z.preprocess(
  lowerKeys,
  z.object({
    count: count.nullish(),
    hasmore: z.boolean(),
    offset: count.nullish(),
    totalresults: count.nullish(),
  }),
);

/** Profiles in v4, flat preferences in v3. */
const recordKeys = ['UserProfilePreferences', 'Preferences'];

/**
 * One page of data. Whether it continues the one before is for the collector to judge; here it has to be whole in itself.
 * @throws Failure `answer-malformed` when it isn't.
 */
export function readPage(answer: HttpAnswer): RecordPage {
  const { envelope, records } = parseJsonExact(answer, recordKeys);
  const parsed = envelopeSchema.safeParse(envelope);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new Failure('answer-malformed', { detail: place === '' ? 'the page' : place });
  }
  const page = parsed.data;
  // An empty page may come without its array; one that counts records may not.
  if (records === null && page.count !== 0) throw new Failure('answer-malformed', { detail: 'no records' });
  const texts = records ?? [];
  // "Actual number of records returned in this response": another number means that some were lost on the way.
  if (typeof page.count === 'number' && page.count !== texts.length) {
    throw new Failure('answer-malformed', { detail: `Count ${page.count}, records ${texts.length}` });
  }
  if (texts.some((text) => !text.startsWith('{'))) {
    throw new Failure('answer-malformed', { detail: 'a record is not an object' });
  }
  return {
    records: texts,
    count: texts.length,
    hasMore: page.hasmore,
    offset: page.offset ?? null,
    totalResults: page.totalresults ?? null,
    ...(answer.slowed === true ? { slowed: true } : {}),
  };
}
