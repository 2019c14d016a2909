import { errorCodes } from '../../../src-preload/contract/errors.ts';
import {
  type HistoryFilter,
  type HistorySave,
  historyColumns,
  historyKinds,
} from '../../../src-preload/contract/history.ts';
import { providerIdSchema } from '../../../src-preload/contract/ids.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellError } from '../../state/messages.ts';
import { tellSaved } from '../../state/saved.ts';
import { dayStamp } from '../../words/day-stamp.ts';
import { errorText } from '../../words/errors.ts';
import { words } from '../../words/words.ts';

/** The words that the file is written in: main knows codes only. */
export function fileWords(now: number): HistorySave['words'] {
  const say = words.historyTools;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const column = (name: (typeof historyColumns)[number]) =>
    name === 'at' ? say.fileTime(zone) : say.fileColumn(name);
  return {
    fileName: say.fileName(dayStamp(now)),
    columns: recordOf(historyColumns, column),
    kinds: recordOf(historyKinds, words.history.kind),
    providers: recordOf(providerIdSchema.options, words.vendors.name),
    codes: recordOf(errorCodes, (code) => errorText({ code }, now).title),
    practice: words.history.practice,
  };
}

function recordOf<K extends string>(keys: readonly K[], wordFor: (key: K) => string): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, wordFor(key)])) as Record<K, string>;
}

/** Main asks for the place; what came of it is told. */
export async function saveHistory(filter: HistoryFilter, format: HistorySave['format']): Promise<void> {
  const answer = await ask(docket().history.saveAs({ filter, format, words: fileWords(Date.now()) }));
  if (!answer.ok) return tellError(answer.error, () => void saveHistory(filter, format));
  if (answer.value === null) return;
  const { rows, name, folder } = answer.value;
  tellSaved(words.historyTools.saved(rows, name), words.historyTools.savedWhere(folder), answer.value);
}
