import { createServer } from 'node:net';

/** Throws if a port is in use, before anything is built or started. Ports by the variable that sets them; 0 and none take a free one. */
export async function requireFreePorts(ports: Readonly<Record<string, string | undefined>>): Promise<void> {
  for (const [variable, port] of Object.entries(ports)) {
    if (port === undefined || Number(port) === 0 || (await isFree(Number(port)))) continue;
    throw new Error(`Port ${port} is used by another program. End that program, or choose another port with ${variable}.`);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
