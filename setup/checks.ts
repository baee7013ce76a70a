import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.ts';
import { installed, root } from './root.ts';

/** What must hold of the source before anything is run. */
export const checks = {
  types: ['tsc', '-p', '.'],
  'lint and format': ['biome', 'ci', '.'],
  architecture: ['vitest', 'run', '--project', 'unit', 'test/architecture.test.ts'],
} as const;
export type Check = keyof typeof checks;

/** Run one check, its output shown; answers whether it holds. */
export async function holds(
  check: Check,
  { say, lifetime }: { say: (line: string) => void; lifetime: AbortSignal },
): Promise<boolean> {
  if (check === 'types') await writeWxtTypes(lifetime);
  const [command, ...args] = checks[check];
  const code = await runChild(installed(command), args, { cwd: root, lifetime, output: 'inherit' });
  say(`${check}: ${code === 0 ? 'holds' : `does NOT hold (code ${code})`}`);
  return code === 0;
}

/** The extension's own types (its entrypoints, its assets) are written by WXT and are not in the repository. */
async function writeWxtTypes(lifetime: AbortSignal): Promise<void> {
  if (!existsSync(join(root, '.wxt/wxt.d.ts')))
    await runChild(installed('wxt'), ['prepare'], { cwd: root, lifetime, output: { line: () => {} } });
}
