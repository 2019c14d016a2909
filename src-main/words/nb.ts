import type { MainWords } from './en.ts';
import { pluralIn } from './plural.ts';
import { relativeTimeIn } from './relative-time.ts';
import { allTitles } from './titles.ts';

const when = relativeTimeIn('nb');
const plural = pluralIn('nb');

export const nb: MainWords = {
  titles: allTitles.nb,
  cannotStart: {
    'ledger-newer': {
      title: 'Denne Docket er eldre enn sine egne data',
      text: 'En nyere versjon av Docket har vært brukt her før. Installer den nyeste versjonen for å fortsette. Ingenting er endret.',
    },
    'disk-full': {
      title: 'Disken er full',
      text: 'Docket trenger litt plass til listen sin. Frigjør plass, og start Docket igjen. Ingenting er gått tapt.',
    },
    otherwise: {
      title: 'Docket kunne ikke åpne listen sin',
      text: 'Et annet program kan holde på den. Start datamaskinen på nytt, og start Docket igjen. Hentede filer er urørt.',
    },
  },
  quit: {
    title: 'Vil du avslutte Docket?',
    transfers: 'Det som hentes nå, fortsetter når du åpner Docket igjen.',
    commits:
      'En bekreftelse er under sending. Docket finner ut hva det ble av den når du åpner programmet igjen.',
    keepWorking: 'Arbeid videre',
    quit: 'Avslutt',
  },
  menu: {
    file: 'Fil',
    close: 'Lukk',
    quit: 'Avslutt',
    edit: 'Rediger',
    undo: 'Angre',
    redo: 'Gjør om',
    cut: 'Klipp ut',
    copy: 'Kopier',
    paste: 'Lim inn',
    delete: 'Slett',
    selectAll: 'Merk alt',
    view: 'Vis',
    resetZoom: 'Faktisk størrelse',
    zoomIn: 'Forstørr',
    zoomOut: 'Forminsk',
    fullScreen: 'Fullskjerm',
    window: 'Vindu',
    minimize: 'Minimer',
    help: 'Hjelp',
    palette: 'Finn et skjermbilde, en eksport, en handling …',
    shortcuts: 'Hurtigtaster',
  },
  news: {
    one: {
      ready: (title) => `«${title}» er klar til å hentes`,
      collected: (title) => `«${title}» er hentet og klar til gjennomgang`,
      stopped: (title) => `Hentingen av «${title}» har stoppet`,
      failed: (title) => `«${title}» mislyktes hos leverandøren`,
      lost: (title) => `«${title}» finnes ikke lenger hos leverandøren`,
      expires: (title, at, now) => `«${title}» utløper ${when.within(at, now)} og er ikke hentet`,
      'leaves-queue': (title, at, now) =>
        `«${title}» forsvinner fra Crayons kø ${when.day(at, now)} og er ikke hentet`,
      committed: (title) => `«${title}» er bekreftet`,
      'not-committed': (title) => `«${title}» ble ikke bekreftet`,
      decide: (title) => `Bekreftelsen av «${title}» trenger en avgjørelse fra deg`,
      blocked: (title) => `Tilkoblingen «${title}» trenger deg`,
      'schedule-failed': (title) => `Tidsplanen «${title}» klarte ikke å be om eksporten`,
      trouble: () => 'Noe i Docket trenger deg',
    },
    many: {
      ready: (count) => `${count} eksporter er klare til å hentes`,
      collected: (count) => `${count} eksporter er hentet og klare til gjennomgang`,
      stopped: (count) => `Hentingen av ${count} eksporter har stoppet`,
      failed: (count) => `${count} eksporter mislyktes hos leverandøren`,
      lost: (count) => `${count} eksporter finnes ikke lenger hos leverandøren`,
      expires: (count) => `${count} eksporter utløper snart og er ikke hentet`,
      'leaves-queue': (count) => `${count} eksporter forsvinner snart fra Crayons kø og er ikke hentet`,
      committed: (count) => `${count} eksporter er bekreftet`,
      'not-committed': (count) => `${count} eksporter ble ikke bekreftet`,
      decide: (count) => `${count} eksporter trenger en avgjørelse fra deg`,
      blocked: (count) => `${count} tilkoblinger trenger deg`,
      'schedule-failed': (count) => `${count} tidsplaner klarte ikke å be om eksportene sine`,
      trouble: (count) => `${count} ting i Docket trenger deg`,
    },
    several: (count) => `${count} ting å vite`,
    more: (count) => `og ${count} til`,
    practice: 'Øving',
  },
  tray: {
    tooltip: (needsYou, onTheirWay, done) =>
      `Docket: ${needsYou} trenger deg, ${onTheirWay} på vei, ${done} ferdige denne uken`,
    needsYou: (count) => `Trenger deg: ${count}`,
    onTheirWay: (count) => `På vei: ${count}`,
    done: (count) => `Ferdig denne uken: ${count}`,
    open: 'Åpne Docket',
    checkAll: 'Kontroller alle nå',
    quiet: 'Ingen varsler før i morgen',
    quit: 'Avslutt Docket',
    badge: (count) => `${count} ${plural(count, 'eksport', 'eksporter')} trenger deg`,
  },
};
