import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

export interface RunningServer {
  /** The address that it listens on, as in `http://127.0.0.1:8787`. */
  url: string;
  /** Accepts no more connections and waits for pending requests, for at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

export async function listen(fetch: Fetch, at: { host: string; port: number }): Promise<RunningServer> {
  const server = serve({ fetch, hostname: at.host, port: at.port }) as Server;
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: localUrl(at.host, port), stop: (patience) => stop(server, patience) };
}

/** The address of a hub on this machine. A hub that listens on every address is reached at the loopback address. */
export function localUrl(host: string, port: number): string {
  const near = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${near.includes(':') ? `[${near}]` : near}:${port}`;
}

/** `close` ends only the connections that are idle when it is called, so those that become idle later are closed repeatedly. */
async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const idleSweep = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idleSweep);
  clearTimeout(deadline);
}
