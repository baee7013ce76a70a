import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a request to a hub fails. The last two fail it after the hub has done what was requested, as if it were killed between commit and answer. */
export const ways = [
  'refused',
  'never answered',
  '400',
  '401',
  '413',
  '429',
  '500',
  '502',
  'sign-in page',
  'garbage',
  'cut mid-body',
  'half an answer',
  'answer lost',
] as const;
export type Way = (typeof ways)[number];

export interface FaultyProxy {
  url: string;
  /** How often each fault occurred. */
  counts: Record<Way | 'passed', number>;
  close(): Promise<void>;
}

interface Failing {
  /** The hub's own address. */
  upstream: string | (() => string);
  /** Called at every request: how to fail it. */
  choose: () => Way | undefined;
  /** What `429` asks for, in seconds. */
  retryAfter?: number;
}

/** A proxy in front of `upstream` that fails as a test wants. */
export async function faultyProxy({ upstream, choose, retryAfter = 60 }: Failing): Promise<FaultyProxy> {
  const answers = answersOf(retryAfter);
  const counts = Object.fromEntries([...ways, 'passed'].map((way) => [way, 0])) as FaultyProxy['counts'];
  const server = createServer((request, response) => {
    const way = choose();
    counts[way ?? 'passed']++;
    const to = typeof upstream === 'string' ? upstream : upstream();
    relay({ request, response, upstream: to, answer: way && answers[way] }, way).catch(() => request.socket.destroy());
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
  answer: Answer | undefined;
}

type Answer = (response: ServerResponse) => void;

const answersOf = (retryAfter: number): { [W in Way]?: Answer } => ({
  'never answered': () => undefined,
  '400': (response) => response.writeHead(400).end(),
  '401': (response) => response.writeHead(401).end(),
  '413': (response) => response.writeHead(413).end(),
  '429': (response) => response.writeHead(429, { 'retry-after': String(retryAfter) }).end(),
  '500': (response) => response.writeHead(500).end(),
  '502': (response) => response.writeHead(502).end('<h1>Bad Gateway</h1>'),
  'sign-in page': (response) => response.writeHead(302, { location: '/sign-in' }).end(),
  garbage: (response) => response.writeHead(200).end('<html>Welcome to the guest network</html>'),
});

async function relay({ request, response, upstream, answer }: Exchange, way: Way | undefined): Promise<void> {
  const cut = () => {
    request.socket.destroy();
  };
  if (way === 'refused') return cut();
  if (way === 'cut mid-body') {
    request.once('data', cut).once('end', cut);
    return;
  }
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  if (answer) return answer(response);

  const { status, type, body } = await ask(upstream, request, Buffer.concat(parts));
  if (way === 'answer lost') return cut();
  response.writeHead(status, { 'content-type': type, 'content-length': body.length });
  if (way === 'half an answer') response.write(body.subarray(0, body.length / 2), cut);
  else response.end(body);
}

async function ask(upstream: string, { method = 'GET', url, headers }: IncomingMessage, sent: Buffer) {
  const { authorization = '', 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  const answer = await fetch(upstream + url, {
    method,
    headers: { authorization, 'content-type': type, 'content-encoding': encoding },
    body: sent.length > 0 ? new Uint8Array(sent) : null,
  });
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body };
}
