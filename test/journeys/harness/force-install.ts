import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { idOfKey } from './extension-id.ts';
import { serve } from './serve.ts';

const run = promisify(execFile);

export type ForcedExtension = {
  extensionId: string;
  /** From now on the update manifest offers the same build under that version. */
  offer(version: string): Promise<void>;
  /** The browser's own settings that install it. */
  browserPolicy: { ExtensionSettings: Record<string, object> };
};

/** Packs the folder as an admin does, and serves package and update manifest on this machine. */
export async function forceInstall(lifetime: AsyncDisposableStack, program: string, extension: string): Promise<ForcedExtension> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const extensionId = idOfKey(publicKey.export({ type: 'spki', format: 'der' }));
  const packed = new Map<string, Buffer>();
  let { version } = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as { version: string };
  const offer = async (offered: string) => {
    packed.set(`/extension-${offered}.crx`, await packExtension(program, extension, pem, offered));
    version = offered;
  };
  await offer(version);
  const url = await serve(lifetime, ({ pathname }) => {
    const crx = packed.get(pathname);
    if (crx) return { type: 'application/x-chrome-extension', body: crx };
    if (pathname !== '/update.xml') return undefined;
    return { type: 'text/xml', body: updateManifest(extensionId, `${url}/extension-${version}.crx`, version) };
  });
  // Without `override_update_url` the address serves the first installation alone: later ones go by the manifest's own, which is none.
  const settings = { installation_mode: 'force_installed', update_url: `${url}/update.xml`, override_update_url: true };
  return { extensionId, offer, browserPolicy: { ExtensionSettings: { [extensionId]: settings } } };
}

async function packExtension(program: string, extension: string, key: string | Buffer, version: string): Promise<Buffer> {
  const home = await mkdtemp(join(tmpdir(), 'cairn-pack-'));
  try {
    const folder = join(home, 'extension');
    const keyFile = join(home, 'key.pem');
    await cp(extension, folder, { recursive: true });
    const manifestFile = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as object;
    await writeFile(manifestFile, JSON.stringify({ ...manifest, version }));
    await writeFile(keyFile, key, { mode: 0o600 });
    const headless = ['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`];
    await run(program, [...headless, `--pack-extension=${folder}`, `--pack-extension-key=${keyFile}`], { timeout: 60_000 });
    return await readFile(`${folder}.crx`);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const updateManifest = (id: string, codebase: string, version: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${codebase}" version="${version}"/></app>
</gupdate>`;
