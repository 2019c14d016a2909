import { json, type PracticeReply } from '../http/reply.ts';
import type { CrayonKnobs } from './knobs.ts';

const types = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The file as bytes or as JSON with base64, as `accept` and the knobs ask. */
export function downloadReply(
  title: string,
  file: Buffer,
  accept: string,
  knobs: CrayonKnobs,
): PracticeReply {
  const name = `${title}.${knobs.content}`;
  const type = types[knobs.content];
  const prefersJson = /application\/json/i.test(accept) && !/octet-stream/i.test(accept);
  if (knobs.downloadForm === 'json' || (knobs.downloadForm === 'by-accept' && prefersJson)) {
    const names = knobs.jsonNames ? { FileName: name, FileContentType: type } : {};
    return json(200, { FileContent: file.toString('base64'), ...names });
  }
  const disposition = dispositionOf(name, knobs);
  const named = disposition === null ? {} : { 'Content-Disposition': disposition };
  return { status: 200, headers: { 'Content-Type': type, ...named }, body: file };
}

function dispositionOf(name: string, { disposition, content }: CrayonKnobs): string | null {
  switch (disposition) {
    case 'missing':
      return null;
    case 'plain':
      return `attachment; filename="${name}"`;
    case 'extended':
      // RFC 6266, section 4.3: the extended form wins.
      return `attachment; filename="report.${content}"; filename*=UTF-8''${encodeURIComponent(`Lizenzübersicht ${name}`)}`;
    case 'hostile':
      return `attachment; filename="../../..\\\\CON:<report>.${content}"`;
  }
}
