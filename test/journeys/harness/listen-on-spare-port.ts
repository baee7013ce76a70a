import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Has a server listen on a spare port of this machine until the lifetime ends. Returns its origin. */
export async function listenOnSparePort(server: Server, lifetime: AsyncDisposableStack): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  lifetime.defer(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
