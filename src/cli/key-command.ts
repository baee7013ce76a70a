import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { signerKey } from '../model/policy/policy.ts';
import { type Command, UsageError } from './command.ts';

export const keyNew: Command = {
  usage: 'key new [--kid NAME] [--apps APP,…] [--out FOLDER]',
  about: 'Make a key for signing packs: the private key is written to a file, the public key is printed for the policy',
  options: { kid: { type: 'string' }, apps: { type: 'string' }, out: { type: 'string' } },
  files: [0, 0],
  async run({ options, terminal }) {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const { kty, crv, x = '', d } = await exportJWK(privateKey);
    const kid = checkedKid(
      options.kid ?? (await calculateJwkThumbprint({ kty, crv, x } as { kty: 'OKP'; crv: string; x: string })).slice(0, 12),
    );
    const apps = options.apps === undefined ? undefined : checkedApps(options.apps);
    const folder = options.out ?? '.';
    const file = join(folder, `${kid.replace(/[^\w.-]/g, '_')}.private.jwk`);
    await writeSecret(folder, file, `${JSON.stringify({ kty, crv, kid, x, d }, null, 2)}\n`);
    terminal.print(JSON.stringify({ kid, x, apps }));
    terminal.printError(
      `The private key is in ${file}. Store it where packs are signed and nowhere else. There is no second copy.`,
    );
    terminal.printError(
      apps
        ? 'Put the line above into "keys" of the policy.'
        : 'Put the line above into "keys" of the policy, and add the apps that it may sign for, as in "apps": ["orders"].',
    );
    return 0;
  },
};

function checkedKid(wanted: string): string {
  if (!signerKey.shape.kid.safeParse(wanted).success) throw new UsageError('--kid must have 1 to 120 characters.');
  return wanted;
}

function checkedApps(wanted: string): string[] {
  const judged = signerKey.shape.apps.safeParse(wanted.split(','));
  if (!judged.success)
    throw new UsageError('--apps takes ids of apps with commas between, as in "orders,billing", or "*" for all.');
  return judged.data;
}

/** Writes a new file and never overwrites one: a lost key cannot be recovered. */
async function writeSecret(folder: string, file: string, text: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST' ? `${file} exists already and was not changed.` : `${file} cannot be written: ${code}.`,
    );
  }
}
