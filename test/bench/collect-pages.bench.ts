import { type Bench, median, ratioRow } from './bench.ts';
import { pagesReference } from './lab.ts';

const rounds = 3;

export const collectPages: Bench = {
  name: 'pages',
  async run(lab) {
    const loop: number[] = [];
    const docket: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      loop.push(await lab.oneByOne());
      docket.push((await lab.collect(pagesReference, 'mypreferences')).ms);
    }
    return [ratioRow('100 pages, 100 ms latency: against one by one', median(docket), median(loop), 0.6)];
  },
};
