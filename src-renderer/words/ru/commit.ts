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
        `Вы сообщаете поставщику ${vendor}, что все данные у вас.`,
        keepFiles
          ? 'Выгрузка там закроется; Docket попросит поставщика оставить его копию.'
          : 'Выгрузка там закроется, и получить её ещё раз будет нельзя.',
      ];
    case 'sign-off-only':
      return [
        'Вы подписываете, что все данные у вас. Квитанция хранится на этом компьютере.',
        `${vendor} не даёт способа сообщить об этом, поэтому ничего не узнает: выгрузка останется там до конца срока.`,
      ];
    case 'sign-off-may-delete':
      return [
        'Вы подписываете, что все данные у вас. Квитанция хранится на этом компьютере.',
        keepFiles
          ? `Выгрузка останется в очереди ${vendor}.`
          : `Затем выгрузка будет удалена из очереди ${vendor}, и получить её ещё раз будет нельзя.`,
      ];
  }
}

export const commit: Words['commit'] = {
  title: (title) => `Подтвердить получение «${title}»?`,
  loading: 'Собираем сведения…',
  whose: (it) =>
    [
      vendors.nameOf(it.provider),
      it.connectionName,
      ...(it.reference === '' ? [] : [`№\u00a0${it.reference}`]),
    ].join(' · '),
  effect,
  amount,
  facts: (preview, size) =>
    preview.rows === null
      ? `${files(preview.files.length)} · ${size}`
      : `${records(preview.rows)} · ${files(preview.files.length)} · ${size}`,
  checked: (at, now) =>
    `${sentence(`Проверено ${momentInSentence(at, now)}`)} Перед подтверждением Docket ещё раз проверит каждый байт.`,
  savedIn: (folder) => `Сохранено в ${folder}`,
  reviewed: (who, at, now) => `Просмотрено: ${who}, ${momentInSentence(at, now)}`,
  notReviewed: 'Данные ещё никто не просмотрел.',
  look: 'Сначала посмотреть таблицу',
  ownReview: 'Данные просмотрены',
  remark: (text) => `«${text}»`,
  practice: 'Это тренировка. Настоящим поставщикам ничего не сообщается.',
  keep: (preview) =>
    preview.effect === 'sign-off-may-delete'
      ? `Оставить выгрузку в очереди ${vendors.nameOf(preview.provider)}`
      : `Попросить ${vendors.nameOf(preview.provider)} оставить свою копию`,
  verb: (preview) => `Подтвердить ${amount({ rows: preview.rows, files: preview.files.length })}`,
  cancel: 'Отмена',
  running: 'Файлы проверяются ещё раз, затем отправится подтверждение. Окно останется, пока не придёт ответ.',
  runningVerb: 'Подтверждаем…',
  close: 'Закрыть',
};
