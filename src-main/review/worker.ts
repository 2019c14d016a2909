import { asDocketError } from '../ports/failure.ts';
import { createEngine } from './engine.ts';
import { type Answer, type Request, requestSchema } from './protocol.ts';

/**
 * The review process. Started by Electron as a utility process (parentPort), or by Node as a child process in tests.
 * Its only argument is the folder for temporary tables.
 */
interface Port {
  on(event: 'message', listener: (message: unknown) => void): void;
  send(answer: Answer): void;
}

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

function connectPort(): Port {
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      on: (_event, listener) => parentPort.on('message', (event) => listener(event.data)),
      send: (answer) => parentPort.postMessage(answer),
    };
  }
  return {
    on: (_event, listener) => {
      process.on('message', listener);
    },
    send: (answer) => {
      process.send?.(answer);
    },
  };
}

const engine = createEngine(process.argv.at(-1) ?? '.');
const port = connectPort();

async function answerTo(request: Request): Promise<Answer> {
  const { id } = request;
  switch (request.do) {
    case 'open':
      return { id, kind: 'table', table: await engine.openTable(request.handle, request.source) };
    case 'rows': {
      const { handle, offset, limit, columns } = request;
      return { id, kind: 'rows', page: await engine.rows(handle, offset, limit, columns) };
    }
    case 'close':
      await engine.close(request.handle);
      return { id, kind: 'closed' };
  }
}

port.on('message', (message) => {
  const request = requestSchema.parse(message);
  answerTo(request).then(
    (answer) => port.send(answer),
    (thrown: unknown) => {
      const { code, detail } = asDocketError(thrown);
      port.send({ id: request.id, kind: 'failed', code, ...(detail === undefined ? {} : { detail }) });
    },
  );
});
