import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.ts';
import { binPath, projectRoot } from './project-root.ts';

/** What must hold of the source before anything is run, by name: the command that checks it. */
export const CHECKS = {
  types: ['tsc', '-p', '.'],
  'lint and format': ['biome', 'ci', '.'],
  architecture: ['vitest', 'run', '--project', 'unit', 'test/architecture.test.ts'],
  'unused exports': ['knip', '--no-progress'],
} as const;
export type CheckName = keyof typeof CHECKS;

/** Runs one check, its output shown; returns whether it holds. */
export async function runCheck(
  check: CheckName,
  { log, lifetime }: { log: (line: string) => void; lifetime: AbortSignal },
): Promise<boolean> {
  if (check === 'types') await writeWxtTypes(lifetime);
  const [command, ...args] = CHECKS[check];
  const code = await runChild(binPath(command), args, { cwd: projectRoot, lifetime, output: 'inherit' });
  log(`${check}: ${code === 0 ? 'holds' : `does NOT hold (code ${code})`}`);
  return code === 0;
}

/** WXT generates the extension's own types (of its entrypoints and assets); they are not in the repository. */
async function writeWxtTypes(lifetime: AbortSignal): Promise<void> {
  if (!existsSync(join(projectRoot, '.wxt/wxt.d.ts')))
    await runChild(binPath('wxt'), ['prepare'], { cwd: projectRoot, lifetime, output: { line: () => {} } });
}
