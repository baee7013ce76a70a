import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { ALL_APPS, type SignerKey, signerKey } from '../model/policy/policy.ts';
import type { SigningKey } from '../packs/sign-pack.ts';
import { unwrapJsonPolicy } from '../policy/unwrap-json-policy.ts';
import { type Terminal, UsageError } from './command.ts';
import { readJsonFile } from './read-file.ts';
import { readPolicy } from './read-policy.ts';

const part = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be 43 base64url characters');

/** A private key file: a JWK that contains its key id. */
const privateKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: signerKey.shape.kid, x: part, d: part });

/** Reads the key to sign with. Warns if other users of the machine can read it. */
export async function readSigningKey(file: string, terminal: Terminal): Promise<SigningKey> {
  const key = await readAs(privateKey, file, 'a private key made by "cairn key new"');
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
    terminal.printError(`Other users of this machine can read ${file}. Protect it with: chmod 600 ${file}`);
  return key;
}

/**
 * Reads the keys to verify with: one `{kid, x, apps}`, a list of them, or the `keys` of a policy. A key without `apps`, which a policy would
 * not accept, verifies the signature for any app, and this is said.
 */
export async function readPublicKeys(file: string, terminal: Terminal): Promise<SignerKey[]> {
  const { kid, x, apps } = signerKey.shape;
  const one = z.object({ kid, x, apps: apps.optional() });
  const several = z.union([
    one.transform((key) => [key]),
    z.array(one).min(1),
    z.object({ keys: z.array(one).min(1) }).transform(({ keys }) => keys),
  ]);
  const what = 'a public key: {"kid": …, "x": …}, a list of these, or a policy with "keys"';
  const read = await readPolicy(file);
  if (!read.ok) throw new UsageError(`${file} cannot be read as keys or a policy: ${read.why}.`);
  const keys = judgeAs(several, unwrapJsonPolicy(read.policy, []), { file, what });
  if (keys.some((key) => key.apps === undefined))
    terminal.printError('A key here has no "apps", which a policy must have: it is taken for all apps.');
  return keys.map((key) => ({ ...key, apps: key.apps ?? [ALL_APPS] }));
}

async function readAs<T>(schema: z.ZodType<T>, file: string, what: string): Promise<T> {
  const read = await readJsonFile(file);
  if (!read.ok) throw new UsageError(`${file} is not JSON.`);
  return judgeAs(schema, read.value, { file, what });
}

function judgeAs<T>(schema: z.ZodType<T>, value: unknown, { file, what }: { file: string; what: string }): T {
  const judged = schema.safeParse(value);
  if (judged.success) return judged.data;
  const [fault] = issueFaults(schema, value, judged.error);
  throw new UsageError(`${file} does not contain ${what}${fault?.path ? ` ("${fault.path}" ${fault.reason})` : ''}.`);
}
