import type { Words } from '../words-type.ts';

/** Labels of what an error offers to do. */
export const errorActions: Words['errorActions'] = {
  tryAgain: 'Повторить',
  editConnection: 'Открыть подключение',
  chooseFolder: 'Выбрать другую папку',
  repeatExport: 'Запросить выгрузку ещё раз',
  collectAgain: 'Получить ещё раз',
  settleCommit: 'Проверить сейчас',
};
