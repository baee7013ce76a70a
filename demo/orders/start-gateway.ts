import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forward } from './forward.ts';
import { openFrameworkCache } from './framework-cache.ts';
import { openSessions } from './sessions.ts';
import { signInPage } from './sign-in-page.ts';

interface GatewayOptions {
  port: number;
  /** The UI5 server that both apps are on. */
  upstream: string;
  /** Folder for files of the framework. */
  cacheFolder: string;
  lifetime: AbortSignal;
}

const HOME_PATH = '/orders/index.html';
const MAX_FORM_CHARACTERS = 10_000;

/** One origin for the sign-in, the orders and the products, as a company's gateway has it. Answers its address once it listens. */
export async function startGateway({
  port,
  upstream,
  cacheFolder,
  lifetime,
}: GatewayOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const sessions = openSessions();
  const framework = openFrameworkCache(cacheFolder);
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://gateway.invalid');
    if (url.pathname === '/sign-in') return signIn(request, response, url);
    if (url.pathname === '/sign-out') return redirect(response, '/sign-in', sessions.end(request));
    if (!sessions.accountOf(request)) return askToSignIn(request, response, url);
    if (url.pathname === '/') return redirect(response, HOME_PATH);
    forwardToApp(request, response, url);
  });

  async function signIn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'POST')
      return sendPage(response, 200, signInPage({ next: safeRedirectPath(url.searchParams.get('next')) }));
    const form = await readForm(request);
    const next = safeRedirectPath(form.get('next'));
    const cookie = sessions.begin(form.get('account') ?? '', form.get('password') ?? '');
    if (cookie) return redirect(response, next, cookie);
    sendPage(
      response,
      401,
      signInPage({ next, fault: 'That account and password do not go together. Try one of the sample accounts below.' }),
    );
  }

  function forwardToApp(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const path = url.pathname + url.search;
    const target = { url: new URL(path, upstream), agent };
    const isCacheable = request.method === 'GET' && path.startsWith('/resources/');
    if (isCacheable && framework.serve(path, response)) return;
    if (isCacheable)
      for (const header of ['if-none-match', 'if-modified-since', 'accept-encoding', 'range']) delete request.headers[header];
    forward(request, response, { ...target, ...(isCacheable && { onReply: (reply) => framework.store(path, reply) }) });
  }

  const stop = async () => {
    agent.destroy();
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  await new Promise<void>((done, fail) =>
    server.once('error', (error) => fail(explainListenError(port, error))).listen(port, '127.0.0.1', done),
  );
  lifetime.addEventListener('abort', stop, { once: true });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

function askToSignIn(request: IncomingMessage, response: ServerResponse, url: URL): void {
  if (request.headers.accept?.includes('text/html'))
    redirect(response, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  else response.writeHead(401, { 'content-type': 'text/plain' }).end('Not signed in.\n');
}

/** Only an address of our own: "//elsewhere" and "https://elsewhere" would lead away. */
function safeRedirectPath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-') ? next : HOME_PATH;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) if (text.length < MAX_FORM_CHARACTERS) text += chunk;
  return new URLSearchParams(text);
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  });
  response.end(html);
}

function redirect(response: ServerResponse, location: string, cookie?: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store', ...(cookie && { 'set-cookie': cookie }) }).end();
}

function explainListenError(port: number, error: Error & { code?: string }): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`Port ${port} is taken by another program. End that one, or choose another with ORDERS_PORT.`);
}
