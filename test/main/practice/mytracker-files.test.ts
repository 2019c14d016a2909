import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { splitCsv } from '../../../src-main/practice/mytracker/csv-parts.ts';
import { callTracker, getExport, type Stage, startStage } from './vendor-calls.ts';

async function download(
  stage: Stage,
  id: string,
  headers: Record<string, string> = {},
  part = 0,
): Promise<Response> {
  return callTracker(stage.mytracker, stage.mytracker.links(id)[part] ?? '', { headers });
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

describe('the file', () => {
  test('is gzipped CSV with a header in every part, and the same for the same seed', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport({
      selectors: ['idDevice', 'idPartnerTitle', 'tsEvent', 'params.name'],
    });
    for (const part of [0, 1]) {
      const bytes = await bytesOf(await download(stage, id, {}, part));
      expect(bytes.equals(await stage.mytracker.expectedFile(id, part))).toBe(true);
      const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
      expect(lines[0]).toBe('idDevice,idPartnerTitle,tsEvent,params.name');
      expect(lines).toHaveLength(41);
      for (const line of lines.slice(1)) expect(line).toMatch(/^\d{17,19},/);
      expect(lines.join()).toContain('"[level,mode]"');
    }
    const again = await startStage();
    again.mytracker.addExport({ id, selectors: ['idDevice', 'idPartnerTitle', 'tsEvent', 'params.name'] });
    expect(
      (await again.mytracker.expectedFile(id, 1)).equals(await stage.mytracker.expectedFile(id, 1)),
    ).toBe(true);
  });

  test.each([
    ['UTC', Date.UTC(2026, 0, 3), Date.UTC(2026, 0, 6)],
    ['Europe/Moscow', Date.UTC(2026, 0, 2, 21), Date.UTC(2026, 0, 5, 21)],
    ['America/New_York', Date.UTC(2026, 0, 3, 5), Date.UTC(2026, 0, 6, 5)],
  ])(
    'holds events of the days that were asked for in %s, from the first to the last',
    async (timezone, from, to) => {
      const stage = await startStage();
      const query = new URLSearchParams({
        event: 'installs',
        selectors: 'tsEvent,dtEvent',
        dateFrom: '2026-01-03',
        dateTo: '2026-01-05',
        timezone,
      });
      const answer = await callTracker(stage.mytracker, `/api/raw/v1/export/create.json?${query}`, {
        method: 'POST',
      });
      const { data } = (await answer.json()) as { data: { idRawExport: string } };
      stage.pass(3_600_000);
      const texts = await Promise.all(
        [0, 1].map(async (part) =>
          gunzipSync(await stage.mytracker.expectedFile(data.idRawExport, part)).toString(),
        ),
      );
      const times = texts.flatMap((text) =>
        text
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => Number(line.split(',')[0]) * 1000),
      );
      expect(times).toHaveLength(80);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(from);
      expect(Math.max(...times)).toBeLessThan(to);
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(0.9 * (to - from));
    },
  );

  test('of the samples lies in the October and the quarter that their names say', async () => {
    const stage = await startStage({ preSeed: true });
    const { success, inProgress } = stage.mytracker.readyReferences;
    const days = async (id: string) => {
      const text = gunzipSync(await stage.mytracker.expectedFile(id, 0)).toString();
      return text.match(/2025-\d\d-\d\d/g) ?? [];
    };
    const installs = await days(success);
    expect([installs[0], installs.every((day) => day.startsWith('2025-10-'))]).toEqual(['2025-10-01', true]);
    const payments = await days(inProgress);
    expect([payments[0], payments.at(-1)?.slice(0, 7)]).toEqual(['2025-07-01', '2025-09']);
  });

  test('can be a public file, cut between records', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docket-'));
    try {
      const publicFile = join(folder, 'public.csv');
      await writeFile(publicFile, 'zip,city\n00501,"Holtsville,\nNY"\n00544,Moscow\n01001,Agawam\n');
      const stage = await startStage({ publicFile, preSeed: true });
      const id = stage.mytracker.readyReferences.publicFile ?? '';
      const texts = await Promise.all(
        [0, 1].map(async (part) => gunzipSync(await bytesOf(await download(stage, id, {}, part))).toString()),
      );
      expect(texts).toEqual([
        'zip,city\n00501,"Holtsville,\nNY"\n00544,Moscow\n',
        'zip,city\n01001,Agawam\n',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a text without a last line break splits all the same', () => {
    expect(splitCsv('a\n1\n2\n3', 2)).toEqual(['a\n1\n2\n', 'a\n3\n']);
    expect(splitCsv('a\n', 3)).toEqual(['a\n']);
  });

  test.each(['crc', 'truncated', 'not-gzip'] as const)('can be damaged: %s', async (fileDamage) => {
    const stage = await startStage();
    stage.mytracker.set({ fileDamage });
    const response = await download(stage, stage.mytracker.addExport());
    const bytes = await bytesOf(response);
    expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
    expect(() => gunzipSync(bytes)).toThrow();
  });

  test('can lack its header, or be taken for a compressed page', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    stage.mytracker.set({ fileDamage: 'headerless' });
    expect(gunzipSync(await bytesOf(await download(stage, id))).toString()).toMatch(/^\d{17,19},/);
    stage.mytracker.set({ fileDamage: 'none', contentEncoding: true });
    expect(await (await download(stage, id)).text()).toMatch(/^idDevice,/);
  });
});

