import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild, tendGroup } from '../../setup/child.ts';
import { installPackages, packagesAreThere } from '../../setup/packages.mjs';
import { root } from '../../setup/root.ts';

interface Telling {
  say: (line: string) => void;
  lifetime: AbortSignal;
}

/** Where the demo keeps what it installs, makes and remembers. */
export const kept = join(root, '.cairn/demo/orders');

const here = import.meta.dirname;
const packageFiles = ['package.json', 'package-lock.json', '.npmrc'];
const recipe = ['package-lock.json', 'generate.mjs', 'sample-data.mjs', 'metadata.xml'];

/** Install the app's packages from the npm registry and let its generator write the app; at once when that is done already. */
export async function installOrders(telling: Telling): Promise<{ packages: string; app: string }> {
  await getPackages(telling);
  const app = join(kept, `app-${recipeHash()}`);
  if (!existsSync(app)) await generate(app, telling);
  return { packages: kept, app };
}

async function getPackages({ say, lifetime }: Telling): Promise<void> {
  mkdirSync(kept, { recursive: true });
  for (const file of packageFiles) copyFileSync(join(here, file), join(kept, file));
  if (packagesAreThere(kept)) return;
  say('orders app: getting OpenUI5 and its server from the npm registry');
  const code = await installPackages(kept, { say, began: (pid) => void tendGroup(pid, lifetime), ended: () => {} });
  lifetime.throwIfAborted();
  if (code !== 0) throw new Error(`The packages of the orders app could not be installed (npm ended with code ${code}).`);
}

/** Written beside its place and moved there when whole, so that a stop half-way leaves nothing half-made. */
async function generate(app: string, { say, lifetime }: Telling): Promise<void> {
  say('orders app: generating the two apps and their sample data');
  const making = `${app}.making`;
  rmSync(making, { recursive: true, force: true });
  const heard: string[] = [];
  const args = [join(here, 'generate.mjs'), kept, making];
  const code = await runChild(process.execPath, args, { lifetime, output: { line: (line) => heard.push(line) } });
  if (code !== 0) throw new Error(`generating the orders app ended with code ${code}:\n${heard.join('\n')}`);
  renameSync(making, app);
}

function recipeHash(): string {
  const hash = createHash('sha256');
  for (const file of recipe) hash.update(readFileSync(join(here, file)));
  return hash.digest('hex').slice(0, 12);
}
