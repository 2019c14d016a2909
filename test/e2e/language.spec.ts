import { userInfo } from 'node:os';
import { languageNames } from '../../src-renderer/words/language-names.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { speak, words } from '../support/pages/shown-words.ts';
import { textFindings } from '../support/stray-text.ts';
import { walkScreens } from '../support/walk/walk-screens.ts';

test.afterEach(() => speak('en'));

/** What is not Docket's text: the vendor's, the person's, the system's. */
const data: readonly RegExp[] = [
  // What the person typed, what the vendors call theirs, and who the person is.
  /^(· )?(Opt-(ins|outs)|Newsletter|Licences|My \w+|Installs of May|New players|Preferences)( ·)?$/,
  /^(Not prepared|Cut short|In the making|Refused|Whole|Export \d+|Jo)$/,
  /^(New Commerce License-based Report, .+|Too many lines|Licen[cs]e.*)$/,
  // Tables, their columns and what stands in them.
  /^(September|October|Nothing|Damaged)$/,
  /^(idDevice|country|amount|tsEvent|note( \d)?|NO|SE|DK|FI|one,cell,too,many,in,this)$/,
  // MyTracker's own names of columns; a receipt's fingerprinted text, and the commands that check it.
  /^[a-z]+[A-Z]\w*$|^(waid|params\.\w+)$/,
  /^(certutil|shasum|sha256sum) .+|^\{"docket":1,.+\}$/s,
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

for (const which of ['desk', 'review'] as const) {
  test(`every text of the ${which} comes from the catalogue, and none is cut off at 200 per cent`, async ({
    docket,
  }) => {
    speak('en-XA');
    if (which === 'desk') await docket.writeProfile('settings.json', '{ this is not json');
    const launched = await docket.launch({ args: ['--docket-language=en-XA'] });
    const { app, window } = launched;
    await window.emulateMedia({ reducedMotion: 'reduce' });
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
    });
    // The layout of a zoom of 200 per cent, in coordinates that the mouse of the test shares.
    const session = await window.context().newCDPSession(window);
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: 640,
      height: 400,
      deviceScaleFactor: 2,
      mobile: false,
    });
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(640);
    await walkScreens(which, docket, launched, async (where) => {
      if (process.env['PSEUDO_PICTURES'] !== undefined)
        await window.screenshot({ path: `${process.env['PSEUDO_PICTURES']}/${where}.png` });
      const found = await textFindings(window, (text) => data.some((pattern) => pattern.test(text)));
      expect
        .soft(
          found.map(({ what, place, text }) => `${what}: ${place}: ${text}`),
          where,
        )
        .toEqual([]);
    });
  });
}

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
