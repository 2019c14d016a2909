import type { ConnectionTest } from '../../../src-preload/contract/connections.ts';
import type { DocketError, Result } from '../../../src-preload/contract/errors.ts';
import { whileBusy } from '../../state/busy-store.ts';
import { loadConnections } from '../../state/connections-store.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellDone, tellError } from '../../state/messages.ts';
import { words } from '../../words/words.ts';

/** Asks the vendor whether the connection works; the list then shows it. */
export async function testConnection(id: string): Promise<Result<ConnectionTest>> {
  const answer = await ask(docket().connections.test(id));
  await loadConnections();
  return answer;
}

/** The same from the list: a failure stands in its row, a success is also said in passing. */
export function testFromList(id: string, name: string): Promise<void> {
  return whileBusy(id, async () => {
    const answer = await testConnection(id);
    if (!answer.ok) tellError(answer.error, () => void testFromList(id, name));
    else if (answer.value.outcome.kind === 'works') {
      tellDone(words.connections.worksToast(name), words.connections.worksToastHint);
    }
  });
}

/** Answers with the refusal, if main refuses. */
export async function removeConnection(id: string, name: string): Promise<DocketError | null> {
  const answer = await ask(docket().connections.remove(id));
  if (!answer.ok) return answer.error;
  tellDone(words.connections.removed(name), words.connections.removedHint);
  await loadConnections();
  return null;
}

/** Turns collecting by itself on or off; the list shows it. */
export function setCollects(id: string, name: string, on: boolean): Promise<void> {
  return whileBusy(`${id}/collects`, async () => {
    const answer = await ask(docket().connections.collectAutomatically({ id, on }));
    await loadConnections();
    if (!answer.ok) tellError(answer.error, () => void setCollects(id, name, on));
    else tellDone(on ? words.connecting.collectsOn(name) : words.connecting.collectsOff(name));
  });
}
