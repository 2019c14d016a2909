import { test } from '../support/docket-test.ts';
import { walkScreens } from '../support/walk/walk-screens.ts';
import { pictures } from './pictures.ts';

/** All that the accessibility tests look at, to be seen as well. */
for (const which of ['desk', 'review'] as const) {
  test(`the tour of every state of the ${which}`, async ({ docket }) => {
    // With a notice at the start, as the walk expects it.
    if (which === 'desk') await docket.writeProfile('settings.json', '{ this is not json');
    const launched = await docket.launch();
    const { app, window } = launched;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 820));
    await window.emulateMedia({ reducedMotion: 'reduce' });
    const picture = pictures(window, { folder: `states-${which}` });
    await walkScreens(which, docket, launched, async (where) => {
      await picture(where.replaceAll(/[^\w]+/g, '-'), where, { wait: false });
      await window.emulateMedia({ colorScheme: 'light' });
    });
  });
}
