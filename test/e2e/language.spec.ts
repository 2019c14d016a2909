import { userInfo } from 'node:os';
import { languageNames } from '../../src-renderer/words/language-names.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { speak, startingWith, words } from '../support/pages/shown-words.ts';
import { textFindings } from '../support/stray-text.ts';
import { walkScreens } from '../support/walk-screens.ts';

test.afterEach(() => speak('en'));

/** What is not Docket's text: the vendor's, the person's, the system's. */
const data: readonly RegExp[] = [
  // What the person typed, and who that is.
  /^(Opt-ins|(· )?Newsletter)$/,
  new RegExp(`^${userInfo().username}$`),
  // Folders and files of this computer, the vendor's address.
  /^(\/[^/]+)+$/,
  /^[\w.-]+\.(ndjson|csv|gz|xlsx)$/,
  /^https?:\S+$/,
  // Fingerprints and numbers of receipts.
  /^([0-9a-f]{8} ?)+$/,
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/,
  // Dates and times in the system's format.
  /^((Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?([A-Z][a-z]+ \d+, (\d{4} at )?)?\d+:\d\d(:\d\d)? [AP]M( UTC)?$/,
  // Keys of the keyboard, and languages by their own names.
  /^([A-Z]|F\d+)$/,
  new RegExp(`^(${Object.values(languageNames).join('|')})$`),
];

test('every text comes from the catalogue, and none is cut off at 200 per cent', async ({ docket }) => {
  test.setTimeout(120_000);
  speak('en-XA');
  const vendors = await docket.vendors();
  const { app, window } = await docket.launch({ args: ['--docket-language=en-XA'] });
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
  });
  const pages = docketPages(window);
  const findings: string[] = [];
  const check = async (where: string) => {
    if (process.env['PSEUDO_PICTURES'] !== undefined)
      await window.screenshot({ path: `${process.env['PSEUDO_PICTURES']}/${where}.png` });
    const found = await textFindings(window, (text) => data.some((pattern) => pattern.test(text)));
    findings.push(...found.map(({ what, place, text }) => `${where}: ${what}: ${place}: ${text}`));
  };

  await expect(pages.firstStart.title).toBeVisible();
  // The layout of a zoom of 200 per cent, in coordinates that the mouse of the test shares.
  const session = await window.context().newCDPSession(window);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 640,
    height: 400,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(640);
  await walkScreens(window, vendors, check);
  const edge = window.getByRole('navigation', { name: words.app.navigation });
  for (const screen of ['files', 'schedules'] as const) {
    await edge.getByRole('button', { name: startingWith(words[screen].title) }).click();
    await expect(window.getByRole('heading', { level: 1, name: words[screen].title })).toBeVisible();
    await check(screen);
  }
  await window.keyboard.press('Control+k');
  await expect(window.getByPlaceholder(words.palette.hint)).toBeVisible();
  await check('palette');
  await window.keyboard.press('Escape');
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog')).toBeVisible();
  await check('shortcuts');
  await window.keyboard.press('Escape');
  await pages.navigation.goTo('settings');
  await expect(pages.settings.title).toBeVisible();
  await check('settings');

  expect([...new Set(findings)]).toEqual([]);
});

test('another language is chosen in the settings, for the page, the menu and the next start', async ({
  docket,
}) => {
  const { app, window } = await docket.launch();
  const firstOfMenu = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
  const language = window.locator('html');
  await expect(language).toHaveAttribute('lang', 'en');
  await docketPages(window).navigation.goTo('settings');
  await window.getByLabel(words.settings.languageLabel).selectOption('ru');

  // The page comes again, in the same place, with the focus on what was chosen.
  await expect(language).toHaveAttribute('lang', 'ru');
  speak('ru');
  await expect(window.getByRole('heading', { level: 1, name: words.settings.title })).toBeVisible();
  await expect(window.getByLabel(words.settings.languageLabel)).toBeFocused();
  await expect.poll(firstOfMenu).toContain('Файл');
  await app.close();

  const { window: next } = await docket.launch();
  await expect(docketPages(next).firstStart.title).toBeVisible();
  await docketPages(next).navigation.goTo('settings');
  await next.getByLabel(words.settings.languageLabel).selectOption('system');
  await expect(next.locator('html')).toHaveAttribute('lang', 'en');
});
