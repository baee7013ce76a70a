import { join } from 'node:path';
import { startChild } from '../../../setup/child.ts';
import { answers } from '../answers.ts';
import { folderOf } from '../folders.ts';
import { npmPackages } from '../npm-packages.ts';
import type { Recipe } from '../real-app.ts';
import { sparePort } from '../spare-port.ts';

const folder = folderOf('vendure');
const LOG_FILE = join(folder, 'server.log');
const READY_S = 180; // 20 s on an idle machine, the first time, when it fills the shop

export const recipe: Recipe = {
  title: 'Vendure 3.7',
  start: async ({ log, lifetime }) => {
    await npmPackages(import.meta.dirname, folder, { log, lifetime });
    const [port, uiPort] = [await sparePort(), await sparePort()];
    const env = {
      ...process.env,
      PORT: String(port),
      UI_PORT: String(uiPort),
      STATE: join(folder, 'state'),
      VENDURE_DISABLE_TELEMETRY: 'true',
      NODE_OPTIONS: '--max-old-space-size=900',
    };
    const server = join(import.meta.dirname, 'server.cjs');
    log('starting; the first time it fills its shop with sample data');
    const child = await startChild(process.execPath, [server], { cwd: folder, env, lifetime, output: { file: LOG_FILE } });
    const url = `http://127.0.0.1:${port}`;
    await answers({ url: `${url}/admin/`, says: /<base href/, child, log: LOG_FILE, lifetime, within: READY_S });
    await ready({ log: LOG_FILE, lifetime });
    log(`${url}/admin/ (superadmin, superadmin)`);
    return { url, stop: child.stop };
  },
};

/** The interface answers before the shop is full. */
async function ready({ log, lifetime }: { log: string; lifetime: AbortSignal }): Promise<void> {
  const { readFileSync } = await import('node:fs');
  const { setTimeout: pause } = await import('node:timers/promises');
  for (const until = performance.now() + READY_S * 1000; performance.now() < until; await pause(200)) {
    lifetime.throwIfAborted();
    if (/^READY$/m.test(readFileSync(log, 'utf8'))) return;
  }
  throw new Error(`The shop was not full within ${READY_S} s; what the server said is in ${log}`);
}
