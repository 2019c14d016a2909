import { expect, it } from 'vitest';
import { allTitles } from '../../../src-main/words/titles.ts';
import { languages } from '../../../src-preload/contract/languages.ts';
import { exportRequestSchema } from '../../../src-preload/contract/requests.ts';
import { words as english } from '../../../src-renderer/words/en.ts';
import { words as norwegian } from '../../../src-renderer/words/nb.ts';
import { words as russian } from '../../../src-renderer/words/ru.ts';

const pages = { en: english, ru: russian, nb: norwegian } as const;
const events = Object.keys(
  exportRequestSchema.options.flatMap((option) =>
    'event' in option.shape ? [option.shape.event.enum] : [],
  )[0] ?? {},
) as readonly Parameters<typeof english.newExport.event>[0][];

it.each(languages)('in %s a title names what is asked for as the form does', (language) => {
  expect(events.length).toBeGreaterThan(20);
  for (const event of events)
    expect(allTitles[language].event(event)).toBe(pages[language].newExport.event(event));
});

it.each([
  ['en', '5 Oct 2026', 'from 5 Oct 2026'],
  ['ru', '5 окт. 2026', 'с 5 окт. 2026'],
  ['nb', '5. okt. 2026', 'fra 5. okt. 2026'],
] as const)('days in %s are written as that language writes them', (language, one, from) => {
  const day = { day: 5, month: 10, year: 2026 };
  const say = allTitles[language];
  expect([say.span(day, day), say.from(day)]).toEqual([one, from]);
});

it('the samples of practice have names of their own in every language', () => {
  const named = languages.flatMap((language) => Object.values(allTitles[language].practice));
  expect(new Set(named).size).toBe(named.length);
});
