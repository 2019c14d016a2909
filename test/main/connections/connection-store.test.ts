import { describe, expect, test } from 'vitest';
import { createConnectionRoster } from '../../../src-main/connections/connection-roster.ts';
import { openConnectionStore } from '../../../src-main/connections/connection-store.ts';
import { createMemoryFile } from '../../support/memory-file.ts';
import { sampleConnection } from '../../support/sample-job.ts';

describe('the stored connections', () => {
  test('are there after a restart, in their order, and gone when removed', () => {
    const file = createMemoryFile('connections.json');
    const { store, notices } = openConnectionStore(file);
    store.put(sampleConnection({ id: 'a' }));
    store.put(sampleConnection({ id: 'b' }));
    store.put(sampleConnection({ id: 'a', name: 'Renamed' }));
    const again = openConnectionStore(file).store;
    expect(again.list().map(({ id, name }) => [id, name])).toEqual([
      ['a', 'Renamed'],
      ['b', 'Games'],
    ]);
    again.remove(['a']);
    again.remove(['nobody']);
    expect(
      openConnectionStore(file)
        .store.list()
        .map(({ id }) => id),
    ).toEqual(['b']);
    expect(notices).toEqual([]);
  });

  test.each([
    ['is cut off', '{"connections":['],
    ['has no list', '{}'],
    ['has something else for a list', '{"connections":{"a":1}}'],
  ])('in a file that %s are none; it is set aside and told', (_case, text) => {
    const file = createMemoryFile('connections.json', text);
    const { store, notices } = openConnectionStore(file);
    expect(store.list()).toEqual([]);
    expect(notices).toEqual([{ code: 'settings-damaged', subject: 'connections.json.corrupt-1' }]);
    expect(file.aside).toEqual([text]);
  });

  test('one broken entry does not lose the others, and is kept aside as it was', () => {
    const good = [sampleConnection({ id: 'a' }), sampleConnection({ id: 'c' })];
    const broken = { ...sampleConnection({ id: 'b' }), config: { provider: 'nobody' } };
    const text = JSON.stringify({ connections: [good[0], broken, 7, good[1]] });
    const file = createMemoryFile('connections.json', text);
    const { store, notices } = openConnectionStore(file);
    expect(store.list()).toEqual(good);
    expect(file.aside).toEqual([text]);
    expect(notices).toEqual([{ code: 'settings-damaged', subject: 'connections.json.corrupt-1' }]);
    store.put(sampleConnection({ id: 'd' }));
    expect(
      openConnectionStore(file)
        .store.list()
        .map(({ id }) => id),
    ).toEqual(['a', 'c', 'd']);
  });

  test('a full disk is told, and the list is as it was', () => {
    const file = createMemoryFile('connections.json');
    const { store } = openConnectionStore(file);
    store.put(sampleConnection({ id: 'a' }));
    file.refuses = { code: 'ENOSPC' };
    expect(() => store.put(sampleConnection({ id: 'b' }))).toThrow(
      expect.objectContaining({ code: 'disk-full' }),
    );
    expect(() => store.remove(['a'])).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(store.list().map(({ id }) => id)).toEqual(['a']);
  });
});

describe('the roster', () => {
  test('shows practice connections beside the others and never stores them', () => {
    const file = createMemoryFile('connections.json');
    const roster = createConnectionRoster(openConnectionStore(file).store, () => {});
    roster.put(sampleConnection({ id: 'a' }));
    const before = file.text;
    roster.setPractice([sampleConnection({ id: 'practice-mytracker', practice: true })]);
    expect(roster.list().map(({ id }) => id)).toEqual(['a', 'practice-mytracker']);
    expect(roster.get('practice-mytracker')?.practice).toBe(true);
    roster.setPractice([]);
    expect(roster.get('practice-mytracker')).toBeNull();
    expect(file.text).toBe(before);
  });

  test('takes none for practice that is not marked so', () => {
    const roster = createConnectionRoster(
      openConnectionStore(createMemoryFile('connections.json')).store,
      () => {},
    );
    expect(() => roster.setPractice([sampleConnection()])).toThrow('connection-1');
    expect(roster.list()).toEqual([]);
  });
});
