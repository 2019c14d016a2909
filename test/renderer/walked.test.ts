import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inRepository } from '../support/launch-docket.ts';
import { looksAt, notWalked } from '../support/walk/looks.ts';

/** What a person sees as a thing of its own: a screen, or what comes to lie above one. */
const shows = /<(DialogSurface|PopoverSurface|ToolPopover|MenuPopover|MessageBar|EmptyState|Page|Toast)\b/;

const root = inRepository('src-renderer');
const drawing = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.tsx') && shows.test(readFileSync(`${root}/${file}`, 'utf8')))
  .sort();

it('every file that draws a screen, dialog, menu, popover or bar is looked at on a walk, or says why not', () => {
  const known = [...Object.keys(looksAt), ...Object.keys(notWalked)];
  expect(drawing.filter((file) => !known.includes(file))).toEqual([]);
});

it('every file that a walk looks at is there', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const named = [...Object.keys(looksAt), ...Object.keys(notWalked)];
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});

it('no state is looked at under two names', () => {
  const looks = Object.values(looksAt).flat();
  expect(new Set(looks).size).toBe(looks.length);
});
