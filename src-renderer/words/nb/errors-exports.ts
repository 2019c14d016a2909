import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { ErrorWords } from '../error-text.ts';
import { vendorFirst } from './error-subjects.ts';

const thisExport = (subject: string | undefined) => (subject === undefined ? 'Den' : `«${subject}»`);

/** The exports themselves, and their commit. */
export const exportErrors = {
  'export-not-ready': () => ({
    title: 'Denne eksporten er ikke klar ennå',
    reason: 'Leverandøren klargjør den fortsatt.',
    nextStep: 'Vent til den er klar til å hentes.',
  }),
  'export-failed': () => ({
    title: 'Leverandøren klarte ikke å klargjøre denne eksporten',
    reason: 'Leverandørens egne ord står under «Detaljer».',
    nextStep: 'Gjenta eksporten, eller be om mindre data på én gang.',
  }),
  'export-expired': () => ({
    title: 'Denne eksporten er utløpt',
    reason: 'Leverandøren oppbevarer en eksport i begrenset tid, og den tiden er over.',
    nextStep: 'Gjenta eksporten for å få den klargjort på nytt.',
  }),
  'export-gone': () => ({
    title: 'Leverandøren har ikke lenger denne eksporten',
    reason: 'Den er fjernet der, eller noen andre har bekreftet den.',
    nextStep: 'Spør kollegene dine, eller gjenta eksporten.',
  }),
  'link-expired': () => ({
    title: 'Lenken til filen er utløpt',
    reason: 'Leverandøren ga en lenke for begrenset tid. Det som er hentet, er tatt vare på.',
    nextStep: 'Prøv igjen. Docket ber om en ny lenke.',
  }),
  'cannot-cancel': (subject) => ({
    title: 'Den kan ikke avbrytes lenger',
    reason: `${vendorFirst(subject)} har kommet for langt med denne eksporten.`,
    nextStep: 'Vent til den er klar. Du trenger ikke å hente den.',
  }),
  'already-on-list': () => ({
    title: 'Den står allerede på listen din',
    reason: 'Denne eksporten ble lagt til tidligere.',
    nextStep: 'Søk etter den i listen.',
  }),
  'reference-invalid': () => ({
    title: 'Dette kan ikke være nummeret til en eksport',
    reason: 'Nummeret til en eksport har bare sifre.',
    nextStep: 'Kopier det på nytt fra leverandørens side eller melding.',
  }),
  'job-not-found': () => ({
    title: 'Denne eksporten står ikke lenger på listen',
    reason: 'Den er tatt av listen i mellomtiden.',
    nextStep: 'Se på listen en gang til.',
  }),
  'job-busy': () => ({
    title: 'Docket arbeider med den',
    reason: 'Den hentes eller kontrolleres nå, eller det er ikke avklart om bekreftelsen kom frem.',
    nextStep: 'Vent til det er ferdig, eller stans hentingen først.',
  }),
  'not-offered': (subject) => ({
    title: `${vendorFirst(subject)} tilbyr ikke dette`,
    reason: 'Leverandøren har ingen slik funksjon.',
    nextStep: 'Du trenger ikke å gjøre noe.',
  }),
  'not-collected': () => ({
    title: 'Den er ikke hentet ennå',
    reason: 'Bare det som ligger kontrollert på denne datamaskinen, kan bekreftes.',
    nextStep: 'Hent eksporten først.',
  }),
  'not-reviewed': () => ({
    title: 'Den er ikke gjennomgått ennå',
    reason: 'Det du bekrefter, må du ha sett på først.',
    nextStep: 'Gå gjennom eksporten, og bekreft den etterpå.',
  }),
  'fingerprint-stale': () => ({
    title: 'Filene er ikke de du så',
    reason: 'Eksporten er hentet på nytt siden dette vinduet ble åpnet.',
    nextStep: 'Gå gjennom den på nytt, og bekreft den etterpå.',
  }),
  'commit-running': (subject) => ({
    title: `${thisExport(subject)} blir bekreftet nå`,
    reason: 'Leverandøren har ikke svart ennå.',
    nextStep: 'Vent på svaret. Det tar høyst noen minutter.',
  }),
  'commit-refused': (subject) => ({
    title: `${vendorFirst(subject)} avviste bekreftelsen`,
    reason: 'Ingenting ble endret der. Leverandørens egne ord står under «Detaljer».',
    nextStep: 'Prøv igjen, eller spør leverandøren.',
  }),
  'commit-unknown': (subject) => ({
    title:
      subject === undefined
        ? 'Docket vet ikke ennå om bekreftelsen kom frem'
        : `Docket vet ikke ennå om bekreftelsen av «${subject}» kom frem`,
    reason: 'Svaret fra leverandøren gikk tapt på veien.',
    nextStep:
      'Du trenger ikke å gjøre noe. Docket spør til det vet svaret. Tilkoblingen må være som den er så lenge.',
  }),
  'commit-not-done': () => ({
    title: 'Bekreftelsen ble avbrutt',
    reason: 'Den kom ikke frem til leverandøren, og filene dine er uendret.',
    nextStep: 'Bekreft på nytt.',
  }),
  'commit-too-late': () => ({
    title: 'Den kan ikke bekreftes lenger',
    reason:
      'Eksporten er utløpt hos leverandøren. Filene dine er fullstendige og blir på denne datamaskinen.',
    nextStep:
      'Det er ikke mer å gjøre hos leverandøren. Ta eksporten av listen når du ikke trenger den der lenger.',
  }),
  'receipt-not-written': () => ({
    title: 'Leverandøren har godtatt bekreftelsen, men kvitteringen kan ikke skrives ennå',
    reason: 'Docket fikk ikke lagret den på denne datamaskinen.',
    nextStep:
      'Frigjør plass på disken, så skriver Docket kvitteringen av seg selv. Ikke bekreft en gang til.',
  }),
  'already-committed': () => ({
    title: 'Den er allerede bekreftet',
    reason: 'Kvitteringen ligger i historikken.',
    nextStep: 'Du trenger ikke å gjøre noe.',
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
