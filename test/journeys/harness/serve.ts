import { createServer } from 'node:http';
import { listenOnSparePort } from './listen-on-spare-port.ts';

export type ServedFile = { type: string; body: string | Uint8Array; status?: number; headers?: Record<string, string> };

/** A server on a spare port of this machine for as long as the journey lasts; what has no answer is a 404. */
export async function serve(
  lifetime: AsyncDisposableStack,
  answer: (asked: URL) => ServedFile | undefined | Promise<ServedFile | undefined>,
): Promise<string> {
  const server = createServer((request, response) => {
    Promise.resolve(answer(new URL(request.url ?? '/', 'http://127.0.0.1')))
      .then((found) => {
        const { type, body, status = 200, headers } = found ?? { type: 'text/plain', body: 'Nothing here', status: 404 };
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);
      })
      .catch((fault: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(fault)));
  });
  return listenOnSparePort(server, lifetime);
}
