import type { Words } from '../words-type.ts';
import { list } from './values.ts';

export const firstStart: Words['firstStart'] = {
  title: 'Eksporter fra leverandører, kvittert for.',
  lead: 'Docket henter dataene som leverandørene klargjør for deg, kontrollerer hver byte og tar vare på kvitteringen.',
  vendors: (names) => `Virker med ${list(names)}.`,
  steps: [
    {
      title: 'Hent',
      text: 'Du ser hva hver leverandør har klart. Ett klikk bringer det hit, kontrollert og fullstendig.',
    },
    {
      title: 'Gå gjennom',
      text: 'Les dataene her, uten nett, i en enkel tabell. Ingenting endres, ikke en eneste innledende null.',
    },
    {
      title: 'Bekreft',
      text: 'Når du er sikker på at alt er der, sier du fra til leverandøren. Docket tar vare på kvitteringen.',
    },
  ],
  connect: 'Koble til en leverandør',
  practise: 'Øv med eksempeldata',
  practiseHint:
    'Øvingsleverandørene kjører på denne datamaskinen. Du trenger ingen konto, og ingenting kan gå galt.',
  starting: 'Starter øvingen …',
};
