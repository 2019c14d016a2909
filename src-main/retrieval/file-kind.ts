import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { splitName } from './safe-name.ts';

const extensions: Readonly<Record<Exclude<FileKind, 'other'>, string>> = {
  csv: '.csv',
  'csv.gz': '.csv.gz',
  ndjson: '.ndjson',
  json: '.json',
  xlsx: '.xlsx',
  zip: '.zip',
};

/** The kind that a name promises. */
export function kindOfName(name: string): FileKind {
  const { extension } = splitName(name.toLowerCase());
  for (const [kind, known] of Object.entries(extensions)) {
    if (extension === known && kind in extensions) return kindOf(kind);
  }
  if (extension.endsWith('.zip')) return 'zip';
  if (extension.endsWith('.xlsx')) return 'xlsx';
  return 'other';
}

/** The name with the extension of what the file really is: `report.zip` that is a workbook becomes `report.xlsx`. */
export function nameForKind(name: string, kind: FileKind): string {
  if (kind === 'other' || kindOfName(name) === kind) return name;
  const { stem, extension } = splitName(name);
  const right = extensions[kind];
  // An extension that says nothing of these kinds belongs to the name (`report.2024` is not a kind).
  const known =
    extension !== '' && /\.(?:csv|tsv|txt|json|ndjson|xlsx?|zip|gz|bin|dat|html?)$/iu.test(extension);
  return known ? `${stem}${right}` : `${name}${right}`;
}

function kindOf(text: string): FileKind {
  switch (text) {
    case 'csv':
    case 'csv.gz':
    case 'ndjson':
    case 'json':
    case 'xlsx':
    case 'zip':
      return text;
    default:
      return 'other';
  }
}
