import { Failure } from '../../../../src-main/ports/failure.ts';
import { crayon } from '../../../../src-main/providers/crayon/crayon.ts';
import type {
  ExportReport,
  FilePart,
  PartAnswer,
  ProviderClient,
} from '../../../../src-main/providers/provider.ts';
import type { ConfigOf } from '../../../../src-preload/contract/connections.ts';
import { type ContextBench, calm, contextFor, type Secrets } from '../../../support/provider-context.ts';

export const secrets = { clientSecret: 'canary-client-secret-9d', password: 'canary pässword & 100%' };

export function configFor(origin: string, more: Partial<ConfigOf<'crayon'>> = {}): ConfigOf<'crayon'> {
  return {
    provider: 'crayon',
    baseUrl: origin,
    clientId: 'client-1',
    userName: 'jane.doe@example.com',
    downloadAs: 'bytes',
    ...more,
  };
}

export interface Bench extends ContextBench {
  readonly client: ProviderClient;
}

export function benchFor(
  config: ConfigOf<'crayon'>,
  given: Secrets = secrets,
  parts: Parameters<typeof contextFor>[2] = {},
): Bench {
  const bench = contextFor(config, given, parts);
  return { ...bench, client: crayon.connect(bench.context) };
}

export async function checkOne(client: ProviderClient, reference: string): Promise<ExportReport> {
  const found = (await client.check([reference], calm())).get(reference);
  if (found === undefined) throw new Error('the reference is missing from the answer');
  if (found instanceof Error) throw found;
  return found;
}

export async function partOf(client: ProviderClient, reference: string): Promise<FilePart> {
  const plan = await client.plan(reference, calm());
  const part = plan.kind === 'files' ? plan.parts[0] : undefined;
  if (part === undefined) throw new Error('a file was expected');
  return part;
}

export const fromStart = { from: 0, validator: null };

export async function bytesOf(answer: PartAnswer): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The Failure that a promise ends with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (thrown instanceof Failure) return thrown;
  throw thrown;
}
