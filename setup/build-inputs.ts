import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The builds: the command, the paths that they are made from, and the folder below .output. */
export const BUILDS = {
  chromium: {
    command: ['wxt', 'build', '-b', 'chrome'],
    from: ['entrypoints', 'src', 'assets', 'wxt.config.ts'],
    to: 'chrome-mv3',
  },
  firefox: {
    command: ['wxt', 'build', '-b', 'firefox'],
    from: ['entrypoints', 'src', 'assets', 'wxt.config.ts'],
    to: 'firefox-mv3',
  },
  desk: { command: ['vite', 'build', '--config', 'src/desk/vite.config.ts'], from: ['src', 'assets'], to: 'desk' },
} as const;
export type Build = keyof typeof BUILDS;

/** One hash over the names and contents of everything a build is made from, including the lockfile. */
export function hashInputs(root: string, build: Build): string {
  const hash = createHash('sha256');
  for (const file of filesOf(root, [...BUILDS[build].from, 'package-lock.json'])) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(root: string, paths: string[]): string[] {
  const found = paths.flatMap((path) => [path, ...globSync(`${path}/**/*`, { cwd: root })]);
  return found.filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile()).sort();
}
