import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the way to a hub fails; the last two do so after the hub has done what was asked. */
const ways = ['refused', '429', '502', 'sign-in page', 'garbage', 'cut mid-body', 'answer lost', 'half an answer'] as const;
type Way = (typeof ways)[number];

export interface FaultyProxy {
  url: string;
  /** How often each way was met. */
  counts: Record<Way | 'passed', number>;
  close(): Promise<void>;
}

/** A proxy before `upstream` that fails one request in so many, in all ways alike. */
export async function faultyProxy({
  upstream,
  share,
  random,
}: {
  upstream: string;
  share: number;
  random: () => number;
}): Promise<FaultyProxy> {
  const counts = Object.fromEntries([...ways, 'passed'].map((way) => [way, 0])) as FaultyProxy['counts'];
  const server = createServer((request, response) => {
    const way = random() < share ? ways[Math.floor(random() * ways.length)] : undefined;
    counts[way ?? 'passed']++;
    relay({ request, response, upstream }, way).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  upstream: string;
}

async function relay({ request, response, upstream }: Exchange, way: Way | undefined): Promise<void> {
  const cut = () => void request.socket.destroy();
  if (way === 'refused') return cut();
  if (way === 'cut mid-body') return void request.once('data', cut).once('end', cut);
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  if (way === '429') return void response.writeHead(429, { 'retry-after': '60' }).end();
  if (way === '502') return void response.writeHead(502).end('<h1>Bad Gateway</h1>');
  if (way === 'sign-in page') return void response.writeHead(302, { location: '/sign-in' }).end();
  if (way === 'garbage') return void response.writeHead(200).end('<html>Welcome to the guest network</html>');

  const { method = 'GET', headers } = request;
  const { authorization = '', 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  const answer = await fetch(upstream + request.url, {
    method,
    headers: { authorization, 'content-type': type, 'content-encoding': encoding },
    body: parts.length > 0 ? Buffer.concat(parts) : null,
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (way === 'answer lost') return cut();
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '', 'content-length': body.length });
  if (way === 'half an answer') response.write(body.subarray(0, body.length / 2), cut);
  else response.end(body);
}
