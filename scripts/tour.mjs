// `npm run tour [-- FILE]`: the real app, driven through its main job with the practice vendors; pictures go to out/tour.
import { runMain } from './setup/progress.mjs';
import { tour } from './tour/take-tour.mjs';

await runMain(() => tour(process.argv.slice(2)));
