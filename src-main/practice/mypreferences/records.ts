import { between, hexDigits, pick, type Random, seededRandom } from '../seeded-random.ts';

/**
 * Profiles as JSON text, written by hand: what a test compares is the exact text, with 19-digit integers, `1.10`,
 * escapes that a parser would undo, leading zeros and uneven whitespace.
 */
export type RecordShape = 'profile' | 'preference' | 'deleted';

const firstNames = [
  'Ana',
  'Zo\\u00eb',
  'José',
  'Mary-Ann',
  'Olu',
  '\\u041c\\u0430\\u0440\\u0438\\u044f',
  'Łukasz',
  'Priya',
  'Søren',
  '美咲',
] as const;
const lastNames = [
  'Silva',
  "O'Neill",
  'van der \\"Berg\\"',
  'M\\u00fcller',
  'Nguyễn',
  'Smith\\/Jones',
  'Kowalska',
  'Okafor',
  'Đorđević',
  'Brown',
] as const;
const cities = [
  'Duluth',
  'Lyon',
  'Kraków',
  'S\\u00e3o Paulo',
  'Leeds',
  'New\\tYork',
  'Oslo',
  'Pune',
] as const;
const programs = ['101', '207', '0042', '315'] as const;
const channels = ['Phone', 'Fax', 'Text', 'Email', 'Mail'] as const;
const customerTypes = ['Retail', 'Trade', 'Partner'] as const;
const locales = ['en-US', 'en-GB', 'fr-FR', 'pl-PL', 'ja-JP'] as const;

/** 2025-01-01: the first edit of any profile; each later profile was edited some minutes after. */
const firstEdit = Date.UTC(2025, 0, 1);
const editStep = 37 * 60_000;
/** From a profile's first edit to the one that the later of two exports shows. */
const laterEdit = 300 * 86_400_000;

/** 19 digits, beyond what a JavaScript number can hold. */
export function profileId(index: number): string {
  return `481516234200${String(index + 1).padStart(7, '0')}`;
}

export function alternateId(index: number): string {
  return `A-${String(index + 1).padStart(6, '0')}`;
}

export function emailAddress(index: number): string {
  return `person${index + 1}@example.com`;
}

export function phoneNumber(index: number): string {
  return `0${String(2_025_550_000 + index)}`;
}

/** When the profile was edited last, in milliseconds since the epoch. */
export function editedAt(index: number): number {
  return firstEdit + index * editStep + (index % 10);
}

/**
 * The same people at two times, for comparing one export with the one before: `later` has a field that `earlier` lacks,
 * some last names are blank in it that were filled, and some profiles were edited in between. `only` stands alone.
 */
export type Edition = 'only' | 'earlier' | 'later';

/** The text of the record at a 0-based index. `pretty` spreads it over several lines. */
export function recordText(
  seed: number,
  shape: RecordShape,
  index: number,
  pretty: boolean,
  edition: Edition = 'only',
): string {
  const random = seededRandom('mypreferences', seed, index);
  const members =
    shape === 'profile'
      ? editionOf(profile(random, index), edition, index)
      : shape === 'preference'
        ? preference(random, index)
        : deleted(random, index);
  if (pretty) return `{\r\n  ${members.map(([key, value]) => `"${key}" : ${value}`).join(',\r\n  ')}\r\n}`;
  if (index % 7 === 3) return `{ ${members.map(([key, value]) => `"${key}": ${value}`).join(', ')} }`;
  if (index % 11 === 5) return `{\t${members.map(([key, value]) => `"${key}" :\t${value}`).join(' ,')}\t}`;
  return `{${members.map(([key, value]) => `"${key}":${value}`).join(',')}}`;
}

type Members = readonly (readonly [key: string, value: string])[];

