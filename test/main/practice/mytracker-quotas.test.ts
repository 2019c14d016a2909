import { expect, test } from 'vitest';
import { vendorLimits } from '../../../src-main/practice/mytracker/quotas.ts';
import { callTracker, memberOf, type Stage, startStage } from './vendor-calls.ts';

const known = '/api/raw/v1/export/get.json?idRawExport=';

async function statuses(stage: Stage, path: string, times: number, headers = {}): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let call = 0; call < times; call += 1) {
    const response = await callTracker(stage.mytracker, path, { headers });
    await response.arrayBuffer();
    seen.push(response.status);
  }
  return seen;
}

test('the eleventh call in a second is a 429 that lists the user’s quotas, and the next second is free', async () => {
  const stage = await startStage();
  const path = known + stage.mytracker.addExport();
  expect(await statuses(stage, path, 10)).toEqual(Array(10).fill(200));
  stage.pass(400);
  const response = await callTracker(stage.mytracker, path);
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBeNull();
  const second = Math.floor(stage.now() / 1000);
  expect(await response.json()).toEqual({
    code: 429,
    message: 'Too Many Requests',
    data: {
      error: {
        info: {
          quotas: [
            {
              name: 'RequestsByUserPerSecond',
              count: 11,
              limit: 10,
              resetTime: second + 1,
              resetInSecond: 1,
              exceeded: true,
            },
            {
              name: 'RequestsByUserPerMinute',
              count: 11,
              limit: 100,
              resetTime: second + 60,
              resetInSecond: 60,
              exceeded: false,
            },
            {
              name: 'RequestsByUserPerHour',
              count: 11,
              limit: 1000,
              resetTime: second + 1800,
              resetInSecond: 1800,
              exceeded: false,
            },
          ],
        },
      },
    },
  });
  stage.pass(600);
  expect(await statuses(stage, path, 1)).toEqual([200]);
});

test('over the minute’s quota everything is blocked to the end of the minute, and blocked calls count on', async () => {
  const stage = await startStage();
  const path = known + stage.mytracker.addExport();
  for (let second = 0; second < 10; second += 1) {
    expect(await statuses(stage, path, 10)).toEqual(Array(10).fill(200));
    stage.pass(1000);
  }
  expect(await statuses(stage, path, 2)).toEqual([429, 429]);
  stage.pass(49_000);
  expect(await statuses(stage, path, 1)).toEqual([429]);
  expect(stage.mytracker.quotas.states('user')[1]).toMatchObject({
    count: 103,
    exceeded: true,
    resetInSecond: 1,
  });
  stage.pass(1000);
  expect(await statuses(stage, path, 1)).toEqual([200]);
});

test('the hour’s quota holds whatever the pace', async () => {
  const stage = await startStage();
  stage.mytracker.set({ quotas: { ...vendorLimits, userPerHour: 5 } });
  const path = known + stage.mytracker.addExport();
  const seen: number[] = [];
  for (let call = 0; call < 6; call += 1) {
    seen.push(...(await statuses(stage, path, 1)));
    stage.pass(5 * 60_000);
  }
  expect(seen).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await statuses(stage, path, 1)).toEqual([200]);
});

test('sixty failures in a minute block right calls as well', async () => {
  const stage = await startStage();
  const path = known + stage.mytracker.addExport();
  for (let second = 0; second < 6; second += 1) {
    expect(await statuses(stage, `${known}4`, 10)).toEqual(Array(10).fill(404));
    stage.pass(1000);
  }
  expect(await statuses(stage, path, 1)).toEqual([429]);
  stage.pass(54_000);
  expect(await statuses(stage, path, 1)).toEqual([200]);
});

test('unsigned calls have ten a second', async () => {
  const stage = await startStage();
  expect(await statuses(stage, `${known}4`, 11, { Authorization: '' })).toEqual([
    ...Array(10).fill(403),
    429,
  ]);
});

test('an address has its quota over all users', async () => {
  const stage = await startStage();
  stage.mytracker.set({ quotas: { ...vendorLimits, ipPerSecond: 3 } });
  expect(await statuses(stage, `${known}4`, 4, { Authorization: '' })).toEqual([403, 403, 403, 429]);
});

test('the quotas can be asked for', async () => {
  const stage = await startStage();
  const response = await callTracker(stage.mytracker, '/api/open/user/v1/quotas/get.json');
  expect(await memberOf(response, 'data', 'quotas')).toHaveLength(3);
});
