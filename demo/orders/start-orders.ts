import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accounts, type SampleAccount } from './accounts.ts';
import { installOrders, ORDERS_FOLDER } from './install-orders.ts';
import { startGateway } from './start-gateway.ts';
import { startUi5Server } from './start-ui5-server.ts';

export interface OrdersApp {
  /** The one origin of sign-in, orders and products, with no slash at its end. */
  url: string;
  /** A sample account that may sign in. */
  account: SampleAccount;
  stop: () => Promise<void>;
}

/**
 * The real business app of the demo and the journeys: installed from the npm registry the first time (a minute or so), started in
 * seconds after that. Port 0 takes a spare one. It ends with the lifetime, or with `stop`.
 */
export async function startOrders({
  port = 4180,
  lifetime,
  log,
}: {
  port?: number;
  lifetime: AbortSignal;
  log: (line: string) => void;
}): Promise<OrdersApp> {
  const { packages, app } = await installOrders({ lifetime, log });
  const server = await startUi5Server({ packages, app, lifetime });
  const cacheFolder = join(ORDERS_FOLDER, `framework-${hashOf(join(packages, 'package-lock.json'))}`);
  if (!existsSync(cacheFolder)) await compileTheme(server.url, { lifetime, log });
  const gateway = await startGateway({ port, upstream: server.url, cacheFolder, lifetime }).catch(async (error) => {
    await server.stop();
    throw error;
  });
  log(`orders app: ${gateway.url} (sample data; account ${accounts[0].name}, password ${accounts[0].password})`);
  return { url: gateway.url, account: accounts[0], stop: async () => void (await Promise.all([gateway.stop(), server.stop()])) };
}

/** The UI5 server compiles a theme when it is first asked for it, which is seconds that the first page load need not wait. */
async function compileTheme(
  url: string,
  { lifetime, log }: { lifetime: AbortSignal; log: (line: string) => void },
): Promise<void> {
  log('orders app: compiling its theme, once');
  for (const library of ['sap/ui/core', 'sap/m', 'sap/f']) {
    const reply = await fetch(`${url}/resources/${library}/themes/sap_horizon/library.css`, { signal: lifetime });
    await reply.arrayBuffer();
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}
