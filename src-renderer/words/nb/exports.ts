import type { Group, NextStep, Stage } from '../../../src-preload/contract/jobs.ts';
import { stageIn } from '../export-stage.ts';
import { sentence } from '../sentence.ts';
import type { Words } from '../words-type.ts';
import { until } from './time.ts';
import { exportsCount, number, records } from './values.ts';

const groupNames: Readonly<Record<Group, string>> = {
  'needs-you': 'Trenger deg',
  'on-its-way': 'På vei',
  done: 'Ferdig',
};

const stages: Readonly<Record<Stage, string>> = {
  preparing: 'Klargjøres',
  ready: 'Klar til å hentes',
  collecting: 'Hentes',
  paused: 'Pause',
  checking: 'Kontrollerer filene',
  collected: 'Klar til gjennomgang',
  reviewed: 'Klar til å bekreftes',
  committing: 'Bekreftes',
  unsettled: 'Bekreftelsen er uavklart',
  committed: 'Bekreftet',
  failed: 'Mislyktes hos leverandøren',
  cancelled: 'Avbrutt',
  expired: 'Utløpt hos leverandøren',
  gone: 'Borte hos leverandøren',
  broken: 'Hentingen stoppet',
};

const tooLate = 'For sent å bekrefte';

const stage = stageIn({
  stages,
  waitingTurn: 'Venter på tur',
  preparing: (share) => `Klargjøres: ${share}`,
  tooLate,
  pausedOffline: 'Pause: frakoblet',
  pausedByVendor: (vendor) => `Pause: ${vendor} ber om å vente`,
});

const steps: Readonly<Record<NextStep, string>> = {
  collect: 'Hent',
  pause: 'Pause',
  resume: 'Fortsett',
  'collect-again': 'Hent på nytt',
  review: 'Gå gjennom',
  commit: 'Bekreft',
  settle: 'Kontroller nå',
  repeat: 'Be om den igjen',
  'ask-anew': 'Endre forespørsel …',
  receipt: 'Kvittering',
  wait: 'Kontroller nå',
  forget: 'Ta av listen',
};

/** The sentence at the top: what needs the person, and what presses most. */
function headline(needsYou: number, onTheirWay: number, soonestExpiry: number | null, now: number): string {
  if (needsYou === 0) {
    if (onTheirWay === 0) return 'Ingenting trenger deg.';
    return onTheirWay === 1
      ? 'Ingenting trenger deg nå. Én eksport er på vei.'
      : `Ingenting trenger deg nå. ${exportsCount(onTheirWay)} er på vei.`;
  }
  const first = needsYou === 1 ? 'Én eksport trenger deg.' : `${exportsCount(needsYou)} trenger deg.`;
  if (soonestExpiry === null || soonestExpiry <= now) return first;
  return sentence(`${first} ${needsYou === 1 ? 'Den' : 'Én'} utløper ${until(soonestExpiry, now)}`);
}

