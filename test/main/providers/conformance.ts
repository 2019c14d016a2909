import { describe } from 'vitest';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { answersConform } from './conformance-answers.ts';
import { exportsConform } from './conformance-exports.ts';
import { secretsConform } from './conformance-secrets.ts';
import { setStage, type World } from './conformance-stage.ts';

/** What every provider has to do alike: a new vendor passes this, against its practice vendor, before anything else. */
export function providerConformance(name: string, makeWorld: (clock: VirtualClock) => Promise<World>): void {
  describe(`${name} as a provider`, () => {
    const stage = setStage(makeWorld);
    answersConform(stage);
    exportsConform(stage);
    secretsConform(stage);
  });
}
