import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../../..');

/** The folder of the extension as it was last built for that browser. */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  const folder = join(project, '.output', `${browser}-mv3`);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} holds no built extension: run "npm run build" first`);
  return folder;
}
