import { expect, it } from 'vitest';
import { quit } from '../../../src-renderer/words/en/quit.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';

setLocale({ locale: 'en-GB' });
const busy = (title: string, provider: 'mypreferences' | 'mytracker' | 'crayon' = 'mypreferences') => ({
  title,
  provider,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it.each([
  [
    quit.collecting([busy('Installs, October')]),
    '“Installs, October” is being collected. It stops now and goes on from there when you open Docket again.',
  ],
  [
    quit.collecting([busy('A'), busy('B'), busy('C')]),
    '3 exports are being collected. They stop now and go on from there when you open Docket again.',
  ],
  [
    quit.committing([busy('Opt-ins')]),
    'The commit of “Opt-ins” is being sent. Docket waits for MyPreferences’ answer before it closes.',
  ],
  [
    quit.committing([busy('A', 'crayon'), busy('B', 'mytracker')]),
    'The commit of “A” and “B” is being sent. Docket waits for the vendor’s answer before it closes.',
  ],
  [quit.committing([]), 'A commit is being sent. Docket waits for the vendor’s answer before it closes.'],
  [quit.waitingTitle([busy('A', 'crayon')]), 'Waiting for Crayon’s answer'],
  [quit.waitingTitle([]), 'Waiting for the vendor’s answer'],
])('"%s" is what the person reads', (said, sentence) => {
  expect(plain(said)).toBe(sentence);
});
