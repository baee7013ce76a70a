import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../command.ts';

const BUILT_FOLDER = join(import.meta.dirname, '../../../.output/chrome-mv3');

/**
 * A copy of the built extension that finds a policy of its own in place of the browser's managed one, which only an admin can set, and for the
 * whole machine. It is deleted at the end.
 */
export async function copyExtension(policy: object, lifetime: AsyncDisposableStack, built = BUILT_FOLDER): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-try-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  const worker = join(folder, 'background.js');
  try {
    await cp(built, folder, { recursive: true });
    await writeFile(worker, withPolicy(policy) + (await readFile(worker, 'utf8')));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
    throw new UsageError('The extension is not built. Build it with: npm run build');
  }
  return folder;
}

/** Script that answers for the managed policy, whether it is asked for by a promise or by a callback. */
const withPolicy = (policy: object): string => `{
  const policy = ${JSON.stringify(policy)};
  chrome.storage.managed.get = (keys, callback = typeof keys === 'function' ? keys : undefined) => {
    if (!callback) return Promise.resolve(structuredClone(policy));
    Promise.resolve().then(() => callback(structuredClone(policy)));
  };
}
`;
