import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** The folder of a desk that was built now, gone at the end. */
export async function builtDesk(lifetime: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-desk-'));
  lifetime.defer(() => rm(folder, { recursive: true }));
  await build({ configFile: join(root, 'src/desk/vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
  return folder;
}
