import { expect, test } from 'vitest';
import { pseudo } from '../../../src-renderer/words/pseudo.ts';

test('a text is accented, in brackets, and longer', () => {
  expect(pseudo('Collect')).toBe('⟦Çöĺĺéçť~~~⟧');
});

test('functions, lists and records are spoken of alike; figures stay', () => {
  const said = pseudo({ a: (name: string) => `On ${name}`, b: ['Go'], c: { d: 3 }, e: null });
  expect(said.a('⟦x⟧')).toBe('⟦Öñ ⟦x⟧~~⟧');
  expect(said.b).toEqual([pseudo('Go')]);
  expect([said.c.d, said.e]).toEqual([3, null]);
});

test('a long text is longer by two fifths, in pieces that can be broken into lines', () => {
  const text = 'Docket asks until it knows, also after a restart; nothing needs doing.';
  const said = pseudo(text);
  expect(said.replace(/[⟦⟧ ]/g, '').length).toBe(
    text.replaceAll(' ', '').length + Math.ceil(text.length * 0.4),
  );
  expect(Math.max(...said.split(' ').map((piece) => piece.length))).toBeLessThan(20);
});

test('an empty text stays empty', () => {
  expect(pseudo('')).toBe('');
});
