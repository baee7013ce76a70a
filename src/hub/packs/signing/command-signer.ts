import { execFile } from 'node:child_process';
import type { ProblemDetails } from '../../http/problem.ts';
import type { PublicKey, Signer, SignerResult } from '../../http/signer.ts';

/** Time for one call of the program, in milliseconds: tokens and cloud services answer in less than a few seconds. */
const CALL_MS = 10_000;

const MAX_OUTPUT_BYTES = 64 * 1024;
const SIGNATURE_BYTES = 64;

/** Ids are arguments of the program, so they do not look like options. */
const KEY_LINE = /^(?<kid>\w[\w.-]{0,119})[ \t]+(?<x>[A-Za-z0-9_-]{43})$/;

/**
 * Keys that another program holds, such as a token through PKCS#11 or a key service of a cloud. `PROGRAM list` prints a line for each key:
 * its id, a space and the public key in base64url. `PROGRAM sign KID` signs standard input, and prints the signature: 64 bytes, or these in
 * base64 or base64url. What it writes to standard error goes to that of the hub.
 */
export function createCommandSigner(program: string, { callMs = CALL_MS } = {}): Signer {
  const call = (args: string[], input?: Uint8Array) => run({ program, args, input, callMs });
  const listKeys = async (): Promise<SignerResult<PublicKey[]>> => {
    const listed = await call(['list']);
    return listed.ok ? readKeys(listed.value.toString('utf8')) : listed;
  };
  return {
    heldBy: 'command',
    listKeys,
    async makeKey(known) {
      const listed = await listKeys();
      if (!listed.ok) return listed;
      const found = listed.value.find(({ kid }) => !known.includes(kid));
      return found ? { ok: true, value: { ...found, sealedPrivateKey: null } } : { ok: false, why: noNewKey };
    },
    async sign(kid, bytes) {
      const signed = await call(['sign', kid], bytes);
      return signed.ok ? readSignature(signed.value) : signed;
    },
  };
}

interface Call {
  program: string;
  args: string[];
  input: Uint8Array | undefined;
  callMs: number;
}

function run({ program, args, input, callMs }: Call): Promise<SignerResult<Buffer>> {
  return new Promise((resolve) => {
    const options = { encoding: 'buffer', timeout: callMs, killSignal: 'SIGKILL', maxBuffer: MAX_OUTPUT_BYTES } as const;
    const child = execFile(program, args, options, (error, stdout) =>
      resolve(error ? { ok: false, why: failed(args[0]!, error, callMs) } : { ok: true, value: stdout }),
    );
    child.stderr?.pipe(process.stderr, { end: false });
    // A program that ends without reading its input closes the pipe; its exit code says more.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

function readKeys(text: string): SignerResult<PublicKey[]> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const keys = lines.map((line) => KEY_LINE.exec(line.trim())?.groups);
  if (keys.some((key) => !key)) return { ok: false, why: wrongOutput('list', 'lines with an id and a public key') };
  return { ok: true, value: keys.map((key) => ({ kid: key!.kid!, x: key!.x! })) };
}

function readSignature(output: Buffer): SignerResult<Uint8Array> {
  if (output.length === SIGNATURE_BYTES) return { ok: true, value: output };
  const text = output.toString('latin1').trim();
  const decoded = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
  if (decoded?.length === SIGNATURE_BYTES) return { ok: true, value: decoded };
  return { ok: false, why: wrongOutput('sign', 'an Ed25519 signature of 64 bytes') };
}

const kind = 'signer-unavailable';

function failed(action: string, error: Error & { code?: unknown; killed?: boolean }, callMs: number): ProblemDetails {
  const { code, killed } = error;
  if (killed && code !== 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return problem(`The program of CAIRN_SIGNER_COMMAND did not answer to "${action}" within ${callMs / 1000} seconds.`);
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return wrongOutput(action, 'an answer of less than 64 kB');
  if (typeof code === 'number') return problem(`The program of CAIRN_SIGNER_COMMAND ended with code ${code} at "${action}".`);
  return problem(`The program of CAIRN_SIGNER_COMMAND cannot be started (${String(code)}).`);
}

const problem = (detail: string): ProblemDetails => ({
  kind,
  detail,
  remedy: `Whoever runs the hub calls the program by hand with "list", and reads what it writes to the hub's standard error.`,
});
const wrongOutput = (action: string, expected: string): ProblemDetails =>
  problem(`The program of CAIRN_SIGNER_COMMAND did not print ${expected} at "${action}".`);

const noNewKey = {
  kind: 'no-new-key',
  detail: 'The program of CAIRN_SIGNER_COMMAND lists no key that the hub does not know already.',
  remedy: 'Make a key with the tools of what holds your keys, so that the program lists it. Then try again.',
};
