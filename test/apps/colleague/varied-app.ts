import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnSparePort } from '../../journeys/harness/listen-on-spare-port.ts';

/** What the app's next release has otherwise in one of its files. */
export interface Change {
  /** Of the address of that file, from its path on. */
  path: RegExp;
  from: string;
  to: string;
}

export interface VariedApp {
  /** Origin at which the app is met. */
  url: string;
  /** From now on the app is served with these changes. */
  release(changes: readonly Change[]): void;
  /** Changes that were served since then. */
  served(): number;
}

/** The app as it is, at an origin of its own, until it is said to have a new release. Nothing of it is kept by a browser. */
export async function startVariedApp(lifetime: AsyncDisposableStack, app: string): Promise<VariedApp> {
  let changes: readonly Change[] = [];
  let served = 0;
  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' });
      response.end(String(fault));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    const reply = await fetch(app + url, {
      method: request.method,
      headers: headersOf(request, app),
      redirect: 'manual',
      ...(request.method !== 'GET' && request.method !== 'HEAD' && { body: await bodyOf(request) }),
    });
    const fitting = changes.filter(({ path }) => path.test(url));
    const body = Buffer.from(await reply.arrayBuffer());
    response.writeHead(reply.status, replyHeaders(reply));
    response.end(fitting.length === 0 ? body : changed(body.toString('utf8'), fitting));
  }

  function changed(text: string, fitting: readonly Change[]): string {
    return fitting.reduce((one, { from, to }) => {
      if (!one.includes(from)) return one;
      served += 1;
      return one.replaceAll(from, to);
    }, text);
  }

  const url = await listenOnSparePort(server, lifetime);
  return {
    url,
    release: (next) => {
      changes = next;
      served = 0;
    },
    served: () => served,
  };
}

const ONE_CONNECTION = ['host', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'accept-encoding', 'expect'];

/** `accept-encoding` is left to fetch, which decodes what comes. */
function headersOf({ headers }: IncomingMessage, app: string): Headers {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (typeof value === 'string' && !ONE_CONNECTION.includes(name) && !name.startsWith('if-')) sent.set(name, value);
  if (sent.has('origin')) sent.set('origin', app);
  return sent;
}

function replyHeaders(reply: Response): Record<string, string | string[]> {
  const left = ['connection', 'keep-alive', 'content-encoding', 'content-length', 'transfer-encoding', 'set-cookie'];
  const kept = [...reply.headers].filter(([name]) => !left.includes(name));
  return { ...Object.fromEntries(kept), 'cache-control': 'no-store', 'set-cookie': reply.headers.getSetCookie() };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
