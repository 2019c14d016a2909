import { describe, expect, it } from 'vitest';
import { type AppKey, appKeyOf, type Pressed } from '../../../src-renderer/app/app-key-of.ts';

const plain: Pressed = { key: '', ctrlOrCmd: false, shift: false, alt: false, typing: false };
const means = (pressed: Partial<Pressed>, characterKeys = true) =>
  appKeyOf({ ...plain, ...pressed }, characterKeys);

describe('keys that mean the same everywhere', () => {
  it.each([
    ['k', 'palette'],
    ['n', 'new-export'],
    ['z', 'undo'],
    ['1', 'exports'],
    ['2', 'files'],
    ['3', 'history'],
    ['4', 'connections'],
    ['5', 'schedules'],
    ['6', 'settings'],
    ['7', null],
    ['c', null],
  ] as const satisfies readonly (readonly [string, AppKey | null])[])('Ctrl + %s: %s', (key, what) => {
    expect(means({ key, ctrlOrCmd: true })).toBe(what);
    expect(means({ key, ctrlOrCmd: true, alt: true })).toBeNull();
    expect(means({ key, ctrlOrCmd: true, shift: true })).toBeNull();
  });

  it('single signs work where nothing is typed, and can be switched off; F1 and F5 always work', () => {
    expect(means({ key: '?', shift: true })).toBe('shortcuts');
    expect(means({ key: '/' })).toBe('search');
    expect(means({ key: '?', typing: true })).toBeNull();
    expect(means({ key: '/', typing: true })).toBeNull();
    expect(means({ key: '?' }, false)).toBeNull();
    expect(means({ key: '/' }, false)).toBeNull();
    expect(means({ key: 'F1', typing: true }, false)).toBe('shortcuts');
    expect(means({ key: 'F5', typing: true }, false)).toBe('check-all');
  });

  it('while one types, undo is the text’s own', () => {
    expect(means({ key: 'z', ctrlOrCmd: true, typing: true })).toBeNull();
    expect(means({ key: 'k', ctrlOrCmd: true, typing: true })).toBe('palette');
  });

  it('letters alone mean nothing', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789') expect(means({ key })).toBeNull();
  });
});
