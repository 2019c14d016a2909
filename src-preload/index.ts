import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, callNames, eventChannel, eventNames } from './contract/docket-api.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>(eventNames.map((name) => [name, new Set<Listener>()]));

ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => {
  if (typeof name !== 'string') return;
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

const rooms: Record<string, Record<string, (input?: unknown) => Promise<unknown>>> = {};
for (const name of callNames) {
  const [room = '', verb = ''] = name.split('.');
  rooms[room] ??= {};
  rooms[room][verb] = (input) => ipcRenderer.invoke(callChannel, name, input);
}

contextBridge.exposeInMainWorld('docket', {
  ...rooms,
  on(event: string, listener: Listener) {
    const group = listeners.get(event);
    if (group === undefined) throw new Error(`Docket has no event "${event}"`);
    group.add(listener);
    return () => {
      group.delete(listener);
    };
  },
});
