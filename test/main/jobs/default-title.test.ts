import { describe, expect, it } from 'vitest';
import { defaultTitle, readableTitle } from '../../../src-main/jobs/default-title.ts';
import { allTitles } from '../../../src-main/words/titles.ts';

const english = allTitles.en;

const event = { provider: 'mytracker', event: 'installs', selectors: ['idCountry'] } as const;
const crayon = { provider: 'crayon', customerAccountId: 1 } as const;

it.each([
  [{ provider: 'mypreferences', segmentName: 'Newsletter opt-ins' }, 'Newsletter opt-ins'],
  [event, 'Installs'],
  [{ ...event, dateFrom: '2026-10-01', dateTo: '2026-10-31' }, 'Installs, 1–31 Oct 2026'],
  [{ ...event, dateFrom: '2026-10-05', dateTo: '2026-10-05' }, 'Installs, 5 Oct 2026'],
  [{ ...event, dateFrom: '2026-09-28', dateTo: '2026-10-03' }, 'Installs, 28 Sep – 3 Oct 2026'],
  [{ ...event, dateFrom: '2025-12-28', dateTo: '2026-01-03' }, 'Installs, 28 Dec 2025 – 3 Jan 2026'],
  [{ ...event, dateFrom: '2026-10-01' }, 'Installs, from 1 Oct 2026'],
  [{ ...event, dateTo: '2026-10-01' }, 'Installs, to 1 Oct 2026'],
  [{ ...event, timestampFrom: 1_759_276_800, timestampTo: 1_759_363_200 }, 'Installs, 1–2 Oct 2025'],
  [{ ...event, timestampFrom: Number.MAX_SAFE_INTEGER }, 'Installs'],
  [{ ...event, dateFrom: '2026-13-01' }, 'Installs'],
  [{ ...crayon, from: '2024-01-01T00:00:00Z', to: '2024-01-31T00:00:00Z' }, 'Licence report, 1–31 Jan 2024'],
  [{ ...crayon, from: 'last month', to: '' }, 'Licence report'],
] as const)('%j is called %s', (request, title) => {
  expect(
    defaultTitle(
      {
        ...request,
        ...('selectors' in request ? { selectors: [...request.selectors] } : {}),
      } as Parameters<typeof defaultTitle>[0],
      english,
    ),
  ).toBe(title);
});

it.each([
  ['en', 'Installs, 28 Sep – 3 Oct 2026'],
  ['ru', 'Установки, 28 сент. – 3 окт. 2026'],
  ['nb', 'Installasjoner, 28. sep. – 3. okt. 2026'],
] as const)('in %s it is called %s', (language, title) => {
  const request = { ...event, selectors: ['idCountry'], dateFrom: '2026-09-28', dateTo: '2026-10-03' };
  expect(defaultTitle(request, allTitles[language])).toBe(title);
});

describe('a title that the vendor gives', () => {
  it.each([
    [
      'New Commerce License-based Report@2015.01.01 - 2024.05.22',
      'New Commerce License-based Report, 1 Jan 2015 – 22 May 2024',
    ],
    ['Report@2024.05.01 - 2024.05.31', 'Report, 1–31 May 2024'],
    ['Report@2024.05.01', 'Report@2024.05.01'],
    ['mail@2024.13.01 - 2024.13.31', 'mail@2024.13.01 - 2024.13.31'],
    ['  Plain  ', 'Plain'],
  ])('%s reads as %s', (given, read) => {
    expect(readableTitle(given, english)).toBe(read);
  });
});
