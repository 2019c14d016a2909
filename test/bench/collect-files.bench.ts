import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type Bench, median, megabytes, milliseconds, type Row, ratioRow, seconds, times } from './bench.ts';
import type { Collected, Lab, Spent } from './lab.ts';
import { writeTable } from './test-data.ts';

const hashes = 3;
const gigabyte = 1024 ** 3;
const mostMemory = 60 * 1024 ** 2;

interface Kind {
  readonly name: string;
  readonly what: string;
  readonly bytes: number;
  readonly packed: boolean;
  /** Random characters a row. */
  readonly noise: number;
  readonly limit: number | null;
  /** Turns: more of them where a limit is to be judged on a noisy disk. */
  readonly turns: number;
}

/** The number of a file's export is 1000 times its place here. */
const kinds: readonly Kind[] = [
  {
    name: 'events.0.csv',
    what: '1 GB as it is',
    bytes: gigabyte,
    packed: false,
    noise: 24,
    limit: 1.15,
    turns: 5,
  },
  {
    name: 'noise.0.csv.gz',
    what: '256 MB csv.gz that hardly packs',
    bytes: 256 * 1024 ** 2,
    packed: true,
    noise: 400,
    limit: null,
    turns: 3,
  },
  {
    name: 'events.0.csv.gz',
    what: '64 MB csv.gz that packs well',
    bytes: 64 * 1024 ** 2,
    packed: true,
    noise: 0,
    limit: null,
    turns: 3,
  },
];

export function writeFiles(folder: string): readonly string[] {
  return kinds.map((kind) => {
    const file = path.join(folder, kind.name);
    writeTable(file, kind);
    return file;
  });
}

export const collectFiles: Bench = {
  name: 'files',
  async run(lab) {
    const rows: Row[] = [];
    for (const [place, kind] of kinds.entries()) rows.push(...(await compare(lab, kind, place * 1000)));
    return rows;
  },
};

async function compare(lab: Lab, kind: Kind, firstReference: number): Promise<readonly Row[]> {
  const bares: Spent[] = [];
  const hash: number[] = [];
  const docket: Collected[] = [];
  // In turns, so that what else the machine does meets both.
  for (let turn = 1; turn <= kind.turns; turn += 1) {
    const bare = async () => bares.push(await lab.bare(lab.fileUrl(kind.name)));
    const ours = async () => docket.push(await lab.collect(String(firstReference + turn), 'mytracker'));
    // What one leaves behind in the disk's cache must not always meet the other.
    for (const one of turn % 2 === 1 ? [bare, ours] : [ours, bare]) await one();
    if (turn <= hashes) hash.push(await lab.hash(kind.name));
    console.log(
      `  ${kind.what}: bare ${seconds(bares.at(-1)?.ms ?? 0)}, Docket ${seconds(docket.at(-1)?.ms ?? 0)}`,
    );
  }
  const time = median(docket.map(({ ms }) => ms));
  const bare = median(bares.map(({ ms }) => ms));
  const rows: Row[] = [ratioRow(`${kind.what}: collected and verified`, time, bare, kind.limit)];
  rows.push(pairedRow(kind, docket, bares), ...processorRow(kind, docket, bares));
  rows.push(ratioRow(`${kind.what}: against SHA-256 of the file alone`, time, median(hash), null));
  if (kind.packed) rows.push(...unpacking(lab, kind, time, bare));
  return [...rows, ...manners(kind, docket)];
}

/** Each turn by itself: what else the machine did meanwhile met both halves of it. */
function pairedRow(kind: Kind, docket: readonly Spent[], bare: readonly Spent[]): Row {
  const ratios = docket.map(({ ms }, turn) => ms / (bare[turn]?.ms ?? Number.NaN));
  return {
    what: `${kind.what}: turn by turn, the median; least and most`,
    docket: '',
    reference: '',
    ratio: `${times(median(ratios))}; ${times(Math.min(...ratios))} – ${times(Math.max(...ratios))}`,
    limit: null,
  };
}

/** Where all cores are busy, the work decides the time: hash, rows and screen are work as well. */
function processorRow(kind: Kind, docket: readonly Spent[], bare: readonly Spent[]): readonly Row[] {
  const spent = (runs: readonly Spent[]) =>
    runs.flatMap(({ processor }) => (processor === null ? [] : [processor]));
  const [ours, theirs] = [spent(docket), spent(bare)];
  if (ours.length === 0 || theirs.length === 0) return [];
  const what = `${kind.what}: processor time of all, the vendor's too`;
  return [ratioRow(what, median(ours), median(theirs), null)];
}

/** No proof of a gzip's inside is cheaper than unpacking it: that alone, for comparison. */
function unpacking(lab: Lab, kind: Kind, time: number, bare: number): readonly Row[] {
  const started = performance.now();
  const { status } = spawnSync('gzip', ['-t', path.join(lab.folder, kind.name)]);
  if (status !== 0) return [];
  const gzip = performance.now() - started;
  return [
    {
      what: `${kind.what}: against \`gzip -t\` of the file alone`,
      docket: seconds(time),
      reference: seconds(gzip),
      ratio: times(time / gzip),
      limit: null,
    },
    ratioRow(`${kind.what}: against bare, then \`gzip -t\``, time, bare + gzip, null),
  ];
}

function manners(kind: Kind, docket: readonly Collected[]): readonly Row[] {
  const memory = docket.flatMap((one) => (one.memory === null ? [] : [one.memory]));
  const most = memory.length === 0 ? null : Math.max(...memory);
  const p99 = Math.max(...docket.map(({ delay }) => delay.p99));
  const longest = Math.max(...docket.map(({ delay }) => delay.max));
  return [
    {
      what: `${kind.what}: main process's memory above idle, the most`,
      docket: most === null ? 'not measured here' : megabytes(most),
      reference: '',
      ratio: '',
      limit: most === null ? null : { text: megabytes(mostMemory), kept: most <= mostMemory },
    },
    {
      what: `${kind.what}: main event loop's delay, 99 % below, longest`,
      docket: `${milliseconds(p99)}, ${milliseconds(longest)}`,
      reference: '',
      ratio: '',
      limit: null,
    },
  ];
}
