import { expect, test } from 'vitest';
import { createTasks } from '../../../src-main/review/tasks.ts';

test('one task is told of at a time: what the person waits for most', () => {
  const news: boolean[] = [];
  const tasks = createTasks((must) => news.push(must));
  tasks.tell('summary', 1, 10);
  expect(tasks.first()).toEqual({ kind: 'summary', done: 1, total: 10 });
  tasks.tell('view', 2, 10);
  tasks.tell('summary', 3, 10);
  expect(tasks.first()).toEqual({ kind: 'view', done: 2, total: 10 });
  tasks.end('view');
  expect(tasks.first()).toEqual({ kind: 'summary', done: 3, total: 10 });
  tasks.end('summary');
  expect(tasks.first()).toBeNull();
  // Beginnings and ends are told in any case.
  expect(news).toEqual([true, true, false, true, true]);
});

test('what was never told of ends without a word', () => {
  const news: boolean[] = [];
  createTasks((must) => news.push(must)).end('find');
  expect(news).toEqual([]);
});

test('a share of the work is told in rows', () => {
  const tasks = createTasks(() => {});
  const { tell } = tasks.follower('find', 1001, 1);
  tell(0.5);
  expect(tasks.first()).toEqual({ kind: 'find', done: 500, total: 1001 });
  tell(null);
  expect(tasks.first()).toBeNull();
});
