import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '..');

/** A program that npm installed for the project. */
export const installed = (name: string) => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
