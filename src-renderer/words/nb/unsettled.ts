import type { CommitAsked, CommitState } from '../../../src-preload/contract/commits.ts';
import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { Words } from '../words-type.ts';
import { errorText } from './errors.ts';
import { momentInSentence } from './time.ts';

type Unknown = Extract<CommitState, { kind: 'unknown' }>;

/** What the vendor was asked, and what came of it. */
function lastAsked(asked: CommitAsked | undefined, vendor: string, now: number): string {
  if (asked === undefined) return 'ikke ennå';
  const when = momentInSentence(asked.at, now);
  switch (asked.answer) {
    case 'not-yet':
      return `${when}: ${vendor} hadde ikke fått den ennå. Den kan fortsatt være på vei.`;
    case 'unclear':
      // A bare number says nothing to a person.
      return asked.vendorStatus === null || /^\d+$/.test(asked.vendorStatus)
        ? `${when}: ${vendor} kjenner ikke lenger denne eksporten og kan ikke svare.`
        : `${when}: ${vendor} sier bare «${asked.vendorStatus}», og det avgjør ingenting.`;
    case 'unanswered':
      return asked.error === undefined
        ? `${when}, uten svar`
        : `${when}, uten svar: ${errorText(asked.error, now).title}.`;
  }
}

/** The usual reasons, told of the moment at which the commit was sent. */
const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  timeout: 'Leverandøren svarte ikke i tide.',
  'connection-lost': 'Forbindelsen ble brutt før svaret kom.',
  'vendor-unavailable': 'Leverandøren svarte med en egen feil.',
  'not-the-vendor':
    'En annen side svarte i stedet for leverandøren, for eksempel påloggingssiden til et åpent Wi-Fi-nett.',
  'redirect-refused': 'Svaret viste til en annen adresse, og dit går ikke Docket.',
  'not-found': 'Leverandøren svarte at den ikke finner denne eksporten.',
  'export-gone': 'Leverandøren svarte at den ikke lenger har denne eksporten.',
  'request-rejected': 'Leverandøren svarte at den ikke tar imot denne bekreftelsen.',
};

/** Why the answer is missing. */
function why({ lost }: Unknown, now: number): string {
  if (lost === undefined) return 'Docket ble avsluttet før svaret kom.';
  return reasons[lost.code] ?? `${errorText(lost, now).title}.`;
}

/** A commit whose outcome is not known, and what a person may decide where the vendor can’t say. */
export const unsettled: Words['unsettled'] = {
  title: 'Svaret gikk tapt på veien',
  text: (vendor) =>
    `Bekreftelsen er sendt, men det kom ikke noe svar fra ${vendor}. Docket spør til det vet svaret, også etter en omstart. Du trenger ikke å gjøre noe.`,
  textDecidable: (vendor) =>
    `Bekreftelsen er sendt, men det kom ikke noe svar fra ${vendor}, og spørsmålene har ikke avklart det. Docket fortsetter å spørre. Hvis ${vendor} har fortalt deg hva det ble av den, kan du avgjøre det selv.`,
  sent: 'Sendt',
  sentBy: (when, who) => `${when}, av ${who}`,
  why: 'Hva som skjedde',
  whyText: why,
  asked: 'Sist spurt',
  askedText: lastAsked,
  checkNow: 'Kontroller nå',
  checking: 'Kontrollerer …',
  close: 'Lukk',
  decide: 'Avgjør selv …',

  decideTitle: (title) => `Avgjør hva det ble av «${title}»`,
  decideText: (vendor) =>
    `Oppgi bare det du vet fra ${vendor}: på telefon, i e-post eller fra egne sider. Hvis du ikke vet det, la Docket fortsette å spørre.`,
  question: 'Hva ble det av bekreftelsen?',
  done: (vendor) => `${vendor} har sagt at den er godtatt`,
  notDone: 'Det ble ikke noe av den',
  remark: 'Hvordan vet du det?',
  remarkHint: 'Det tas vare på med navnet ditt: i historikken, og på kvitteringen hvis det blir en.',
  cancel: 'Avbryt',
  goOn: 'Fortsett',
  back: 'Tilbake',

  sureTitle: {
    done: 'Vil du skrive kvitteringen på ditt ord?',
    'not-done': 'Vil du åpne for å bekrefte på nytt?',
  },
  sure: {
    done: (vendor) =>
      `Kvitteringen vil si at svaret fra ${vendor} gikk tapt, og at du avgjorde det selv. Det kan ikke angres.`,
    'not-done': (vendor) =>
      `Da kan denne eksporten bekreftes på nytt. Hvis ${vendor} likevel har fått den første bekreftelsen, endrer en ny ingenting der.`,
  },
  sureRemark: (remark) => `Du sier: «${remark}»`,
  verb: { done: 'Skriv kvitteringen', 'not-done': 'Åpne på nytt' },
  settledMeanwhile: 'Docket har funnet det ut: det ble ikke noe av bekreftelsen. Du kan bekrefte på nytt.',
};
