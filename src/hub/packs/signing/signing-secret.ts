import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProblemDetails } from '../../http/problem.ts';
import type { SignerResult } from '../../http/signer.ts';

const MIN_CHARS = 16;

/** The secret under which private keys are encrypted. It is not in the store, so that neither the store nor a backup reveals a key. */
export interface SigningSecret {
  read(): Promise<SignerResult<string>>;
  /** Makes it if it is one that the hub makes itself and it does not exist yet. */
  readOrMake(): Promise<SignerResult<string>>;
}

export interface SecretSettings {
  CAIRN_SIGNING_SECRET?: string | undefined;
  CAIRN_SIGNING_SECRET_FILE?: string | undefined;
  DATABASE_URL?: string | undefined;
  CAIRN_DATA: string;
}

/** The file of the embedded default: beside the store's folder, in no backup. */
const SECRET_FILE = 'signing-secret';

export function chooseSigningSecret(settings: SecretSettings): SigningSecret {
  const given = settings.CAIRN_SIGNING_SECRET;
  if (given !== undefined) return readOnly(async () => ({ ok: true, value: given }));
  const file = settings.CAIRN_SIGNING_SECRET_FILE;
  if (file !== undefined) return readOnly(() => readSecret(file, unreadable));
  if (settings.DATABASE_URL) return readOnly(async () => ({ ok: false, why: notSet }));
  const own = join(settings.CAIRN_DATA, SECRET_FILE);
  return { read: () => readSecret(own, lost), readOrMake: () => makeSecret(own) };
}

const readOnly = (read: SigningSecret['read']): SigningSecret => ({ read, readOrMake: read });

async function readSecret(file: string, missing: (code: string) => ProblemDetails): Promise<SignerResult<string>> {
  try {
    const text = (await readFile(file, 'utf8')).trim();
    return text.length >= MIN_CHARS ? { ok: true, value: text } : { ok: false, why: tooShort };
  } catch (error) {
    return { ok: false, why: missing(String((error as NodeJS.ErrnoException).code)) };
  }
}

/** Another hub or request may make it at the same moment: the first one stands. It has its name only once it is written whole. */
async function makeSecret(file: string): Promise<SignerResult<string>> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    await link(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') return { ok: false, why: unwritable(String(code)) };
  } finally {
    await rm(draft, { force: true });
  }
  return readSecret(file, lost);
}

const kind = 'signer-unavailable';
const notSet = {
  kind,
  detail: 'This hub has no secret under which it could encrypt private keys.',
  remedy: 'Whoever runs the hub sets CAIRN_SIGNING_SECRET or CAIRN_SIGNING_SECRET_FILE, the same for all hubs on this database.',
};
const tooShort = {
  kind,
  detail: `The signing secret in its file has fewer than ${MIN_CHARS} characters.`,
  remedy: 'Whoever runs the hub puts the right secret into the file. A new one is made with: openssl rand -base64 32',
};
const unreadable = (code: string): ProblemDetails => ({
  kind,
  detail: `The file of CAIRN_SIGNING_SECRET_FILE cannot be read (${code}).`,
  remedy: 'Whoever runs the hub corrects the path, or lets the hub read the file.',
});
const lost = (code: string): ProblemDetails => ({
  kind,
  detail: `The hub cannot read the secret of its signing keys, the file ${SECRET_FILE} in the folder CAIRN_DATA (${code}).`,
  remedy: `Whoever runs the hub puts that file back from a copy. If there is none, retire the keys and make a new one.`,
});
const unwritable = (code: string): ProblemDetails => ({
  kind,
  detail: `The hub cannot write the secret of its signing keys, the file ${SECRET_FILE} in the folder CAIRN_DATA (${code}).`,
  remedy: 'Whoever runs the hub lets it write there, or sets CAIRN_SIGNING_SECRET.',
});
