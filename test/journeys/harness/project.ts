import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../../..');

/** A copy of the extension as it was last built for that browser: a build that runs meanwhile takes no file away under a journey. */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  const built = join(project, '.output', `${browser}-mv3`);
  const manifest = join(built, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${built} holds no built extension: run "npm run build" first`);
  const copy = join(project, '.output', `journey-${browser}-${Math.round(statSync(manifest).mtimeMs)}`);
  if (existsSync(copy)) return copy;
  const making = mkdtempSync(join(project, '.output', 'copying-'));
  cpSync(built, making, { recursive: true });
  try {
    renameSync(making, copy);
  } catch {
    rmSync(making, { recursive: true, force: true }); // another journey was quicker
  }
  return copy;
}
