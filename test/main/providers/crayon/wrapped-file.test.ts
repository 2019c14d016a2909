import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapFile } from '../../../../src-main/providers/crayon/wrapped-file.ts';

/** A body that arrives in pieces of so many bytes. */
async function* arriving(text: string | Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unwrapped(text: string | Buffer, size?: number) {
  const { fileName, body } = await unwrapFile(arriving(text, size));
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return { fileName, bytes: Buffer.concat(pieces) };
}

const codeOf = (text: string) =>
  unwrapped(text).then(
    () => 'none',
    (thrown: unknown) => (thrown as { code?: string }).code,
  );

const file = Buffer.from('PK\u0003\u0004 a workbook, or so');
const base64 = file.toString('base64');

describe('a wrapped file', () => {
  test('comes out as it went in, whatever its bytes and however the answer is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (bytes, size, nameFirst) => {
          const content = `"FileContent" : "${Buffer.from(bytes).toString('base64')}"`;
          const name = '"FileName":"Lizenzen ü \\u20ac.xlsx"';
          const text = nameFirst ? `{${name}, ${content}}` : `{ ${content} ,${name}}\n`;
          const found = await unwrapped(text, size);
          expect(found.fileName).toBe('Lizenzen ü €.xlsx');
          expect(found.bytes.equals(Buffer.from(bytes))).toBe(true);
        },
      ),
    );
  });

  test.each([
    [
      'the vendor’s form',
      `{ "FileContent": "${base64}", "FileName": "report.zip", "FileContentType": "application/zip" }`,
      'report.zip',
    ],
    ['without a name', `{"FileContent":"${base64}"}`, null],
    ['with an empty name', `{"FileName":"","FileContent":"${base64}"}`, null],
    ['with a null name', `{"FileName":null,"FileContent":"${base64}"}`, null],
    ['keys in other letter case', `{"filename":"r.zip","filecontent":"${base64}"}`, 'r.zip'],
    ['a byte order mark', `\ufeff{"FileContent":"${base64}","FileName":"r.zip"}`, 'r.zip'],
    [
      'other members around',
      `{"a":[1,{"FileContent":"x}"}],"b":{"c":"]"},"d":1.5,"FileContent":"${base64}","e":[{}],"f":true}`,
      null,
    ],
    [
      'escaped strokes and pluses',
      `{"FileContent":"${base64.replaceAll('/', '\\/').replaceAll('+', '\\u002B')}"}`,
      null,
    ],
    ['line breaks as of MIME', `{"FileContent":"${base64.slice(0, 8)}\\r\\n${base64.slice(8)}"}`, null],
    ['an array of bytes', `{"FileContent":[${[...file].join(', ')}],"FileName":"r.zip"}`, 'r.zip'],
  ])('may have %s', async (_, text, name) => {
    const found = await unwrapped(text);
    expect(found.fileName).toBe(name);
    expect(found.bytes.equals(file)).toBe(true);
  });

  test('of many megabytes is passed on piece by piece', async () => {
    const chunk = Buffer.alloc(3 * 64 * 1024, 'x').toString('base64');
    let asked = 0;
    async function* large(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"FileName":"big.zip","FileContent":"');
      for (asked = 0; asked < 200; asked += 1) yield Buffer.from(chunk);
      yield Buffer.from('"}');
    }
    const { fileName, body } = await unwrapFile(large());
    expect(fileName).toBe('big.zip');
    expect(asked).toBe(0);
    let size = 0;
    for await (const piece of body) {
      size += piece.byteLength;
      expect(Math.abs(size / (3 * 64 * 1024) - asked)).toBeLessThan(2);
    }
    expect(size).toBe(200 * 3 * 64 * 1024);
  });

  test('that is too large to be held for its name goes on without it', async () => {
    const chunk = Buffer.alloc(3 * 1024 * 1024).toString('base64');
    async function* large(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"FileContent":"');
      for (let i = 0; i < 20; i += 1) yield Buffer.from(chunk);
      yield Buffer.from('","FileName":"late.zip"}');
    }
    const { fileName, body } = await unwrapFile(large());
    expect(fileName).toBeNull();
    let size = 0;
    for await (const piece of body) size += piece.byteLength;
    expect(size).toBe(60 * 1024 * 1024);
  });

  test('that nobody wants any more frees its connection', async () => {
    let freed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield Buffer.from(`{"FileName":"r.zip","FileContent":"${base64}`);
        yield Buffer.from(base64);
      } finally {
        freed = true;
      }
    }
    const { body } = await unwrapFile(source());
    for await (const _ of body) break;
    expect(freed).toBe(true);
  });
});

describe('a damaged wrapper', () => {
  const whole = `{"FileContent":"${base64}","FileName":"report.zip"}`;
  test('cut anywhere is noticed', async () => {
    for (let end = 1; end < whole.length; end += 1) {
      expect(await codeOf(whole.slice(0, end)), whole.slice(0, end)).not.toBe('none');
    }
    expect(await codeOf(whole)).toBe('none');
  });

  test.each([
    ['no content', '{"FileName":"a"}'],
    ['nothing in it', '{}'],
    ['null for content', '{"FileContent":null}'],
    ['a number for content', '{"FileContent":5}'],
    ['characters that are no base64', '{"FileContent":"UEsD*AQ="}'],
    ['padding in the middle', '{"FileContent":"UEs=UEsD"}'],
    ['a missing character', '{"FileContent":"UEsDB"}'],
    ['an unknown escape', '{"FileContent":"UEsD\\t"}'],
    ['the content twice', `{"FileContent":"${base64}","FileContent":"${base64}"}`],
    ['a byte above 255', '{"FileContent":[80,256]}'],
    ['something behind its content', `{"FileContent":"${base64}" "FileName"}`],
    ['a list around it', `[${whole}]`],
    ['no quotes around a key', `{FileContent:"${base64}"}`],
  ])('with %s is malformed', async (_, text) => {
    expect(await codeOf(text)).toBe('answer-malformed');
  });

  test('gives the vendor’s words where it holds an error instead', async () => {
    await expect(
      unwrapped('{"ErrorCode":"EXPORT_GONE","Message":"The export was removed","ObjectErrors":[]}'),
    ).rejects.toMatchObject({
      error: { code: 'answer-malformed', detail: 'The export was removed (EXPORT_GONE)' },
    });
  });
});
