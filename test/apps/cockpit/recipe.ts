import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../../../setup/child.ts';
import { answers } from '../answers.ts';
import { debianPackages } from '../debian-packages.ts';
import { folderOf } from '../folders.ts';
import type { Recipe, RecipeDeps } from '../real-app.ts';
import { sparePort } from '../spare-port.ts';

const packages = {
  'cockpit-bridge': '287',
  'cockpit-system': '287',
  'cockpit-ws': '287',
  'cracklib-runtime': '',
  dbus: '',
  'util-linux': '',
};
const folder = folderOf('cockpit');
const LOG_FILE = join(folder, 'server.log');

/** A console of this very machine. What it changes it changes in a copy: of /etc and /home it sees its own, and nobody else sees those. */
export const recipe: Recipe = {
  title: 'Cockpit 287',
  start: async ({ log, lifetime }) => {
    await debianPackages(packages, { log, lifetime });
    refuseUnlessRoot();
    copyOfMachine({ log, lifetime });
    const port = await sparePort();
    const inside = [join(import.meta.dirname, 'inside.sh'), folder, String(port)];
    const apart = ['--mount', '--pid', '--fork', '--mount-proc', '--kill-child', 'sh', ...inside];
    const child = await startChild('unshare', apart, { cwd: folder, lifetime, output: { file: LOG_FILE } });
    const url = `http://127.0.0.1:${port}`;
    await answers({ url: `${url}/`, says: /cockpit/i, child, log: LOG_FILE, lifetime, within: 60 });
    log(`${url}/ (root, sample)`);
    return { url, stop: child.stop };
  },
};

function refuseUnlessRoot(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('Cockpit is started in namespaces of its own, so that it changes nothing here: run this as root on Linux.');
}

/** Fresh at each start, so that accounts made by journeys before are gone. Written beside its place and moved there when whole. */
function copyOfMachine({ log }: RecipeDeps): void {
  log('copying /etc, which it may then change');
  const [copy, making] = [join(folder, 'etc'), join(folder, 'etc.making')];
  for (const old of [copy, making, join(folder, 'home')]) rmSync(old, { recursive: true, force: true });
  mkdirSync(join(folder, 'home'), { recursive: true });
  cpSync('/etc', making, { recursive: true, verbatimSymlinks: true, filter: (path) => existsSync(path) });
  renameSync(making, copy);
}
