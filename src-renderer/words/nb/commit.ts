import type { CommitPreview } from '../../../src-preload/contract/commits.ts';
import { sentence } from '../sentence.ts';
import { vendors } from '../vendors.ts';
import type { Words } from '../words-type.ts';
import { momentInSentence } from './time.ts';
import { files, records } from './values.ts';

/** What is handed over, counted in what the person counts in. */
function amount(preview: Pick<CommitPreview, 'rows'> & { readonly files: number }): string {
  return preview.rows === null ? files(preview.files) : records(preview.rows);
}

/** One or two sentences on what happens at the vendor. */
function effect(preview: CommitPreview, keepFiles: boolean): readonly string[] {
  const vendor = vendors.nameOf(preview.provider);
  switch (preview.effect) {
    case 'vendor-closes':
      return [
        `Du sier fra til ${vendor} om at du har alle dataene.`,
        keepFiles
          ? `Eksporten lukkes der, og ${vendor} blir bedt om å beholde sin egen kopi.`
          : 'Eksporten lukkes der og kan ikke hentes igjen.',
      ];
    case 'sign-off-only':
      return [
        'Du skriver under på at du har alle dataene. Kvitteringen ligger på denne datamaskinen.',
        `${vendor} har ingen måte å få beskjed på og får det derfor ikke: eksporten blir liggende der til den utløper.`,
      ];
    case 'sign-off-may-delete':
      return [
        'Du skriver under på at du har alle dataene. Kvitteringen ligger på denne datamaskinen.',
        keepFiles
          ? `Eksporten blir liggende i køen hos ${vendor}.`
          : `Eksporten slettes deretter fra køen hos ${vendor} og kan ikke hentes igjen.`,
      ];
  }
}

export const commit: Words['commit'] = {
  title: (title) => `Vil du bekrefte mottaket av «${title}»?`,
  loading: 'Samler opplysningene …',
  whose: (it) =>
    [
      vendors.nameOf(it.provider),
      it.connectionName,
      ...(it.reference === '' ? [] : [`nr.\u00a0${it.reference}`]),
    ].join(' · '),
  effect,
  amount,
  facts: (preview, size) =>
    preview.rows === null
      ? `${files(preview.files.length)} · ${size}`
      : `${records(preview.rows)} · ${files(preview.files.length)} · ${size}`,
  checked: (at, now) =>
    `${sentence(`Kontrollert ${momentInSentence(at, now)}`)} Docket kontrollerer hver byte en gang til før bekreftelsen.`,
  savedIn: (folder) => `Lagret i ${folder}`,
  reviewed: (who, at, now) => `Gjennomgått av ${who} ${momentInSentence(at, now)}`,
  notReviewed: 'Ingen har gjennomgått den ennå.',
  look: 'Se på tabellen først',
  ownReview: 'Jeg har gjennomgått dette',
  remark: (text) => `«${text}»`,
  practice: 'Dette er øving. Ingen ekte leverandør får beskjed om noe.',
  keep: (preview) =>
    preview.effect === 'sign-off-may-delete'
      ? `La eksporten ligge i køen hos ${vendors.nameOf(preview.provider)}`
      : `Be ${vendors.nameOf(preview.provider)} om å beholde sin egen kopi`,
  verb: (preview) => `Bekreft ${amount({ rows: preview.rows, files: preview.files.length })}`,
  cancel: 'Avbryt',
  running: 'Filene kontrolleres en gang til, og så bekreftes det. Vinduet blir stående til svaret er her.',
  runningVerb: 'Bekrefter …',
  close: 'Lukk',
};
