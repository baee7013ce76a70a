import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { superviseGroup } from '../../setup/child.ts';
import { installPackages, packagesAreThere } from '../../setup/packages.mjs';
import type { RecipeDeps } from './real-app.ts';

/** The packages of a recipe's lockfile, in a folder of their own; at once when they are there. */
export async function npmPackages(recipe: string, into: string, { log, lifetime }: RecipeDeps): Promise<void> {
  mkdirSync(into, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(recipe, file), join(into, file));
  if (packagesAreThere(into)) return;
  log('getting its packages from the npm registry');
  const code = await installPackages(into, { log, onStart: (pid) => void superviseGroup(pid, lifetime), onEnd: () => {} });
  lifetime.throwIfAborted();
  if (code !== 0) throw new Error(`Its packages could not be installed: npm ended with code ${code}.`);
}
