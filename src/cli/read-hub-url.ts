import { parseUrl } from '../model/text/parse-url.ts';
import { type Terminal, UsageError } from './command.ts';

const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The address of a hub, without a slash at its end: what the policy has as `hub.url`, or any address within the hub. */
export function readHubUrl(written: string | undefined, terminal: Terminal): string {
  if (!written)
    throw new UsageError(
      '--hub is missing: the address of the hub, as in https://cairn.example.com. CAIRN_HUB can hold it, too.',
    );
  const url = parseUrl(written);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--hub takes an address such as https://cairn.example.com, and "${written}" is none.`);
  if (url.username || url.password)
    throw new UsageError('--hub takes an address without a name or password: the token is in CAIRN_PUBLISH_TOKEN.');
  if (url.protocol === 'http:' && !LOOPBACK_HOST.test(url.hostname))
    terminal.printError(
      `${url.origin} is not encrypted: whoever is between you and the hub can read the token, or the sign-in, that you send.`,
    );
  const path = url.pathname.replace(/\/(v1\/packs(\/.*)?|desk(\/.*)?|v1)?$/, '');
  return url.origin + path;
}
