import { createServer } from 'node:net';
import { join } from 'node:path';
import { startChild } from '../../setup/child.ts';
import { ORDERS_FOLDER } from './install-orders.ts';

interface Ui5ServerOptions {
  packages: string;
  app: string;
  lifetime: AbortSignal;
}

const READY_MS = 60_000; // about 2 s on an idle machine, ten times that on a busy one
const POLL_MS = 100;
const LOG_FILE = join(ORDERS_FOLDER, 'ui5-server.log');

/** Start the UI5 CLI's server on a spare port of this machine; answers its address once it serves both apps. */
export async function startUi5Server({
  packages,
  app,
  lifetime,
}: Ui5ServerOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await findFreePort();
  const cli = join(packages, 'node_modules/@ui5/cli/bin/ui5.cjs');
  const server = await startChild(process.execPath, [cli, 'serve', '--port', String(port)], {
    cwd: app,
    env: { ...process.env, UI5_DATA_DIR: join(ORDERS_FOLDER, 'ui5-data'), NO_UPDATE_NOTIFIER: '1' },
    lifetime,
    output: { file: LOG_FILE },
  });
  const url = `http://localhost:${port}`;
  await Promise.race([waitUntilServing(`${url}/products/index.html`, lifetime), server.ended.then(throwEndedEarly)]).catch(
    async (error) => {
      await server.stop();
      throw error;
    },
  );
  return { url, stop: server.stop };
}

async function waitUntilServing(url: string, lifetime: AbortSignal): Promise<void> {
  const until = performance.now() + READY_MS;
  while (performance.now() < until) {
    lifetime.throwIfAborted();
    const reply = await fetch(url, { signal: lifetime }).catch(() => undefined);
    await reply?.body?.cancel();
    if (reply?.ok) return;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  throw new Error(`The UI5 server did not answer within ${READY_MS / 1000} s; what it said is in ${LOG_FILE}`);
}

function throwEndedEarly(code: number): never {
  throw new Error(`The UI5 server ended with code ${code}; what it said is in ${LOG_FILE}`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
