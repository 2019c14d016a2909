import { eventNames } from '../../../src-preload/contract/event-names.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { RequestOf } from '../../../src-preload/contract/requests.ts';

type TrackerEvent = RequestOf<'mytracker'>['event'];

const problems = {
  missing: 'The vendor needs this.',
  'too-long': 'This is too long.',
  'not-a-number': 'Use digits only.',
  'not-numbers': 'Use numbers, separated by commas.',
  'too-many': 'These are too many for one export.',
  'not-a-column': 'Column names have Latin letters, digits, dots and underscores only.',
  'not-a-date': 'Choose a date.',
  'before-from': 'This lies before the first day.',
  'in-future': 'This lies in the future.',
  'criteria-missing': 'Say what the values below are.',
} as const;

const referenceHints: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'The access token that MyPreferences answered with when the export was asked for; digits.',
  mytracker: 'The number of the raw export (idRawExport); digits.',
  crayon: '',
};

const field = {
  title: { label: 'Name on your list', hint: 'Left empty, Docket names it by what you ask for.' },
  segmentName: { label: 'Segment', hint: 'Written as it stands in MyPreferences.' },
  since: { label: 'Changed since', hint: 'Left empty, you get all profiles of the segment.' },
  matchCriteria: { label: 'Only profiles with', hint: '' },
  matchType: {
    label: 'Kind',
    hint: 'The type of customer, phone or e-mail; for another ID its name, as “CRM”.',
  },
  values: { label: 'Values', hint: 'One on each line.' },
  event: { label: 'What', hint: '' },
  columns: {
    label: 'Columns',
    hint: 'MyTracker’s own names, separated by commas. They become the columns of the table.',
  },
  from: { label: 'First day', hint: '' },
  to: { label: 'Last day', hint: '' },
  timezone: { label: 'Time zone of the days', hint: 'Left empty, MyTracker takes Moscow’s.' },
  idApp: { label: 'Apps', hint: 'Numbers of the apps, separated by commas; empty for all.' },
  SDKKey: { label: 'SDK keys', hint: '' },
  idAccount: { label: 'Accounts', hint: '' },
  idProject: { label: 'Projects', hint: '' },
  idCampaign: { label: 'Campaigns', hint: '' },
  idAd: { label: 'Ads', hint: '' },
  idCountry: { label: 'Countries', hint: '' },
  idPartner: { label: 'Partners', hint: '' },
  idAdMediator: { label: 'Ad mediators', hint: '' },
  idSegment: { label: 'Segments', hint: '' },
  isVerified: { label: 'Verified by the store', hint: '' },
  idPurchaseType: { label: 'Type of purchase', hint: 'MyTracker’s number for it.' },
  rooted: { label: 'Rooted devices', hint: '' },
  eventName: { label: 'Names of the events', hint: 'One on each line; empty for all.' },
  eventNameInvert: { label: 'All but these', hint: '' },
  customerAccountId: { label: 'Customer account', hint: 'Its number (ID) in Cloud-iQ.' },
  cloudAccountId: { label: 'Cloud account', hint: 'Only this one; its number.' },
  invoiceProfileId: { label: 'Invoice profile', hint: 'Only this one; its number.' },
} as const;

export const newExport = {
  title: 'New export',
  connection: 'Connection',
  connectionWith: (name: string, vendor: string) => `${name} · ${vendor}`,
  ask: 'Ask for a new one',
  have: 'I already have a number',
  noConnectionTitle: 'First connect a vendor',
  noConnection: 'An export comes from an account at a vendor. Connect one, or practise with sample data.',
  connect: 'Connect a vendor',

  field: (name: keyof typeof field) => field[name],
  problem: (problem: keyof typeof problems) => problems[problem],
  practiceExamples: {
    mypreferences: 'In practice, try “Newsletter opt-ins” or “Customers EU & UK”.',
    mytracker: 'In practice, any event and any dates will do.',
    crayon: 'In practice, the customer account is 4014363.',
  } satisfies Readonly<Record<ProviderId, string>>,
  everyProfile: 'Any',
  criteria: {
    ProfileId: 'these profile IDs',
    AlternateId: 'these other IDs',
    PhoneNumber: 'these phone numbers',
    EmailAddress: 'these e-mail addresses',
  },
  byDevice: 'By device',
  byUser: 'By user',
  event: (name: TrackerEvent) => eventNames.en[name],
  addColumn: 'Add',
  addColumnNamed: (name: string) => `Add the column ${name}`,
  moreFilters: 'More filters',
  narrow: 'Only some profiles',
  either: 'Either',
  yes: 'Yes',
  no: 'No',
  lists: 'Numbers, separated by commas; empty for all.',

  reference: {
    mypreferences: 'Access token',
    mytracker: 'Number of the export',
    crayon: '',
  } satisfies Readonly<Record<ProviderId, string>>,
  referenceHint: (vendor: ProviderId) => referenceHints[vendor],
  referenceProblem: 'It consists of digits only.',
  trackTitleHint: 'Left empty, Docket finds a name for it.',
  show: 'Show the number',
  hide: 'Hide the number',
  crayonComesTitle: 'There is nothing to enter.',
  crayonComes:
    'Docket lists the whole queue of this Crayon account by itself. What you asked for elsewhere shows on your list with the next check.',

  cancel: 'Cancel',
  close: 'Close',
  askVerb: 'Ask for the export',
  asking: 'Asking…',
  addVerb: 'Add to the list',
  adding: 'Adding…',
  asked: (title: string) => `“${title}” is asked for`,
  askedHint: 'The vendor prepares it. It moves up to “Needs you” when it is ready.',
  added: (title: string) => `“${title}” is on your list`,
} as const;
