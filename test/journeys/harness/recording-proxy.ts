import { createServer, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { listenOnSparePort } from './listen-on-spare-port.ts';

export interface RecordingProxy {
  url: string;
  /** Everything that was sent to the server so far: addresses, headers and bodies, as text. */
  received(): string;
}

/** Stands before a server on this machine and keeps what it is sent, for as long as the journey lasts. */
export async function recordingProxy(lifetime: AsyncDisposableStack, target: string): Promise<RecordingProxy> {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    received.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${textOf(body, request)}`);
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers as Record<string, string>;
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    try {
      const answer = await fetch(target + request.url, {
        method: request.method!,
        headers,
        redirect: 'manual',
        ...(hasBody && { body }),
      });
      const kept = [...answer.headers].filter(
        ([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name),
      );
      response.writeHead(answer.status, Object.fromEntries(kept)).end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      response.writeHead(502).end();
    }
  });
  return { url: await listenOnSparePort(server, lifetime), received: () => received.join('\n') };
}

async function readAll(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const textOf = (body: Buffer, { headers }: IncomingMessage): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
