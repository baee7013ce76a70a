import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pack } from '../model/pack/pack.ts';
import { lintDocument } from '../packs/lint-document.ts';
import { signPack } from '../packs/sign-pack.ts';
import { verifyPack } from '../packs/verify-pack.ts';
import { type Command, type CommandCall, type ExitCode, UsageError } from './command.ts';
import { readPublicKeys, readSigningKey } from './key-files.ts';
import { notJson, printFaults, printPackFaults } from './print-faults.ts';
import { readJsonFile, readText } from './read-file.ts';

export const packLint: Command = {
  usage: 'pack lint FILE…',
  about: 'Check packs against the format, and for what would confuse a reader',
  options: {},
  files: [1, Number.POSITIVE_INFINITY],
  async run({ files, terminal }) {
    const codes: ExitCode[] = [];
    for (const file of files) codes.push(printFaults(file, await lintFile(file, terminal.today), terminal));
    return codes.some((code) => code !== 0) ? 1 : 0;
  },
};

async function lintFile(file: string, today: string) {
  const read = await readJsonFile(file);
  if (!read.ok) return [notJson(read.why)];
  return lintDocument(read.value, today);
}

export const packSign: Command = {
  usage: 'pack sign FILE --key KEYFILE [--out FILE]',
  about: 'Sign a pack and write the signed pack next to it, as .jws',
  options: { key: { type: 'string' }, out: { type: 'string' } },
  files: [1, 1],
  async run({ files: [file = ''], options, terminal }) {
    const key = await readSigningKey(requiredOption(options, 'key'), terminal);
    const read = await readJsonFile(file);
    if (!read.ok) return printFaults(file, [notJson(read.why)], terminal);
    const signed = await signPack(read.value, key);
    if (!signed.ok) return printPackFaults(file, { faults: signed.why, document: read.value }, terminal);
    const out = options.out ?? `${file.replace(/\.json$/, '')}.jws`;
    await write(out, `${signed.jws}\n`);
    const { id, version, app } = pack.parse(read.value);
    terminal.print(`Signed "${id}" version ${version} for the app "${app}" with the key "${key.kid}": ${out}`);
    return 0;
  },
};

export const packVerify: Command = {
  usage: 'pack verify FILE.jws --key PUBLIC',
  about: 'Verify a signed pack as the extension does. PUBLIC is a file with {"kid", "x", "apps"}, or a policy',
  options: { key: { type: 'string' } },
  files: [1, 1],
  async run({ files: [file = ''], options, terminal }) {
    const keys = await readPublicKeys(requiredOption(options, 'key'), terminal);
    const judged = await verifyPack((await readText(file)).trim(), keys);
    if (!judged.ok) {
      terminal.print(`Refused (${judged.code}).`);
      return printFaults(file, judged.why, terminal) || 1;
    }
    const { id, version, app, guides } = judged.pack;
    terminal.print(
      `${basename(file)} is good: "${id}" version ${version} for the app "${app}", ${guides.length} guides, signed by "${judged.kid}".`,
    );
    return 0;
  },
};

function requiredOption(options: CommandCall['options'], name: string): string {
  const value = options[name];
  if (!value) throw new UsageError(`--${name} is missing.`);
  return value;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (thrown) {
    throw new UsageError(`${file} cannot be written: ${(thrown as NodeJS.ErrnoException).code ?? thrown}.`);
  }
}
