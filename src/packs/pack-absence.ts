import { isEnded } from './choose-version.ts';
import type { ShelfIndex } from './shelf-index.ts';

/** Why a pack that is held is not shown: `off` until its hub switches it on again, `ended` when its time is over. */
type PackAbsence = { is: 'off' } | { is: 'ended'; at: string };

/** Why the pack with the name `app/id` is not shown now, if it is not. Only the source that provides it can switch it off. */
export function packAbsence(name: string, { packs, sources }: ShelfIndex, now: number): PackAbsence | undefined {
  const held = packs[name];
  if (!held) return undefined;
  const { release } = sources[held.source] ?? {};
  if (release?.isOff && name.endsWith(`/${release.pack}`)) return { is: 'off' };
  return held.until !== undefined && isEnded(held.until, now) ? { is: 'ended', at: held.until } : undefined;
}

/** When the next pack that is held comes to its end, in milliseconds since the epoch. */
export function nextEnd({ packs }: ShelfIndex, now: number): number | undefined {
  const ends = Object.values(packs).flatMap(({ until }) => (until === undefined || isEnded(until, now) ? [] : Date.parse(until)));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
