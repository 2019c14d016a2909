import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toolEnvironment, tools } from '../checks/tools.mjs';
import { runInDesktop } from '../desktop/run-in-desktop.mjs';
import { prepare } from '../prepare.mjs';
import { provideBuild } from '../setup/build.mjs';
import { toolNode } from '../setup/dependencies.mjs';
import { root } from '../setup/places.mjs';
import { SetupError, say, step } from '../setup/progress.mjs';

/**
 * Drives the real app through its main job with the practice vendors, in a private desktop.
 * @param {readonly string[]} [only] arguments for Playwright: a part of the tour, whose pictures are renewed
 * @returns {Promise<number>} the exit code
 */
export async function tour(only = []) {
  await prepare('tests');
  if (!existsSync(join(root, 'test', 'tour', 'tour.spec.ts'))) {
    throw new SetupError('There is no tour yet: test/tour/tour.spec.ts is missing.');
  }
  await step(provideBuild);
  const folder = join(root, 'out', 'tour');
  // Whoever looks at the album must not find a picture of an earlier tour in it.
  if (only.length === 0) rmSync(folder, { recursive: true, force: true });
  const code = await runInDesktop(
    toolNode(),
    [tools.playwright, 'test', '--project=tour', '--reporter=line', ...only],
    {
      cwd: root,
      env: toolEnvironment(toolNode()),
    },
  );
  const pictures = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.png'))
    : [];
  say(`${code === 0 ? '✓' : '✗'} the tour left ${pictures.length} pictures in out/tour`);
  return code;
}
