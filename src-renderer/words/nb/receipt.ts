import { answerIn } from '../receipt-answer.ts';
import type { Words } from '../words-type.ts';
import { files, records } from './values.ts';

export const answers = answerIn({
  confirmed: (status) => `Leverandøren har godtatt den (${status})`,
  confirmedLate: (status) => `Leverandøren har godtatt den, lenge etter at den ble spurt (${status})`,
  confirmedDeleted: (status) => `Leverandøren har bekreftet at kopien er slettet (${status})`,
  settledConfirmed: 'Svaret gikk tapt. Leverandøren sa senere at bekreftelsen er kommet frem.',
  settledSaid: (word) => `Svaret gikk tapt. Leverandøren sa senere «${word}».`,
  byHand: 'Svaret gikk tapt, og leverandøren kunne ikke si hva det ble av bekreftelsen.',
  signedOffOnly: 'Signert på denne datamaskinen. Leverandøren har ingen måte å få beskjed på.',
  signedOffKept: 'Signert på denne datamaskinen. Leverandørens kopi blir liggende i køen.',
});

export const receipt: Words['receipt'] = {
  title: 'Kvittering',
  committed: (title) => `Mottaket av «${title}» er bekreftet`,
  what: 'Hva',
  from: 'Fra',
  by: 'Av',
  at: 'Når',
  sentAt: 'Sendt',
  knownAt: 'Kjent siden',
  decidedAt: 'Avgjort for hånd',
  decided: 'Avgjort av',
  decidedBy: ({ by, remark }) => (remark === null ? by : `${by}: «${remark}»`),
  quoted: (word) => `«${word}»`,
  vendorSaid: 'Leverandørens siste ord',
  practice: 'Øving: eksempeldata, og ingen ekte leverandør har fått beskjed om noe',
  fingerprint: 'Fingeravtrykk',
  vendorAnswer: 'Leverandørens svar',
  copy: 'Leverandørens kopi',
  kept: 'beholdes',
  notKept: 'beholdes ikke',
  number: 'Kvitteringsnummer',
  amount: (it, size) => [...(it.rows === null ? [] : [records(it.rows)]), files(it.files), size].join(' · '),
  answer: answers.answer,
  showInHistory: 'Vis i historikken',
  done: 'Ferdig',
};
