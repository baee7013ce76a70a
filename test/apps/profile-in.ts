import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh profile of Chromium whose person reads that language: what pages and extensions are told, and what servers are asked for. */
export async function profileIn(lifetime: AsyncDisposableStack, language: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await mkdir(join(folder, 'Default'));
  const languages = [...new Set([language, 'en'])].join(',');
  const preferences = { intl: { accept_languages: languages, selected_languages: languages } };
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
  return folder;
}