function profile(random: Random, index: number): Members {
  const edited = new Date(editedAt(index)).toISOString().replace('Z', '');
  const opted = random() < 0.85;
  return [
    ['ProfileId', profileId(index)],
    ['IsActive', String(random() < 0.93)],
    ['Edited', `{"UserId":"import.${between(random, 1, 9)}","DateTime":"${edited}"}`],
    ['RegistrationConfirmed', String(random() < 0.7)],
    ['CustomerType', `"${pick(random, customerTypes)}"`],
    ['PreservePreferences', 'false'],
    ['CustomerName', `{"FirstName":"${pick(random, firstNames)}","LastName":"${pick(random, lastNames)}"}`],
    ['DefaultLocale', `"${pick(random, locales)}"`],
    [
      'Consents',
      `[{"ConsentId":${between(random, 1, 40)},"Given":${opted},"Version":1.10,"Evidence":"${hexDigits(random, 16)}"}]`,
    ],
    ['ProfilePreferences', `[${programPreference(random, opted)},${programPreference(random, opted)}]`],
    [
      'AlternateIds',
      `[{"Type":"CRM","Value":"${alternateId(index)}"},{"Type":"Loyalty","Value":"${String(between(random, 1, 99_999)).padStart(8, '0')}"}]`,
    ],
    [
      'Addresses',
      `[{"City":"${pick(random, cities)}","PostalCode":"0${between(random, 1000, 9999)}","Country":"US"}]`,
    ],
    ['PhoneNumbers', `[{"Number":"${phoneNumber(index)}","Type":"Mobile"}]`],
    ['Emails', `[{"Address":"${emailAddress(index)}","Type":"Home"}]`],
    ['SpendToDate', `${between(random, 0, 900)}.10`],
    ['LoyaltyScore', pick(random, ['1.10', '0.50', '1E+2', '-0', '100.00', '9223372036854775807'])],
  ];
}

function editionOf(members: Members, edition: Edition, index: number): Members {
  if (edition === 'only') return members;
  const blank = index % (edition === 'earlier' ? 96 : 8) === 3;
  const named = members.map(([key, value]): Members[number] =>
    blank && key === 'CustomerName' ? [key, value.replace(/"LastName":".*"/, '"LastName":""')] : [key, value],
  );
  if (edition === 'earlier') return named.filter(([key]) => key !== 'LoyaltyScore');
  if (index % 53 !== 7) return named;
  const edited = new Date(editedAt(index) + laterEdit).toISOString().replace('Z', '');
  return named.map(([key, value]): Members[number] => {
    if (key === 'CustomerType') return [key, value === '"Partner"' ? '"Trade"' : '"Partner"'];
    return [key, key === 'Edited' ? `{"UserId":"import.4","DateTime":"${edited}"}` : value];
  });
}

function programPreference(random: Random, opted: boolean): string {
  const program = pick(random, programs);
  const channel = pick(random, channels);
  return `{"ProgramId":"${program}","ChannelId":"${channel}","PreferenceType":${opted ? 1 : 2},"PreferenceStatus":"Active","FilterId":"F-${program}","FrequencyId":"","ReasonCode":null}`;
}

function preference(random: Random, index: number): Members {
  return [
    ['ProfileId', profileId(index)],
    ['ProgramId', `"${pick(random, programs)}"`],
    ['ChannelId', `"${pick(random, channels)}"`],
    ['PreferenceType', random() < 0.85 ? '1' : '2'],
    ['PreferenceStatus', '"Active"'],
    ['Operation', '"Update"'],
    ['Email', `"${emailAddress(index)}"`],
    ['Weight', pick(random, ['1.10', '0.50', '1E+2', '-0'])],
  ];
}

// The vendor shows no field names for the date and the reason.
function deleted(random: Random, index: number): Members {
  return [
    ['ProfileID', profileId(index)],
    ['DeletionDate', `"${new Date(editedAt(index)).toISOString().slice(0, 10)}"`],
    ['ReasonCode', `"0${between(random, 1, 9)}"`],
  ];
}
