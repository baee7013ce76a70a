import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import type { HubProcess } from './harness/hub.ts';

/** The `cairn` command of somebody who is signed in at the hub and may publish. */
export type Publisher = (...args: string[]) => Promise<string[]>;

/** Signs in by the command, with a one-time link for an admin, or for whoever else it is. */
export async function startPublisher(
  lifetime: AsyncDisposableStack,
  hub: Pick<HubProcess, 'linkFor'>,
  { name, role }: { name: string; role: string } = { name: 'Publisher', role: 'admin' },
): Promise<Publisher> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-publisher-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  const cairn: Publisher = async (...args) => {
    const [printed, errors]: [string[], string[]] = [[], []];
    const code = await run(args, {
      print: (line) => void printed.push(line),
      printError: (line) => void errors.push(line),
      today: new Date().toISOString().slice(0, 10),
      env: { CAIRN_CONFIG: folder },
      askSecret: async () => undefined,
    });
    if (code !== 0)
      throw new Error(`cairn ${args.slice(0, 2).join(' ')} ended with ${code}: ${[...printed, ...errors].join(' ')}`);
    return printed;
  };
  await cairn('sign-in', await hub.linkFor(name, role));
  return cairn;
}
