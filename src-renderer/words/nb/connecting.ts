import type { Words } from '../words-type.ts';
import { count, exportsCount, list } from './values.ts';

const schedules = (value: number) => count(value, 'tidsplan', 'tidsplaner');

/** Beside the form of a connection: pasting, renaming, a new password, removing, collecting by itself. */
export const connecting: Words['connecting'] = {
  pasted: (labels) => `Docket kjente igjen det du limte inn, og fylte ut: ${list(labels)}.`,
  pastedToken:
    'Det er en tilgangsnøkkel, som utløper etter kort tid. Docket logger på av seg selv, med nøkkelen nedenfor.',
  pasteHint:
    'Lim inn en adresse, en e-post med opplysningene, eller én etter én: Docket sorterer dem på plass.',
  goOn: (id) => (id === 'crayon' ? 'Vis eksportene' : 'Be om en eksport …'),

  rename: 'Gi nytt navn …',
  renameTitle: (name) => `Gi «${name}» nytt navn`,
  renameSave: 'Gi nytt navn',
  renamed: (name) => `Den heter «${name}» nå`,
  changeSecret: 'Bytt passord eller nøkkel …',
  changeSecretTitle: (name) => `Nytt passord eller ny nøkkel for «${name}»`,
  changeSecretHint: 'Det du lar stå tomt, blir som det er.',
  nothingTyped: 'Skriv inn det som er endret, eller avbryt.',

  collects: 'Hent automatisk når den er klar',
  collectsHint:
    'Det som blir klart fra nå av, kommer til denne datamaskinen av seg selv mens Docket er åpent. Gjennomgangen og bekreftelsen er fortsatt din.',
  collectsOn: (name) => `Eksporter fra «${name}» hentes automatisk fra nå av`,
  collectsOff: (name) => `Eksporter fra «${name}» venter på deg igjen`,

  schedules,

  goesTitle: 'Dette forsvinner',
  staysTitle: 'Dette blir værende',
  goesAccount: 'Opplysningene om kontoen, og nøkkelen i passordlageret',
  goesSchedules: (value) =>
    value === 1 ? 'Én tidsplan, som ikke ber om noe mer' : `${schedules(value)}, som ikke ber om noe mer`,
  staysExports: (exports) =>
    exports === 1 ? 'Den ene eksporten på listen din' : `${exportsCount(exports)} på listen din`,
  staysFiles: 'Filene du har hentet, og kvitteringene for dem',
  staysHistory: 'Historikken',
  uncollected: (exports) =>
    exports === 1
      ? 'Én eksport er ikke hentet ennå og kan ikke hentes etterpå. Hent den først hvis du trenger den: kobler du til kontoen igjen, begynner den på en egen liste.'
      : `${exportsCount(exports)} er ikke hentet ennå og kan ikke hentes etterpå. Hent dem først hvis du trenger dem: kobler du til kontoen igjen, begynner den på en egen liste.`,
};
