import type { ChildAnswer } from './pool.ts';

/** What a broken invariant looks like to whoever has to mend it. */
export function failureReport(answer: ChildAnswer, lastLines = 60): string {
  const { history, members, regime, seed, steps, violation } = answer;
  return [
    `seed ${seed} broke after ${steps} steps: ${violation}`,
    `the world: ${regime} (${members.join(', ')})`,
    `again, with everything: npm run simulate -- --seed ${seed}`,
    `with fewer faults: npm run simulate -- --seed ${seed} --shrink`,
    'its last lines:',
    ...(history ?? []).slice(-lastLines).map((line) => `  ${line}`),
  ].join('\n');
}

const groups = ['fault', 'crash', 'end', 'power cut', 'export', 'retrieval', 'commit', 'stage'] as const;

/** How often everything occurred, by kind. */
export function coverageReport(counts: Readonly<Record<string, number>>): string {
  const lines = groups.map((group) => {
    const found = Object.entries(counts)
      .filter(([what]) => what.startsWith(`${group}: `))
      .sort(([, a], [, b]) => b - a)
      .map(([what, count]) => `${what.slice(group.length + 2)} ${count}`);
    return `  ${group}: ${found.join(' · ')}`;
  });
  return lines.join('\n');
}