export const exportsList: Words['exports'] = {
  title: 'Eksporter',
  headline,
  loadingHeadline: 'Åpner listen din …',
  listLabel: 'Eksporter',
  search: 'Søk i eksportene',
  vendorFilter: 'Leverandør',
  allVendors: 'Alle leverandører',
  newExport: 'Ny eksport',
  refresh: 'Kontroller alle nå',
  checkedAll: 'Kontrollert hos leverandørene',
  group: (group, exports) => ({ name: groupNames[group], count: exports }),
  doneThisWeek: 'denne uken',
  showAllDone: (exports) => `Vis alle ${exportsCount(exports)} som er ferdige`,
  stage,
  tooLate,
  step: (step) => steps[step],
  stepFor: (label, title) => `${label}: ${title}`,
  commitStep: 'Bekreft …',
  progressOf: (title) => `Fremdrift for ${title}`,

  expires: (at, now) => (at <= now ? 'utløper nå' : `utløper ${until(at, now)}`),
  checked: (when) => `kontrollert ${when}`,
  committedAt: (when) => `bekreftet ${when}`,
  reviewedBy: (who) => `gjennomgått av ${who}`,
  perSecond: (speed) => `${speed}/s`,
  left: (time) => `${time} igjen`,
  ofTotal: (done, total) => `${done} av ${total}`,
  recordsOfTotal: (done, total) => `${number(done)} av ${records(total)}`,
  part: (part, parts) => `fil ${part} av ${parts}`,
  goesOn: (when) => `fortsetter ${when}`,
  goesOnOnline: 'fortsetter når datamaskinen er på nett',
  askedFor: (when) => `bedt om ${when}`,
  vendorSays: (word) => `leverandøren sier «${word}»`,
  vendorNumber: (reference) => `nr.\u00a0${reference}`,
  settling: 'Docket finner ut om leverandøren har fått bekreftelsen',
  practice: 'Øving',

  emptyTitle: 'Ingen eksporter ennå',
  empty:
    'Be en leverandør om en eksport, eller legg til en du har nummeret til. Den vises her, med det neste steget.',
  noMatchTitle: 'Ingen eksport passer',
  noMatch: (search) =>
    search === '' ? 'Ingen eksport fra denne leverandøren står på listen.' : `Ingenting heter «${search}».`,
  clearFilters: 'Vis alle eksporter',

  menu: {
    details: 'Vis detaljer',
    checkNow: 'Kontroller nå',
    resume: 'Fortsett nå',
    cancel: 'Avbryt hos leverandøren …',
    repeat: 'Be om denne eksporten igjen',
    collectAgain: 'Hent på nytt',
    discard: 'Forkast det som er hentet',
    forget: 'Ta av listen',
    look: 'Se på tabellen',
    reveal: 'Vis i mappen',
    history: 'Vis historikken',
    receipt: 'Vis kvitteringen',
    unsettled: 'Om denne bekreftelsen',
    decide: 'Avgjør selv …',
  },

  confirm: {
    cancel: {
      title: (title) => `Vil du avbryte «${title}»?`,
      text: (vendor) => `${vendor} slutter å klargjøre denne eksporten. Du kan be om den igjen senere.`,
      yes: 'Avbryt eksporten',
      no: 'La den fortsette',
    },
    discard: {
      title: (title) => `Vil du forkaste det som er hentet av «${title}»?`,
      text: (vendor, job) =>
        job.export.kind === 'ready'
          ? `Filene som Docket har hentet for denne eksporten, slettes fra datamaskinen. Eksporten hos ${vendor} blir som den er.`
          : `Filene som Docket har hentet for denne eksporten, slettes fra datamaskinen. ${vendor} tilbyr ikke lenger denne eksporten: det du forkaster, kan ikke hentes igjen.`,
      yes: 'Forkast filene',
      no: 'Behold dem',
    },
    forget: {
      title: (title) => `Vil du ta «${title}» av listen?`,
      text: (vendor, job) =>
        job.provider === 'mypreferences' && job.commit.kind !== 'committed' && job.export.kind === 'ready'
          ? `Den forsvinner fra listen, og Docket glemmer tilgangsnøkkelen: uten den kan den ikke hentes fra ${vendor}. Filer på datamaskinen og linjene i historikken blir værende.`
          : 'Den forsvinner fra listen. Filer på datamaskinen og linjene i historikken blir værende.',
      yes: 'Ta den av listen',
      no: 'Behold den',
    },
  },

  said: {
    cancelled: (title) => `«${title}» er avbrutt`,
    repeated: (title) => `Du har bedt om «${title}» på nytt`,
    forgotten: (title) => `«${title}» er tatt av listen`,
    discarded: (title) => `Det som var hentet av «${title}», er forkastet`,
    collectionStarted: (title) => `Henter «${title}»`,
    settledCommitted: (title) => `«${title}» er bekreftet`,
    settledOpen: (title) => `«${title}» ble ikke bekreftet`,
    settledOpenHint: 'Leverandøren tok ikke imot bekreftelsen. Du kan bekrefte på nytt.',
    notYet: 'Leverandøren har ikke fått den ennå',
    notYetHint: 'Den kan fortsatt være på vei. Docket spør igjen om et halvt minutt.',
    stillUnknown: 'Leverandøren kan ikke svare ennå',
    stillUnknownHint: 'Docket fortsetter å spørre. Du trenger ikke å gjøre noe.',
    receiptByHand: (title) => `«${title}» har fått kvitteringen sin`,
    openedByHand: (title) => `«${title}» kan bekreftes på nytt`,
  },
};