describe('the link', () => {
  test('on the vendor’s own host needs a signature; optional only without auth=1', async () => {
    const stage = await startStage();
    const [link = ''] = stage.mytracker.links(stage.mytracker.addExport());
    expect((await fetch(link)).status).toBe(403);
    stage.mytracker.set({ downloadAuth: 'optional' });
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(`${link}?auth=1`)).status).toBe(403);
    expect((await callTracker(stage.mytracker, `${link}?auth=1`)).status).toBe(200);
    expect((await fetch(link, { headers: { Authorization: 'AuthHMAC 77658:AAAA' } })).status).toBe(403);
  });

  test('on the storage host works bare and is refused with a foreign Authorization', async () => {
    const stage = await startStage();
    stage.mytracker.set({ linkHost: 'other' });
    const id = stage.mytracker.addExport();
    const [link = ''] = stage.mytracker.links(id);
    expect(link.startsWith(`${stage.mytracker.storage.origin}/rawdata/2026.01.15/${id}.installs.`)).toBe(
      true,
    );
    const signed = await callTracker(stage.mytracker, link);
    expect([signed.status, await signed.text()]).toEqual([
      400,
      expect.stringContaining('Unsupported Authorization Type'),
    ]);
    expect((await bytesOf(await fetch(link))).equals(await stage.mytracker.expectedFile(id, 0))).toBe(true);
  });

  test('can redirect to the storage host', async () => {
    const stage = await startStage();
    stage.mytracker.set({ redirectDownload: true });
    const response = await download(stage, stage.mytracker.addExport());
    expect(response.status).toBe(302);
    const location = response.headers.get('location') ?? '';
    expect(new URL(location).origin).toBe(stage.mytracker.storage.origin);
    expect((await fetch(location)).status).toBe(200);
  });

  test.each([403, 404, 410] as const)(
    'once expired answers %i without JSON, each part at its own time',
    async (expiredAnswer) => {
      const stage = await startStage({ expiry: { link: 60_000, linkStep: 60_000 } });
      stage.mytracker.set({ expiredAnswer });
      const id = stage.mytracker.addExport();
      stage.pass(60_000);
      const dead = await download(stage, id);
      expect(dead.status).toBe(expiredAnswer);
      expect(await dead.text()).not.toContain('{');
      expect((await download(stage, id, {}, 1)).status).toBe(200);
    },
  );

  test('stays dead when asked again, unless the vendor renews links', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport({ state: 'expired' });
    const before = await getExport(stage.mytracker, id);
    expect(await getExport(stage.mytracker, id)).toEqual(before);
    stage.mytracker.set({ renewLinks: true });
    const after = await getExport(stage.mytracker, id);
    expect(after.files).not.toEqual(before.files);
    expect((await download(stage, id)).status).toBe(200);
  });

  test('of an export that is not ready, or made up, is a 404', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport({ state: 'in-progress' });
    expect((await download(stage, id)).status).toBe(404);
    stage.mytracker.finish(id);
    const [link = ''] = stage.mytracker.links(id);
    expect((await callTracker(stage.mytracker, link.replace('.0.csv', '.9.csv'))).status).toBe(404);
    expect((await callTracker(stage.mytracker, link.replace(/[0-9a-f]{32}/, '0'.repeat(32)))).status).toBe(
      404,
    );
  });
});

describe('ranges', () => {
  test('continue where asked, with a strong ETag and a date', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    const file = await stage.mytracker.expectedFile(id, 0);
    const whole = await download(stage, id);
    const etag = whole.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    await whole.arrayBuffer();
    for (const condition of [etag, whole.headers.get('last-modified') ?? '']) {
      const rest = await download(stage, id, { Range: 'bytes=100-', 'If-Range': condition });
      expect(rest.status).toBe(206);
      expect(rest.headers.get('content-range')).toBe(`bytes 100-${file.length - 1}/${file.length}`);
      expect((await bytesOf(rest)).equals(file.subarray(100))).toBe(true);
    }
    const middle = await download(stage, id, { Range: 'bytes=5-9' });
    expect((await bytesOf(middle)).equals(file.subarray(5, 10))).toBe(true);
    const tail = await download(stage, id, { Range: 'bytes=-8' });
    expect((await bytesOf(tail)).equals(file.subarray(-8))).toBe(true);
  });

  test('start again when the validator does not match, and are refused beyond the end', async () => {
    const stage = await startStage();
    const id = stage.mytracker.addExport();
    const file = await stage.mytracker.expectedFile(id, 0);
    expect((await download(stage, id, { Range: 'bytes=100-', 'If-Range': '"other"' })).status).toBe(200);
    const beyond = await download(stage, id, { Range: `bytes=${file.length}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${file.length}`);
  });

  test.each([
    ['ignored', 200, null],
    ['none', 200, null],
    ['wrong-start', 206, /^bytes 99-/],
    ['wrong-total', 206, /^bytes 100-/],
  ] as const)('can be %s', async (ranges, status, contentRange) => {
    const stage = await startStage();
    stage.mytracker.set({ ranges });
    const id = stage.mytracker.addExport();
    const file = await stage.mytracker.expectedFile(id, 0);
    const response = await download(stage, id, { Range: 'bytes=100-' });
    expect(response.status).toBe(status);
    const told = response.headers.get('content-range');
    if (contentRange === null) expect(told).toBeNull();
    else expect(told).toMatch(contentRange);
    if (ranges === 'wrong-total') expect(told?.endsWith(`/${file.length + 17}`)).toBe(true);
    expect(response.headers.get('accept-ranges')).toBe(ranges === 'none' ? null : 'bytes');
  });

  test.each([
    ['weak', /^W\/"/],
    ['none', /^$/],
    ['changing', /-2"$/],
  ] as const)('the ETag can be %s', async (etag, form) => {
    const stage = await startStage();
    stage.mytracker.set({ etag });
    const id = stage.mytracker.addExport();
    await (await download(stage, id)).arrayBuffer();
    expect((await download(stage, id)).headers.get('etag') ?? '').toMatch(form);
  });
});
