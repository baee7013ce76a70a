import { connect, createServer, type Socket } from 'node:net';

/** Answers one line of another process on this machine. */
export type AnswerLine = (line: string) => Promise<string>;

/** A request is short; the answer may list some thousand sign-ins. */
const MAX_LINE_CHARS = 1_000_000;
const SOCKET_TIMEOUT_MS = 5000;

/**
 * Listens on a socket or pipe and answers each line, until closed. Rejects with `EADDRINUSE` if another process listens there.
 */
export async function answerLines(address: string, answer: AnswerLine): Promise<{ close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket.on('close', () => open.delete(socket)));
    void answerSocket(socket, answer);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function answerSocket(socket: Socket, answer: AnswerLine): Promise<void> {
  // `isListening` disconnects at once; an error while writing to it is expected.
  socket.on('error', () => socket.destroy()).setTimeout(SOCKET_TIMEOUT_MS, () => socket.destroy());
  try {
    const request = await readAll(socket);
    if (request === '') socket.destroy();
    else socket.end(`${await answer(request)}\n`);
  } catch {
    socket.destroy();
  }
}

/** Sends one line and reads the answer. */
export async function askLine(address: string, line: string): Promise<string> {
  const socket = connect(address);
  socket.end(`${line}\n`);
  return readAll(socket);
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket.setEncoding('utf8')) {
    text += part;
    if (text.length > MAX_LINE_CHARS) throw new Error('a line over the lock socket is too long');
  }
  return text.trim();
}

/** Does a process listen there? Only a refused or missing connection means no: any other error may come from a busy process. */
export function isListening(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const settle = (listens: boolean) => {
      socket.destroy();
      resolve(listens);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'));
  });
}
