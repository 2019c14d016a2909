import { expect, test } from 'vitest';
import type { ConnectionView } from '../../../../src-preload/contract/connections.ts';
import {
  formOf,
  newForm,
  withSecret,
} from '../../../../src-renderer/features/connections/connection-form.ts';
import { nextSaving, startSaving } from '../../../../src-renderer/features/connections/form-saving.ts';

const saved: ConnectionView = {
  id: 'connection-1',
  name: 'Games',
  config: {
    provider: 'mytracker',
    baseUrl: 'https://tracker.example',
    apiUserId: '77658',
    createBy: 'query',
  },
  practice: false,
  createdAt: 1,
  secrets: [{ field: 'secretKey', place: 'session' }],
  lastTest: null,
  exports: 0,
};
const typed = withSecret(newForm('mytracker', 'MyTracker', []), 'secretKey', 'key-of-a-test');

test('a typed secret leaves the form once main has it, and is then known to be held', () => {
  const state = nextSaving(startSaving(typed), { kind: 'saved', connection: saved });
  expect(state.phase).toEqual({ kind: 'testing' });
  expect(state.form).toMatchObject({ id: 'connection-1', secrets: {}, held: ['secretKey'] });
  expect(JSON.stringify(state)).not.toContain('key-of-a-test');
});

test('a connection that does not work stays open, with what is wrong', () => {
  const state = nextSaving(nextSaving(startSaving(typed), { kind: 'saved', connection: saved }), {
    kind: 'tested',
    outcome: { kind: 'fails', error: { code: 'sign-in-refused' } },
  });
  expect(state.phase).toEqual({ kind: 'fails', error: { code: 'sign-in-refused' } });
});

test('typing in a box takes away what was wrong with it, and nothing else', () => {
  const refused = nextSaving(startSaving(typed), {
    kind: 'problems',
    problems: { apiUserId: 'missing', name: 'missing' },
  });
  const state = nextSaving(refused, { kind: 'type', form: typed, name: 'name' });
  expect(state.problems).toEqual({ apiUserId: 'missing' });
  expect(state.refusals).toBe(refused.refusals);
});

test('a refusal of main keeps all that was typed', () => {
  const state = nextSaving(startSaving(typed), { kind: 'refused', error: { code: 'keychain-locked' } });
  expect(state.form).toBe(typed);
  expect(state.phase).toEqual({ kind: 'refused', error: { code: 'keychain-locked' } });
});

test('the form of a saved connection has all of it but the secret', () => {
  const form = formOf(saved);
  expect(form.values).toMatchObject({ name: 'Games', apiUserId: '77658', createBy: 'query' });
  expect(form.secrets).toEqual({});
  expect(form.held).toEqual(['secretKey']);
});

test('a secret that is missing has to be typed', () => {
  expect(formOf({ ...saved, secrets: [{ field: 'secretKey', place: 'missing' }] }).held).toEqual([]);
});

test('a failed test that points at a box marks it and asks for the focus; one that points at none leaves both', () => {
  const testing = nextSaving(startSaving(typed), { kind: 'saved', connection: saved });
  const outcome = { kind: 'fails', error: { code: 'sign-in-refused' } } as const;
  const marked = nextSaving(testing, { kind: 'tested', outcome, faults: { secretKey: 'not-accepted' } });
  expect(marked.problems).toEqual({ secretKey: 'not-accepted' });
  expect(marked.refusals).toBe(testing.refusals + 1);
  expect(marked.phase.kind).toBe('fails');
  const unmarked = nextSaving(testing, { kind: 'tested', outcome, faults: {} });
  expect(unmarked.problems).toEqual({});
  expect(unmarked.refusals).toBe(testing.refusals);
});
