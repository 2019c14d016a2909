import { allTitles } from '../../src-main/words/titles.ts';
import { languages } from '../../src-preload/contract/languages.ts';
import { expect, test } from '../support/docket-test.ts';
import { docketPages } from '../support/pages/docket-pages.ts';
import { speak, words } from '../support/pages/shown-words.ts';
import { pictures } from './pictures.ts';

test.afterEach(() => speak('en'));

/** The main screens in every language; the tour itself shows all of them in English. */
test.describe('the tour in other languages', () => {
  for (const language of languages.filter((one) => one !== 'en')) {
    test(language, async ({ docket }) => {
      speak(language);
      const { app, window } = await docket.launch({
        args: [`--docket-language=${language}`],
      });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 820));
      await window.emulateMedia({ reducedMotion: 'reduce' });
      const pages = docketPages(window);
      const take = pictures(window, { folder: language });
      const picture = (name: string) => take(name, name);

      await expect(pages.firstStart.title).toBeVisible();
      await picture('first-start');
      await pages.firstStart.practise.click();
      const title = allTitles[language].practice.optIns;
      await expect(pages.exports.step(title, 'collect')).toBeVisible({ timeout: 20_000 });
      await picture('list');
      await pages.exports.newExport.click();
      await picture('new-export');
      await window.keyboard.press('Escape');
      await pages.collect(title);
      await pages.exports.openPanel(title);
      await picture('panel');
      await pages.exports.closePanel(title);
      await pages.exports.step(title, 'review').click();
      await expect(pages.review.facts).toBeVisible({ timeout: 30_000 });
      await pages.review.tab('summary');
      await expect(pages.review.panel).toContainText(words.reviewSummary.flags, { timeout: 30_000 });
      await picture('review');
      await pages.review.markReviewed('');
      await pages.review.commit.click();
      await expect(pages.commit.commit).toBeEnabled();
      await picture('commit-dialog');
      await pages.commit.commit.click();
      await expect(pages.commit.committed(title)).toBeVisible({ timeout: 30_000 });
      await picture('committed');
      await pages.commit.close.click();
      await pages.review.back.click();
      await pages.exports.closePanel(title);
      await pages.navigation.goTo('history');
      await expect(pages.history.entry('committed', title)).toBeVisible();
      await picture('history');
      await pages.navigation.goTo('connections');
      await expect(pages.connections.connect).toBeVisible();
      await picture('connections');
      await pages.connections.connect.click();
      await pages.connections.choose('crayon');
      await picture('connection-form');
      await window.keyboard.press('Escape');
      await pages.navigation.goTo('settings');
      await expect(pages.settings.title).toBeVisible();
      await picture('settings');
    });
  }
});
