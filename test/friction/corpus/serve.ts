import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ground = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Orders</title>
<style>body{font:16px sans-serif;margin:24px;min-height:3000px}main{min-height:160px}.btn{cursor:pointer;display:inline-block;padding:8px 16px;border:1px solid}button{padding:8px 16px}</style>
<main></main><output>Open</output><aside></aside>`;

interface CorpusServer {
  at: string;
  close(): void;
}

/** Serves the pages and their requests on a free port. `scripts` are served by name under /scripts/. */
export async function serveCorpus(scripts: Record<string, string>, peers = ''): Promise<CorpusServer> {
  const page = `${ground}${peers}<script src="/scripts/corpus.js"></script>`;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const answer = (status: number, type: string, body: string) => send(response, { status, type, body });
    if (pathname === '/page') return answer(200, 'text/html', page);
    if (pathname.startsWith('/scripts/')) return answer(200, 'text/javascript', scripts[pathname.slice(9)] ?? '');
    if (pathname === '/missing') return answer(404, 'text/plain', 'missing');
    if (pathname === '/fail') return answer(500, 'text/plain', '');
    if (pathname === '/refuse') return answer(422, 'text/plain', '');
    if (pathname === '/sign-in') return answer(401, 'text/plain', '');
    if (pathname === '/slow') return void setTimeout(() => answer(200, 'text/html', 'ok'), Number(searchParams.get('ms')));
    return answer(200, 'text/html', '<!doctype html><title>Blank</title><p>Blank');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    at: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response: ServerResponse, { status, type, body }: { status: number; type: string; body: string }): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(body);
}
