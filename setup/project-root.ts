import { join } from 'node:path';

/** The project's folder. */
export const projectRoot = join(import.meta.dirname, '..');

/** A program that npm installed for the project. */
export const binPath = (name: string) =>
  join(projectRoot, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
