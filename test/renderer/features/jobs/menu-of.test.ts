import { expect, test } from 'vitest';
import { menuOf } from '../../../../src-renderer/features/jobs/menu-of.ts';
import { collected, fingerprint, jobView, noon, receipt } from '../../support/job-views.ts';

const attempt = { id: 'x', startedAt: noon, fingerprint, keepFiles: null, by: 'marta' };

test('nothing is taken away while Docket works on it', () => {
  const collecting = jobView({
    stage: 'collecting',
    nextStep: 'pause',
    retrieval: { kind: 'collecting', parts: [] },
  });
  expect(menuOf(collecting).harmful).toEqual([]);
});

test('files of a commit whose answer was lost can’t be discarded', () => {
  const unsettled = jobView({
    stage: 'unsettled',
    nextStep: 'settle',
    retrieval: collected(),
    commit: { kind: 'unknown', attempt },
  });
  expect(menuOf(unsettled).harmful).toEqual([]);
});

test('what is committed can be forgotten but not discarded', () => {
  const committed = jobView({
    stage: 'committed',
    nextStep: 'receipt',
    group: 'done',
    retrieval: collected(),
    commit: { kind: 'committed', receipt: receipt() },
  });
  expect(menuOf(committed)).toEqual({ useful: ['look', 'reveal', 'history'], harmful: ['forget'] });
});

test('what was reviewed can be looked at again, before and after its commit', () => {
  const reviewed = jobView({ stage: 'reviewed', nextStep: 'commit', retrieval: collected() });
  expect(menuOf(reviewed).useful).toContain('look');
  expect(menuOf(jobView({ stage: 'expired', nextStep: 'forget', retrieval: collected() })).useful).toContain(
    'look',
  );
});

test('the table is not offered where reviewing is the next step, nor before everything is here', () => {
  const ready = jobView({ stage: 'collected', nextStep: 'review', retrieval: collected() });
  expect(menuOf(ready).useful).not.toContain('look');
  const half = { kind: 'paused', by: 'person', parts: [] } as const;
  expect(menuOf(jobView({ stage: 'paused', nextStep: 'resume', retrieval: half })).useful).not.toContain(
    'look',
  );
});

test('the row’s own next step is not offered twice', () => {
  expect(menuOf(jobView({ stage: 'preparing', nextStep: 'wait' })).useful).not.toContain('check-now');
  expect(menuOf(jobView({ stage: 'failed', nextStep: 'repeat', canRepeat: true })).useful).not.toContain(
    'repeat',
  );
  expect(menuOf(jobView({ stage: 'cancelled', nextStep: 'forget' })).harmful).not.toContain('forget');
});

test('a pause that ends by itself can be ended sooner', () => {
  const retrieval = { kind: 'paused', by: 'rate-limit', parts: [] } as const;
  expect(menuOf(jobView({ stage: 'paused', nextStep: 'wait', retrieval })).useful).toContain('resume');
  expect(menuOf(jobView({ stage: 'paused', nextStep: 'resume', retrieval })).useful).not.toContain('resume');
});

test('what the vendor can cancel can be cancelled', () => {
  expect(menuOf(jobView({ canCancel: true })).harmful).toContain('cancel');
});

test('there is no folder to show before anything is collected', () => {
  expect(menuOf(jobView()).useful).toEqual(['check-now', 'history']);
});

test('what was looked at elsewhere can be committed from the menu; its dialog asks for the review', () => {
  const ready = jobView({ stage: 'collected', nextStep: 'review', retrieval: collected() });
  expect(menuOf(ready).useful).toContain('commit');
  const reviewed = jobView({ stage: 'reviewed', nextStep: 'commit', retrieval: collected() });
  expect(menuOf(reviewed).useful).not.toContain('commit');
});
