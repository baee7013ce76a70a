import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the built extension that asks for no unlimited storage: Chromium holds no other to a quota. */
export async function withQuota(lifetime: AsyncDisposableStack, extension: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-quota-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  await cp(extension, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  if (permissions.length === manifest.permissions.length) throw new Error('The extension asks for no unlimited storage any more');
  await writeFile(file, JSON.stringify({ ...manifest, permissions }));
  return folder;
}
