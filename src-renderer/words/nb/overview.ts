import { sentence } from '../sentence.ts';
import type { Words } from '../words-type.ts';
import { until } from './time.ts';
import { count } from './values.ts';

export const overview: Words['overview'] = {
  label: 'Dette trenger deg',
  part: {
    collect: (exports) => `${exports} å hente`,
    review: (exports) => `${exports} å gjennomgå`,
    commit: (exports) => `${exports} å bekrefte`,
    trouble: (exports) => `${exports} stoppet`,
    settle: (exports) => `${exports} uavklarte`,
    'on-its-way': (exports) => `${exports} på vei`,
  },
  partHint: {
    collect: 'Vis bare det som kan hentes',
    review: 'Vis bare det som kan gjennomgås',
    commit: 'Vis bare det som kan bekreftes',
    trouble: 'Vis bare det som har stoppet',
    settle: 'Vis bare det med uavklart bekreftelse',
    'on-its-way': 'Vis bare det som er på vei',
  },
  noneTitle: {
    collect: 'Ingenting igjen å hente',
    review: 'Ingenting igjen å gjennomgå',
    commit: 'Ingenting igjen å bekrefte',
    trouble: 'Ingenting har stoppet',
    settle: 'Alle bekreftelser er avklart',
    'on-its-way': 'Ingenting er på vei',
  },
  none: 'Listen viser nå bare slike eksporter.',
  noMatch: 'Listen er snevret inn av flere valg, og ingenting passer med alle.',
  warnings: 'Før det går tapt',
  expires: (title, at, now) => `«${title}» utløper ${until(at, now)} og er ikke hentet.`,
  leavesToday: (title) => `«${title}» forsvinner fra Crayons kø i dag og er ikke hentet.`,
  leavesTomorrow: (title) => `«${title}» forsvinner fra Crayons kø i morgen og er ikke hentet.`,
  several: (exports, first, now) =>
    sentence(
      `${count(exports, 'eksport', 'eksporter')} forsvinner snart hos leverandøren og er ikke hentet. Den første går ${until(first, now)}`,
    ),
  collect: 'Hent',
  collectAll: (exports) => `Hent alle ${exports}`,
  show: 'Vis',
  blocked: (connection) => `«${connection}» trenger deg.`,
  openConnection: 'Åpne tilkoblingen',
  scheduleFailed: (title) => `Tidsplanen «${title}» klarte ikke å be om eksporten.`,
  openSchedules: 'Åpne tidsplanene',
};
