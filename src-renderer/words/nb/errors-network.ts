import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { type ErrorWords, isVendor } from '../error-text.ts';
import { vendorFirst, vendorOr } from './error-subjects.ts';

/** Between this computer and the vendor, and what the vendor answers. */
export const networkErrors = {
  offline: () => ({
    title: 'Datamaskinen er frakoblet',
    reason: 'Det er ingen forbindelse til internett.',
    nextStep: 'Kontroller nettverket. Docket fortsetter av seg selv når det er tilbake.',
    meanwhile: 'Kontroller nettverket',
  }),
  unreachable: (subject) => ({
    title: `Docket når ikke ${vendorOr(subject)}`,
    reason: 'Adressen svarte ikke.',
    nextStep: 'Kontroller internettforbindelsen og adressen i tilkoblingen.',
    meanwhile: 'Kontroller internettforbindelsen',
  }),
  timeout: (subject) => ({
    title: `${vendorFirst(subject)} bruker for lang tid`,
    reason: 'Det kom ikke noe svar i tide.',
    nextStep: 'Prøv igjen om en liten stund.',
  }),
  'connection-lost': (subject) => ({
    title: 'Forbindelsen ble brutt',
    reason: `Svaret fra ${vendorOr(subject)} kom ikke helt frem. Det som er hentet, er tatt vare på.`,
    nextStep: 'Prøv igjen. Docket fortsetter derfra.',
  }),
  'certificate-untrusted': (subject) => ({
    title: `Identiteten til ${vendorOr(subject)} kan ikke bekreftes`,
    reason: 'Denne datamaskinen stoler ikke på sertifikatet som ble vist, så ingenting ble sendt.',
    nextStep: 'Kontroller adressen og datoen på datamaskinen, eller spør IT-støtten.',
  }),
  'proxy-sign-in': () => ({
    title: 'Nettverket ber om pålogging',
    reason: 'Proxyen mellom denne datamaskinen og internett vil ha navn og passord.',
    nextStep: 'Logg på nettverket, eller spør IT-støtten. Prøv deretter igjen.',
  }),
  'proxy-unreachable': () => ({
    title: 'Proxyen i nettverket slipper ikke Docket gjennom',
    reason: 'Mellom denne datamaskinen og internett står en proxy, og den sendte ikke forespørselen videre.',
    nextStep:
      'Kontroller proxyen i datamaskinens nettverksinnstillinger, eller spør IT-støtten. Prøv deretter igjen.',
    meanwhile: 'Kontroller proxyen i datamaskinens nettverksinnstillinger',
  }),
  'not-the-vendor': (subject) => ({
    title: `Noe annet svarte i stedet for ${vendorOr(subject)}`,
    reason: 'Det kom en nettside i stedet for data, for eksempel påloggingssiden til et gjestenettverk.',
    nextStep: 'Åpne en nettside i nettleseren for å logge på nettverket. Prøv deretter igjen.',
    meanwhile: 'Åpne en nettside i nettleseren for å logge på nettverket',
  }),
  'redirect-refused': (subject) => ({
    title: `${vendorFirst(subject)} sendte Docket et annet sted`,
    reason: 'Svaret pekte til en annen adresse, og påloggingen din gis ikke til fremmede.',
    nextStep: 'Kontroller adressen i tilkoblingen.',
  }),
  'sign-in-refused': (subject) => ({
    title: `${vendorFirst(subject)} avviste påloggingen`,
    reason: 'Navnene eller nøkkelen i denne tilkoblingen godtas ikke.',
    nextStep: 'Åpne tilkoblingen og skriv dem inn på nytt.',
  }),
  'permission-denied': (subject) => ({
    title: `${vendorFirst(subject)} tillater ikke dette`,
    reason: 'Påloggingen virker, men denne kontoen har ikke lov til det.',
    nextStep: 'Be den som styrer kontoen, om tillatelse til å eksportere.',
  }),
  'clock-wrong': (subject) => ({
    title: 'Klokken på denne datamaskinen ser ut til å gå feil',
    reason: `${vendorFirst(subject)} avviser forespørsler som er datert for tidlig eller for sent.`,
    nextStep: 'Still dato og klokkeslett på datamaskinen. Prøv deretter igjen.',
  }),
  'not-found': (subject) => ({
    title: `${isVendor(subject) ? subject : 'Leverandøren'} finner ikke dette`,
    reason:
      subject === undefined || isVendor(subject)
        ? 'Det finnes ikke noe under dette nummeret eller navnet i denne kontoen.'
        : `Det finnes ikke noe under «${subject}» i denne kontoen.`,
    nextStep: 'Kontroller nummeret eller navnet og tilkoblingen du valgte.',
  }),
  'rate-limited': (subject) => ({
    title: `${vendorFirst(subject)} ber Docket vente`,
    reason: 'Bare et visst antall forespørsler er tillatt i løpet av en viss tid, og de er brukt opp.',
    nextStep: 'Vent litt, så kan det fortsette.',
  }),
  'vendor-unavailable': (subject) => ({
    title: `${vendorFirst(subject)} har problemer`,
    reason: 'Tjenesten svarte at den ikke virker for øyeblikket.',
    nextStep: 'Prøv igjen senere.',
  }),
  'request-rejected': (subject) => ({
    title: `${vendorFirst(subject)} godtok ikke dette`,
    reason: 'Leverandørens egne ord står under «Detaljer».',
    nextStep: 'Endre det du ba om, og prøv igjen.',
  }),
  'answer-empty': (subject) => ({
    title: `${vendorFirst(subject)} ga et tomt svar`,
    reason: 'Forespørselen kom frem, men det kom ingenting tilbake.',
    nextStep: 'Prøv igjen. Hvis det ikke hjelper, si fra til leverandøren.',
  }),
  'answer-malformed': (subject) => ({
    title: `Docket kan ikke lese svaret fra ${vendorOr(subject)}`,
    reason: 'Det har ikke den formen som leverandøren beskriver.',
    nextStep: 'Prøv igjen. Hvis det ikke hjelper, si fra til leverandøren.',
  }),
  'answer-too-large': (subject) => ({
    title: `Svaret fra ${vendorOr(subject)} er for stort`,
    reason: 'Det er langt mer enn et slikt svar rommer, så det ble ikke lest videre.',
    nextStep: 'Kontroller adressen i tilkoblingen. Hvis den er riktig, si fra til leverandøren.',
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
