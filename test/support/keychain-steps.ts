// Run by the keychain tests in a process of its own: node keychain-steps.ts STEP…, each `state`, `read`, `place`,
// `remove` or `write:VALUE`. Prints what each answered, as one JSON array.

import { createSecretStore } from '../../src-main/credentials/create-secret-store.ts';
import { openKeytarKeychain } from '../../src-main/credentials/keytar-keychain.ts';
import { systemClock } from '../../src-main/ports/clock.ts';
import { asDocketError } from '../../src-main/ports/failure.ts';

const account = 'test-connection/secretKey';
const store = createSecretStore({ keychain: openKeytarKeychain(systemClock) });

async function run(step: string): Promise<unknown> {
  if (step === 'state') return store.state();
  if (step === 'read') return store.read(account);
  if (step === 'place') return store.placeOf(account);
  if (step === 'remove') return (await store.remove(account)) ?? 'removed';
  return store.write(account, step.slice('write:'.length));
}

const answers: unknown[] = [];
for (const step of process.argv.slice(2)) {
  answers.push(await run(step).catch((thrown: unknown) => asDocketError(thrown).code));
}
process.stdout.write(`${JSON.stringify(answers)}\n`);
