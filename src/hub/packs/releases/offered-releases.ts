import type { Channel } from '../../../model/hub-api/releases.ts';

/** What is stored of a release, as far as it decides to whom the version is offered. */
export interface ReleaseTerms {
  version: number;
  channel: Channel;
  /** Per cent of devices. */
  share: number;
  /** Departments of the policy; all if empty. */
  departments: readonly string[];
  /** Offered from then on; null: at once. */
  startsAt: Date | null;
  /** No device shows it from then on. */
  endsAt: Date | null;
  stoppedAt: Date | null;
}

export const isForEverybody = ({ share, departments }: Pick<ReleaseTerms, 'share' | 'departments'>): boolean =>
  share === 100 && departments.length === 0;

export const hasBegun = ({ startsAt }: Pick<ReleaseTerms, 'startsAt'>, at: Date): boolean => !startsAt || startsAt <= at;

export const hasEnded = ({ endsAt }: Pick<ReleaseTerms, 'endsAt'>, now: Date): boolean => endsAt !== null && endsAt <= now;

/** The releases that a channel is offered. What is live anywhere is there for all devices of the test systems. */
function releasesIn<R extends ReleaseTerms>(releases: readonly R[], channel: Channel): R[] {
  if (channel === 'live') return releases.filter((one) => one.channel === 'live');
  return releases.map((one) => (one.channel === 'live' ? { ...one, share: 100, departments: [] } : one));
}

/**
 * The highest version that everybody in a channel is offered. A version whose time is over still stands in for it: lower ones do not come
 * back, because a device never goes back to a lower version.
 */
export function versionForEverybody<R extends ReleaseTerms>(releases: readonly R[], channel: Channel, now: Date): R | undefined {
  const found = releasesIn(releases, channel).filter((one) => isForEverybody(one) && !one.stoppedAt && hasBegun(one, now));
  return highest(found);
}

/**
 * What a channel is offered: the version for everybody and, if it is higher, the newest that is being rolled out or whose roll-out was
 * stopped. Highest version first.
 */
export function offeredReleases<R extends ReleaseTerms>(releases: readonly R[], channel: Channel, now: Date): R[] {
  const everybody = versionForEverybody(releases, channel, now);
  const wasOffered = (one: R) => hasBegun(one, one.stoppedAt ?? now);
  const higher = releasesIn(releases, channel).filter((one) => one.version > (everybody?.version ?? 0) && wasOffered(one));
  const rollOut = highest(higher);
  return [rollOut, everybody].filter((one) => one !== undefined);
}

const highest = <R extends ReleaseTerms>(releases: readonly R[]): R | undefined =>
  releases.reduce<R | undefined>((best, one) => (best && best.version > one.version ? best : one), undefined);
