import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** Serve the HTML files of a folder on a spare port. Declarative shadow roots are made only by a real parser, so pages are not set as strings. */
export async function serve(folder: string): Promise<{ at: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = createReadStream(join(folder, path));
    file.on('error', () => response.writeHead(404).end());
    file.once('open', () => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }));
    file.pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
