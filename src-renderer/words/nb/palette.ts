import type { Words } from '../words-type.ts';
import { count } from './values.ts';

export const palette: Words['palette'] = {
  title: 'Finn og gjør',
  hint: 'Finn et skjermbilde, en eksport eller en handling',
  groups: { screens: 'Gå til', exports: 'Eksporter', actions: 'Gjør' },
  found: (entries) => count(entries, 'treff', 'treff'),
  none: (search) => `Ingenting passer til «${search}».`,
  step: (step, title) => `${step}: ${title}`,
  actions: {
    newExport: 'Be om en ny eksport',
    checkAll: 'Kontroller alle eksporter nå',
    connect: 'Koble til en leverandør',
    practise: 'Øv med eksempeldata',
    stopPractising: 'Avslutt øvingen',
    light: 'Bruk lyse farger',
    dark: 'Bruk mørke farger',
    systemColours: 'Bruk systemets farger',
    contrast: 'Bruk høy kontrast',
    zoomIn: 'Gjør alt større',
    zoomOut: 'Gjør alt mindre',
    zoomReset: 'Faktisk størrelse',
    quiet: 'Ingen varsler før i morgen',
    loud: 'Tillat varsler igjen',
    shortcuts: 'Vis hurtigtastene',
    undo: (label) => `Angre: ${label}`,
  },
  quietNow: 'Ingen varsler før i morgen',
  loudNow: 'Varsler er på igjen',
};
