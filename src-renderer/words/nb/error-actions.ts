import type { Words } from '../words-type.ts';

/** Labels of what an error offers to do. */
export const errorActions: Words['errorActions'] = {
  tryAgain: 'Prøv igjen',
  editConnection: 'Åpne tilkoblingen',
  chooseFolder: 'Velg en annen mappe',
  repeatExport: 'Be om eksporten igjen',
  collectAgain: 'Hent på nytt',
  settleCommit: 'Kontroller nå',
};
