import { expect, test, vi } from 'vitest';
import { createDispatch, type Handlers } from '../../../src-main/bridge/dispatch.ts';
import { Failure } from '../../../src-main/ports/failure.ts';
import { silentLog } from '../../../src-main/ports/log.ts';

const own = { isOwnMainFrame: true, url: 'app://docket/index.html' };

function dispatchWith(handlers: Partial<Handlers>) {
  return createDispatch(handlers as Handlers, silentLog);
}

test('a call from another frame is refused with the reason', async () => {
  const remove = vi.fn();
  const dispatch = dispatchWith({ 'connections.remove': remove });
  const answer = await dispatch({ ...own, isOwnMainFrame: false }, 'connections.remove', 'c1');
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'call-refused',
      detail: 'the call does not come from the main frame of the Docket window',
    },
  });
  expect(remove).not.toHaveBeenCalled();
});

test.each(['https://example.org/', 'app://docketevil/index.html', 'file:///index.html', ''])(
  'a call from a page at "%s" is refused with the reason',
  async (url) => {
    const answer = await dispatchWith({})({ isOwnMainFrame: true, url }, 'app.info', undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'call-refused' } });
  },
);

test.each(['jobs.explode', 'toString', '__proto__', 42, null])('%s is no declared call', async (name) => {
  expect(await dispatchWith({})(own, name, undefined)).toMatchObject({
    ok: false,
    error: { code: 'call-unknown' },
  });
});

test('an input that the schema refuses is named by its place and never quoted', async () => {
  const save = vi.fn();
  const dispatch = dispatchWith({ 'connections.save': save });
  const draft = {
    name: 'A',
    config: { provider: 'mytracker', baseUrl: 'ftp://x', apiUserId: '1', createBy: 'body' },
    secrets: { secretKey: 'canary-secret', nonsense: 'canary-secret' },
  };
  const answer = await dispatch(own, 'connections.save', draft);
  expect(answer).toMatchObject({ ok: false, error: { code: 'call-invalid', subject: 'connections.save' } });
  expect(JSON.stringify(answer)).toContain('config.baseUrl');
  expect(JSON.stringify(answer)).not.toContain('canary');
  expect(save).not.toHaveBeenCalled();
});

test('what the contract does not name is stripped from an answer', async () => {
  const dispatch = dispatchWith({
    'connections.test': async () => ({ at: 1, outcome: { kind: 'works' }, secret: 'canary-secret' }) as never,
  });
  expect(await dispatch(own, 'connections.test', 'c1')).toEqual({
    ok: true,
    value: { at: 1, outcome: { kind: 'works' } },
  });
});

test('a Failure arrives as its error', async () => {
  const dispatch = dispatchWith({
    'jobs.get': () => Promise.reject(new Failure('job-not-found', { subject: 'Installs' })),
  });
  expect(await dispatch(own, 'jobs.get', 'j1')).toEqual({
    ok: false,
    error: { code: 'job-not-found', subject: 'Installs' },
  });
});

test('any other error arrives as unexpected, without its message', async () => {
  const dispatch = dispatchWith({
    'jobs.get': () => Promise.reject(new Error('canary-secret in a message')),
  });
  const answer = await dispatch(own, 'jobs.get', 'j1');
  expect(answer).toEqual({ ok: false, error: { code: 'unexpected', detail: 'Error' } });
});
