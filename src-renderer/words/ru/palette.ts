import type { Words } from '../words-type.ts';
import { count } from './values.ts';

export const palette: Words['palette'] = {
  title: 'Найти и сделать',
  hint: 'Экран, выгрузка или действие',
  groups: { screens: 'Перейти', exports: 'Выгрузки', actions: 'Сделать' },
  found: (entries) => count(entries, 'совпадение', 'совпадения', 'совпадений'),
  none: (search) => `По запросу «${search}» ничего не найдено.`,
  step: (step, title) => `${step}: ${title}`,
  actions: {
    newExport: 'Запросить новую выгрузку',
    checkAll: 'Проверить все выгрузки сейчас',
    connect: 'Подключить поставщика',
    practise: 'Тренироваться на выдуманных данных',
    stopPractising: 'Закончить тренировку',
    light: 'Светлые цвета',
    dark: 'Тёмные цвета',
    systemColours: 'Цвета системы',
    contrast: 'Высокий контраст',
    zoomIn: 'Сделать всё крупнее',
    zoomOut: 'Сделать всё мельче',
    zoomReset: 'Обычный размер',
    quiet: 'Без уведомлений до завтра',
    loud: 'Снова включить уведомления',
    shortcuts: 'Показать сочетания клавиш',
    undo: (label) => `Отменить: ${label}`,
  },
  quietNow: 'Без уведомлений до завтра',
  loudNow: 'Уведомления снова включены',
};
