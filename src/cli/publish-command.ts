import { basename } from 'node:path';
import { parsePack } from '../packs/parse-pack.ts';
import { readHeader, readJson } from '../packs/read-jws.ts';
import { verifyPack } from '../packs/verify-pack.ts';
import { type Command, type CommandCall, type ExitCode, type Terminal, UsageError } from './command.ts';
import { readPublicKeys } from './key-files.ts';
import { printFaults } from './print-faults.ts';
import { readText } from './read-file.ts';
import { readHubUrl } from './read-hub-url.ts';
import { sendPack } from './send-pack.ts';

export const packPublish: Command = {
  usage: 'pack publish FILE.jws --hub URL [--key PUBLIC]',
  about:
    'Publish a signed pack to a hub, and print its address for the policy. The token is CAIRN_PUBLISH_TOKEN, or is asked for. --key verifies the pack first, with a key or a policy',
  options: { hub: { type: 'string' }, key: { type: 'string' } },
  files: [1, 1],
  async run({ files: [file = ''], options, terminal }) {
    const hub = readHubUrl(options.hub ?? terminal.env.CAIRN_HUB, terminal);
    const jws = (await readText(file)).trim();
    const code = options.key === undefined ? 0 : await verifyFirst(file, jws, { key: options.key, terminal });
    if (code !== 0) return code;
    const pack = readUnverified(jws, file);
    if (!pack.ok) return printFaults(file, pack.why, terminal) || 1;
    const token = await readToken(terminal);
    const { id, version, app } = pack.pack;
    terminal.print(`Publishing "${id}" version ${version} for the app "${app}" (${sizeOf(jws)}) to ${hub} …`);
    const sent = await sendPack({ hub, jws, token, env: terminal.env });
    if (!sent.ok) {
      terminal.printError(`${basename(file)} was not published: ${sent.why}`);
      return 1;
    }
    terminal.print(sent.isDuplicate ? 'The hub had this version with this content already.' : 'Published.');
    terminal.print('Put this into "packs" of the policy, if it is not there yet:');
    terminal.print(JSON.stringify({ url: `${hub}/v1/packs/${id}`, app, id }));
    return 0;
  },
};

/** Refuses what browsers with that policy would refuse. The hub does not know their keys. */
async function verifyFirst(file: string, jws: string, { key, terminal }: { key: string; terminal: Terminal }): Promise<ExitCode> {
  const judged = await verifyPack(jws, await readPublicKeys(key, terminal));
  if (judged.ok) return 0;
  terminal.print(`Not published: browsers with the keys in ${key} would refuse it (${judged.code}).`);
  return printFaults(file, judged.why, terminal) || 1;
}

/** The pack in a signed file, to say what is published; the hub and each browser judge it again. */
function readUnverified(jws: string, file: string): ReturnType<typeof parsePack> {
  if (jws.startsWith('{'))
    throw new UsageError(`${file} is not signed yet. Sign it with "cairn pack sign", and publish the .jws file that it writes.`);
  const header = readHeader(jws);
  if (!header.ok) return header;
  const content = readJson(Buffer.from(jws.split('.')[1] ?? '', 'base64url'), 'the content');
  return content.ok ? parsePack(content.value) : content;
}

async function readToken({ env, askSecret }: CommandCall['terminal']): Promise<string> {
  const token = env.CAIRN_PUBLISH_TOKEN || (await askSecret('Publishing token of the hub (not shown): '));
  if (!token?.trim())
    throw new UsageError(
      'There is no publishing token. Set CAIRN_PUBLISH_TOKEN to the value with which the hub was started, or run this at a terminal to be asked.',
    );
  return token.trim();
}

const sizeOf = (text: string): string => `${Math.max(1, Math.round(text.length / 1000)).toLocaleString('en')} kB`;
