import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild, superviseGroup } from '../../setup/child.ts';
import { installPackages, packagesAreThere } from '../../setup/packages.mjs';
import { projectRoot } from '../../setup/project-root.ts';

interface InstallOrdersDeps {
  log: (line: string) => void;
  lifetime: AbortSignal;
}

/** Where the demo keeps what it installs, makes and remembers. */
export const ORDERS_FOLDER = join(projectRoot, '.cairn/demo/orders');

const SOURCE_FOLDER = import.meta.dirname;
const PACKAGE_FILES = ['package.json', 'package-lock.json', '.npmrc'];
const RECIPE_FILES = ['package-lock.json', 'generate.mjs', 'sample-data.mjs', 'metadata.xml'];

/** Install the app's packages from the npm registry and let its generator write the app; at once when that is done already. */
export async function installOrders(deps: InstallOrdersDeps): Promise<{ packages: string; app: string }> {
  await ensurePackages(deps);
  const app = join(ORDERS_FOLDER, `app-${recipeHash()}`);
  if (!existsSync(app)) await generate(app, deps);
  return { packages: ORDERS_FOLDER, app };
}

async function ensurePackages({ log, lifetime }: InstallOrdersDeps): Promise<void> {
  mkdirSync(ORDERS_FOLDER, { recursive: true });
  for (const file of PACKAGE_FILES) copyFileSync(join(SOURCE_FOLDER, file), join(ORDERS_FOLDER, file));
  if (packagesAreThere(ORDERS_FOLDER)) return;
  log('orders app: getting OpenUI5 and its server from the npm registry');
  const code = await installPackages(ORDERS_FOLDER, {
    log,
    onStart: (pid) => void superviseGroup(pid, lifetime),
    onEnd: () => {},
  });
  lifetime.throwIfAborted();
  if (code !== 0) throw new Error(`The packages of the orders app could not be installed (npm ended with code ${code}).`);
}

/** Written beside its place and moved there when whole, so that a stop half-way leaves nothing half-made. */
async function generate(app: string, { log, lifetime }: InstallOrdersDeps): Promise<void> {
  log('orders app: generating the two apps and their sample data');
  const temporaryFolder = `${app}.making`;
  rmSync(temporaryFolder, { recursive: true, force: true });
  const outputLines: string[] = [];
  const args = [join(SOURCE_FOLDER, 'generate.mjs'), ORDERS_FOLDER, temporaryFolder];
  const code = await runChild(process.execPath, args, { lifetime, output: { line: (line) => outputLines.push(line) } });
  if (code !== 0) throw new Error(`generating the orders app ended with code ${code}:\n${outputLines.join('\n')}`);
  renameSync(temporaryFolder, app);
}

function recipeHash(): string {
  const hash = createHash('sha256');
  for (const file of RECIPE_FILES) hash.update(readFileSync(join(SOURCE_FOLDER, file)));
  return hash.digest('hex').slice(0, 12);
}
