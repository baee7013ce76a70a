import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run.ts';

export interface DeskTerminal {
  /** The folder that its sign-in is kept in, and its files. */
  folder: string;
  within(name: string): string;
  /** Everything that it printed since it was opened. */
  everything: string[];
  cairn(...args: string[]): Promise<{ code: number; printed: string[]; errors: string[] }>;
}

/** A terminal of a person with a configuration folder of their own. */
export async function openTerminal(lifetime: AsyncDisposableStack): Promise<DeskTerminal> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-desk-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  const everything: string[] = [];
  return {
    folder,
    within: (name) => join(folder, name),
    everything,
    async cairn(...args) {
      const [printed, errors]: [string[], string[]] = [[], []];
      const code = await run(args, {
        print: (line) => void printed.push(line),
        printError: (line) => void errors.push(line),
        today: '2026-11-30',
        env: { CAIRN_CONFIG: join(folder, 'config') },
        askSecret: async () => undefined,
      });
      everything.push(...printed, ...errors);
      return { code, printed, errors };
    },
  };
}
