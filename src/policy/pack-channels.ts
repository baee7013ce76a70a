import { type Fault, formatPath } from '../model/fault/fault.ts';
import type { PackSource, Policy } from '../model/policy/policy.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import type { WrittenPath } from './cross-checks.ts';

const HUB_PACK = /\/v1\/packs\/[^/]+$/;
const CHANNELS = ['test', 'live'];

/** The channel that an address of a hub names; undefined for one that names none, and for any other address. */
function channelOf({ url }: Pick<PackSource, 'url'>): string | undefined {
  const parsed = url === undefined ? undefined : parseUrl(url);
  return parsed && HUB_PACK.test(parsed.pathname) ? (parsed.searchParams.get('channel') ?? undefined) : undefined;
}

/** Warns of a channel that hubs do not have, and of a pack that is taken from both: a device uses the first. */
export function packChannels({ packs }: Pick<Policy, 'packs'>, where: WrittenPath): Fault[] {
  return packs.flatMap((source, at) => {
    const channel = channelOf(source);
    const path = formatPath([...where(source), 'url']);
    if (channel !== undefined && !CHANNELS.includes(channel)) return [unknownChannel(path, channel)];
    const first = packs.slice(0, at).find((other) => isSamePack(other, source) && channelOf(other) !== channel);
    return first ? [otherChannel(path, formatPath(where(first)))] : [];
  });
}

function isSamePack(one: PackSource, other: PackSource): boolean {
  const [first, second] = [one, other].map(({ url }) => url?.replace(/[?#].*$/s, ''));
  return first !== undefined && first === second && HUB_PACK.test(first);
}

const unknownChannel = (path: string, channel: string): Fault => ({
  path,
  reason: `names the channel "${channel}", and hubs have the channels ${CHANNELS.map((one) => `"${one}"`).join(' and ')}`,
  remedy: 'Write "?channel=test" for a test system, and leave it out for everybody else.',
  warning: true,
});

const otherChannel = (path: string, first: string): Fault => ({
  path,
  reason: `takes from another channel the pack that ${first} takes already, and a device uses the first of them`,
  remedy:
    'Give the devices that use the test system a policy of their own, with "?channel=test"; name one channel in each policy.',
  warning: true,
});
