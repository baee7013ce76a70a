import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDemo } from '../../demo/claim-demo.ts';
import { requireFreePorts } from '../../demo/require-free-ports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second demo names the process of the first', async () => {
  const first = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)', 'demo/start.ts']);
  await once(first.stdout, 'data');
  const claimed = claimDemo(folder, first.pid);
  expect(claimed.ok).toBe(true);
  expect(claimDemo(folder)).toEqual({
    ok: false,
    why: `The demo runs already (pid ${first.pid}): use its window, or press Ctrl-C there.`,
  });
  first.kill();
  await once(first, 'exit');
  expect(claimDemo(folder).ok).toBe(true);
});

test('a claim is released, and that of a process that is no demo does not count', () => {
  writeFileSync(join(folder, 'running-pid'), `${process.pid}\n`);
  const claimed = claimDemo(folder, 4_000_000);
  expect(claimed.ok).toBe(true);
  if (claimed.ok) claimed.release();
  expect(claimDemo(folder).ok).toBe(true);
});

test('a port that is in use is named with the variable that sets it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await expect(requireFreePorts({ ORDERS_PORT: undefined, HUB_PORT: `${port}` })).rejects.toThrow(
    `Port ${port} is used by another program. End that program, or choose another port with HUB_PORT.`,
  );
  server.close();
  await once(server, 'close');
  await requireFreePorts({ HUB_PORT: `${port}`, ORDERS_PORT: '0' });
});
