import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const projectRoot = resolve(import.meta.dirname, '../../..');

/** A copy of the extension as it was last built for that browser: a build that runs meanwhile takes no file away under a journey. */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  const built = join(projectRoot, '.output', `${browser}-mv3`);
  const manifest = join(built, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${built} holds no built extension: run "npm run build" first`);
  const copy = join(projectRoot, '.output', `journey-${browser}-${Math.round(statSync(manifest).mtimeMs)}`);
  if (existsSync(copy)) return copy;
  const temporaryFolder = mkdtempSync(join(projectRoot, '.output', 'copying-'));
  cpSync(built, temporaryFolder, { recursive: true });
  try {
    renameSync(temporaryFolder, copy);
  } catch {
    rmSync(temporaryFolder, { recursive: true, force: true }); // another journey was quicker
  }
  return copy;
}
