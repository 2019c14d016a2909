import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Row } from './bench.ts';

export interface Circumstances {
  readonly versions: { readonly electron: string; readonly chrome: string; readonly node: string };
  readonly at: Date;
  /** Of the minute before: on a machine that does other things, times and ratios say little. */
  readonly load: number;
}

const columns = ['what', 'Docket', 'reference', 'ratio', 'at most', ''] as const;

function cells(row: Row): readonly string[] {
  const { limit } = row;
  const mark = limit === null ? '' : limit.kept ? '✓' : '✗';
  return [row.what, row.docket, row.reference, row.ratio, limit?.text ?? '', mark];
}

/** A table of Markdown that is as readable in a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [columns, ...rows.map(cells)];
  const widths = columns.map((_, place) => Math.max(3, ...lines.map((line) => line[place]?.length ?? 0)));
  const shown = lines.map(
    (line) => `| ${widths.map((width, place) => (line[place] ?? '').padEnd(width)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [shown[0], rule, ...shown.slice(1)].join('\n');
}

export function machine({ versions, at, load }: Circumstances): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores, ${memory} GB memory, ${process.platform}, load before ${load.toFixed(1)} · Electron ${versions.electron} (Chromium ${versions.chrome}, Node ${versions.node}) · ${at.toISOString().slice(0, 10)}`;
}

export function writeResults(file: string, rows: readonly Row[], about: Circumstances): void {
  const text = `# Bench

Written by \`npm run bench\`; the newest run stands here. Each ratio is between medians of three or five, measured in turns in one run.

${machine(about)}

${tableOf(rows)}
`;
  writeFileSync(file, text);
}
