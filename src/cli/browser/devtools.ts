import type { Readable, Writable } from 'node:stream';

/** The browser refuses a command, as while a page is being replaced. */
export class DevToolsError extends Error {}
/** The browser has not answered in time, as where a page is in a loop that never ends. */
export class BrowserSilent extends Error {}
/** The browser has ended. */
export class BrowserEnded extends Error {
  constructor() {
    super('The browser has ended.');
  }
}

type Params = Record<string, unknown>;
type DevToolsListener = (method: string, params: Params, sessionId: string | undefined) => void;

/** A connection that speaks the DevTools protocol. */
export interface DevTools {
  send<Result = Params>(method: string, params?: Params, sessionId?: string): Promise<Result>;
  onEvent(listener: DevToolsListener): void;
}

interface PendingCommand {
  method: string;
  sessionId: string | undefined;
  timer: NodeJS.Timeout;
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

interface ProtocolMessage {
  id?: number;
  method?: string;
  params?: Params;
  result?: Params;
  error?: { message: string };
  sessionId?: string;
}

/** Speaks the protocol over a pair of pipes, where each message ends with a zero byte. No port is opened that others could connect to. */
export function connectDevTools(toBrowser: Writable, fromBrowser: Readable, timeoutMs = 30_000): DevTools {
  const pending = new Map<number, PendingCommand>();
  const listeners: DevToolsListener[] = [];
  let lastId = 0;
  let hasEnded = false;
  readMessages(fromBrowser, ({ id, method, params = {}, result = {}, error, sessionId }) => {
    if (method !== undefined) for (const listener of listeners) listener(method, params, sessionId);
    if (method === 'Target.detachedFromTarget') refuseCommandsOf(params.sessionId);
    const command = id === undefined ? undefined : pending.get(id);
    if (id === undefined || !command) return;
    pending.delete(id);
    clearTimeout(command.timer);
    if (error) command.reject(new DevToolsError(`${command.method}: ${error.message}`));
    else command.resolve(result as never);
  });
  /** A tab that closes leaves what it was asked without an answer. */
  const refuseCommandsOf = (sessionId: unknown) => {
    for (const [id, command] of [...pending].filter(([, one]) => one.sessionId === sessionId)) {
      pending.delete(id);
      clearTimeout(command.timer);
      command.reject(new DevToolsError(`${command.method}: the tab has closed.`));
    }
  };
  const end = () => {
    hasEnded = true;
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(new BrowserEnded());
    }
    pending.clear();
  };
  for (const stream of [toBrowser, fromBrowser]) stream.on('close', end).on('error', end);
  return {
    onEvent: (listener) => void listeners.push(listener),
    send(method, params = {}, sessionId) {
      if (hasEnded) return Promise.reject(new BrowserEnded());
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          pending.delete(id);
          reject(new BrowserSilent(`The page did not answer within ${timeoutMs / 1000} s.`));
        }, timeoutMs);
        pending.set(id, { method, sessionId, timer, resolve, reject });
        toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
      });
    },
  };
}

function readMessages(stream: Readable, onMessage: (message: ProtocolMessage) => void): void {
  let chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = Buffer.concat([...chunks, rest.subarray(0, end)]).toString('utf8');
      chunks = [];
      rest = rest.subarray(end + 1);
      onMessage(JSON.parse(message) as ProtocolMessage);
    }
    if (rest.length > 0) chunks.push(rest);
  });
}
