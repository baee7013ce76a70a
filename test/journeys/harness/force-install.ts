import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { idOfKey } from './extension-id.ts';
import { serve } from './serve.ts';

const run = promisify(execFile);

export type ForcedExtension = {
  extensionId: string;
  /** The browser's own settings that install it. */
  browserPolicy: { ExtensionInstallForcelist: string[] };
};

/** Packs the folder as an admin does, and serves package and update manifest on this machine. */
export async function forceInstall(lifetime: AsyncDisposableStack, program: string, extension: string): Promise<ForcedExtension> {
  const { crx, extensionId } = await packExtension(program, extension);
  const { version } = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as { version: string };
  const url = await serve(lifetime, ({ pathname }) =>
    pathname === '/extension.crx'
      ? { type: 'application/x-chrome-extension', body: crx }
      : pathname === '/update.xml'
        ? { type: 'text/xml', body: updateManifest(extensionId, `${url}/extension.crx`, version) }
        : undefined,
  );
  return { extensionId, browserPolicy: { ExtensionInstallForcelist: [`${extensionId};${url}/update.xml`] } };
}

async function packExtension(program: string, extension: string): Promise<{ crx: Buffer; extensionId: string }> {
  const home = await mkdtemp(join(tmpdir(), 'cairn-pack-'));
  try {
    const folder = join(home, 'extension');
    const keyFile = join(home, 'key.pem');
    const key = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    await cp(extension, folder, { recursive: true });
    await writeFile(keyFile, key.privateKey, { mode: 0o600 });
    const headless = ['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`];
    await run(program, [...headless, `--pack-extension=${folder}`, `--pack-extension-key=${keyFile}`], { timeout: 30_000 });
    const extensionId = idOfKey(createPublicKey(key.publicKey).export({ type: 'spki', format: 'der' }));
    return { crx: await readFile(`${folder}.crx`), extensionId };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const updateManifest = (id: string, codebase: string, version: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${codebase}" version="${version}"/></app>
</gupdate>`;
