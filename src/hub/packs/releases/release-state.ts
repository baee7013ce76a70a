import type { Release } from '../../../model/hub-api/releases.ts';
import { hasBegun, hasEnded, isForEverybody, type ReleaseTerms, versionForEverybody } from './offered-releases.ts';

/**
 * The state of a release among all releases of its pack. The first row that holds decides:
 *
 * | state      | holds if                                                     |
 * |------------|--------------------------------------------------------------|
 * | stopped    | its roll-out was stopped                                     |
 * | superseded | a higher version is for everybody in its channel             |
 * | ended      | its time is over                                             |
 * | scheduled  | its time has not come                                        |
 * | offered    | always                                                       |
 */
export function releaseState(release: ReleaseTerms, all: readonly ReleaseTerms[], now: Date): Release['state'] {
  if (release.stoppedAt) return 'stopped';
  const everybody = versionForEverybody(all, release.channel, now);
  if (everybody && everybody.version > release.version) return 'superseded';
  if (hasEnded(release, now)) return 'ended';
  return hasBegun(release, now) ? 'offered' : 'scheduled';
}

/** A release that only some devices are offered, now or once its time has come. A channel has one of them at a time. */
export const isRollOut = (release: ReleaseTerms, all: readonly ReleaseTerms[], now: Date): boolean =>
  !isForEverybody(release) && ['offered', 'scheduled'].includes(releaseState(release, all, now));
