// `npm run simulate -- --seeds N --from S | --seed N [--shrink] [--without a,b] [--log] [--plant NAME]`
import { parseArgs } from 'node:util';
import { sumOf } from './core/coverage.ts';
import { members } from './core/swarm.ts';
import { plantedBugs } from './plants.ts';
import { type ChildAnswer, runChild, runSeeds } from './pool.ts';
import { coverageReport, failureReport } from './report.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    without: { type: 'string', default: '' },
    plant: { type: 'string' },
    shrink: { type: 'boolean', default: false },
    log: { type: 'boolean', default: false },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const without = values.without.split(',').filter((name) => name !== '');

async function one(seed: number): Promise<boolean> {
  const bug = plantedBugs.find(({ name }) => name === values.plant);
  if (values.plant !== undefined && bug === undefined)
    throw new Error(`no planted bug is called "${values.plant}"`);
  const plant = bug ?? null;
  const [answer] = await runChild({ from: seed, plant, without, verbose: values.log });
  if (answer === undefined) return false;
  if (!values.shrink || answer.violation === null) {
    for (const line of answer.history ?? []) say(line);
    say(
      `\nseed ${seed}, ${answer.steps} steps, history ${answer.hash}: ${answer.violation ?? 'all invariants held'}`,
    );
    return answer.violation === null;
  }
  let least: ChildAnswer = answer;
  const off = [...without];
  for (const member of members) {
    if (!least.members.includes(member)) continue;
    const [fewer] = await runChild({ from: seed, plant, without: [...off, member] });
    if (fewer === undefined || fewer.violation === null) continue;
    off.push(member);
    least = fewer;
  }
  say(failureReport(least, Number.POSITIVE_INFINITY));
  say(`what it needs: ${least.members.join(', ') || 'nothing at all'} (--without ${off.join(',')})`);
  return false;
}

async function many(from: number, count: number): Promise<boolean> {
  const broken: ChildAnswer[] = [];
  let done = 0;
  const { answers, seconds } = await runSeeds({ from, count, without }, (answer) => {
    done += 1;
    if (answer.violation !== null) {
      broken.push(answer);
      say(failureReport(answer));
    }
    if (done % 500 === 0) say(`${done} of ${count} seeds`);
  });
  say(coverageReport(sumOf(answers.map(({ coverage }) => coverage))));
  const steps = answers.reduce((sum, answer) => sum + answer.steps, 0);
  say(
    `${answers.length} seeds, ${steps} steps, ${seconds.toFixed(1)} s: ${(answers.length / seconds).toFixed(1)} seeds per second`,
  );
  say(
    broken.length === 0
      ? 'all invariants held'
      : `${broken.length} seeds broke: ${broken.map(({ seed }) => seed).join(', ')}`,
  );
  return broken.length === 0;
}

const fine =
  values.seed === undefined
    ? await many(Number(values.from), Number(values.seeds))
    : await one(Number(values.seed));
process.exitCode = fine ? 0 : 1;
