import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchiveWorld } from './support/archive-world.ts';

describe('a receipt on paper', () => {
  it('is saved as PDF beside its files, under the name that the window suggests, made safe', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    const to = join(world.root, 'receipt.pdf');
    world.desk.place = to;
    const saved = await world.archive.paper.savePdf('a', 'Receipt: Installs/October');
    expect(saved).toMatchObject({ name: 'receipt.pdf', folder: world.root });
    expect(readFileSync(to, 'utf8')).toMatch(/^%PDF-/);
    expect(world.desk.asked[0]).toMatchObject({
      folder: dirname(world.pathOf('a', 'one.csv')),
      format: 'pdf',
    });
    expect(world.desk.asked[0]?.name).not.toMatch(/[:/]/);
    expect(world.archive.place.placeOf(saved?.savedId ?? '')).toBe(to);
  });

  it('is not made when the person cancels', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    let made = 0;
    world.desk.toPdf = async () => {
      made += 1;
      return new Uint8Array();
    };
    expect(await world.archive.paper.savePdf('a', 'Receipt')).toBeNull();
    expect(made).toBe(0);
  });

  it('that the system can’t make leaves nothing behind', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    world.desk.place = join(world.root, 'receipt.pdf');
    world.desk.toPdf = async () => Promise.reject(new Error('Printing failed'));
    await expect(world.archive.paper.savePdf('a', 'Receipt')).rejects.toMatchObject({
      error: { code: 'print-failed', detail: 'Printing failed' },
    });
    expect(existsSync(world.desk.place)).toBe(false);
  });

  it('without a receipt prints nothing, whatever the window shows', async () => {
    const world = openArchiveWorld();
    let printed = 0;
    world.desk.print = async () => {
      printed += 1;
      return true;
    };
    await expect(world.archive.paper.print('a')).rejects.toMatchObject({
      error: { code: 'receipt-not-found' },
    });
    expect(printed).toBe(0);
  });

  it('says whether it was printed, cancelled or refused', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    expect(await world.archive.paper.print('a')).toBe(true);
    world.desk.print = async () => false;
    expect(await world.archive.paper.print('a')).toBe(false);
    world.desk.print = async () => Promise.reject(new Error('no printers'));
    await expect(world.archive.paper.print('a')).rejects.toMatchObject({ error: { code: 'print-failed' } });
  });

  it('a place that was never chosen can’t be shown', () => {
    const world = openArchiveWorld();
    expect(() => world.archive.place.placeOf('made up')).toThrow();
  });
});
