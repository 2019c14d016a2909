import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LateScreen, late } from '../../../src-renderer/app/late-screen.tsx';

const Hello = ({ name }: { readonly name: string }) => <p>{name}</p>;

test('a screen is nothing until its code is there, and drawn at once from then on', async () => {
  let brought = 0;
  const hello = late(async () => {
    brought += 1;
    return Hello;
  });
  const draw = () => renderToStaticMarkup(<LateScreen of={hello} given={{ name: 'Ada' }} />);
  expect(draw()).toBe('');
  await hello.load();
  await hello.load();
  expect(draw()).toBe('<p>Ada</p>');
  expect(brought).toBe(1);
});

test('code that could not be had is asked for again', async () => {
  let tries = 0;
  const hello = late(async () => {
    tries += 1;
    if (tries === 1) throw new Error('cut off');
    return Hello;
  });
  await expect(hello.load()).rejects.toThrow('cut off');
  expect(hello.screen()).toBeNull();
  await hello.load();
  expect(hello.screen()).toBe(Hello);
});
