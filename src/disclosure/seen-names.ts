/** The first and the last day (YYYY-MM-DD, UTC) on which this device saw a name. */
interface SeenName {
  first: string;
  last: string;
}

/** Names that Cairn does not know and this device has seen, by fingerprint. */
export type SeenNames = Record<string, SeenName>;

/** New fingerprints that one device sends in a day, so that no page can make it send any number of them. */
export const MAX_NEW_NAMES_PER_DAY = 30;

/** Names remembered; the ones not seen for longest are forgotten. */
export const MAX_SEEN_NAMES = 1000;

/** Notes that a name was seen. Unchanged if too many names are new on this day. */
export function noteSeen(all: SeenNames, fingerprint: string, day: string): SeenNames {
  const earlier = seenName(all, fingerprint);
  if (!earlier && Object.values(all).filter(({ first }) => first === day).length >= MAX_NEW_NAMES_PER_DAY) return all;
  const { [fingerprint]: _, ...others } = all;
  const noted = Object.entries({ ...others, [fingerprint]: { first: earlier?.first ?? day, last: day } });
  return Object.fromEntries(noted.slice(-MAX_SEEN_NAMES));
}

const seenName = (all: SeenNames, fingerprint: string): SeenName | undefined =>
  Object.hasOwn(all, fingerprint) ? all[fingerprint] : undefined;

/** Was the name noted, so that its fingerprint may be sent? */
export const isSeen = (all: SeenNames, fingerprint: string): boolean => seenName(all, fingerprint) !== undefined;

/** Is it noted that the name was seen on this day? */
export const isSeenOn = (all: SeenNames, fingerprint: string, day: string): boolean => seenName(all, fingerprint)?.last === day;

/**
 * Has this device seen the name on different days? A hub that makes up which names many people meet cannot learn those that a device saw
 * once.
 */
export function isSeenAgain(all: SeenNames, fingerprint: string): boolean {
  const seen = seenName(all, fingerprint);
  return seen !== undefined && seen.first !== seen.last;
}
