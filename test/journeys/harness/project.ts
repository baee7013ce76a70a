import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../../..');

/** A copy of the extension as it was last built for that browser: a build that runs meanwhile takes no file away under a journey. */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  const folder = join(project, '.output', `${browser}-mv3`);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} holds no built extension: run "npm run build" first`);
  const copy = mkdtempSync(join(tmpdir(), 'cairn-extension-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
