import type { OfferedVersion } from '../model/hub-api/release-document.ts';

/** A version that a hub offers, without its content. */
export interface OfferedRelease extends Pick<OfferedVersion, 'version' | 'share' | 'departments' | 'until'> {
  /** Its content is offered too. Without it, only devices that have the version keep it. */
  hasContent: boolean;
}

/** What a device chooses by. It tells nobody. */
export interface ChoosingDevice {
  /** The version that it has from this source, if any: nothing lower is taken. */
  held: number | undefined;
  department: string | undefined;
  /** Its place from 0 to 99 in the roll-out of a version: always the same, and another one for each version. */
  bucketOf: (version: number) => number;
  /** Milliseconds since the epoch. */
  now: number;
}

/** take: fetch and verify this version. keep: what the device has stays. none: nothing that is offered is for it, and it has nothing. */
export type VersionChoice = { is: 'take'; version: number } | { is: 'keep' } | { is: 'none' };

/**
 * The version that this device uses: the highest that is for it. The first row that applies to an offered version decides whether it is:
 *
 * | the version                              | for this device                                       |
 * |------------------------------------------|-------------------------------------------------------|
 * | is lower than the one it has             | no                                                    |
 * | is the one it has                        | yes, also when it no longer belongs to those who get it |
 * | has no content, as its roll-out was stopped | no                                                 |
 * | has an end that is past                  | no                                                    |
 * | is for departments, and not for its own  | no                                                    |
 * | is for a share that its bucket is not in | no                                                    |
 * | is any other                             | yes                                                   |
 */
export function chooseVersion(offered: readonly OfferedRelease[], device: ChoosingDevice): VersionChoice {
  const { held } = device;
  const [highest] = offered.filter((one) => isFor(one, device)).toSorted((a, b) => b.version - a.version);
  if (highest?.hasContent) return { is: 'take', version: highest.version };
  return { is: held === undefined ? 'none' : 'keep' };
}

function isFor({ version, share, departments, until, hasContent }: OfferedRelease, device: ChoosingDevice): boolean {
  const { held, department, bucketOf, now } = device;
  if (held !== undefined && version <= held) return version === held;
  if (!hasContent || isEnded(until, now)) return false;
  const isForDepartment = departments === undefined || (department !== undefined && departments.includes(department));
  return isForDepartment && bucketOf(version) < share;
}

/** Is an end past? One that cannot be read is none. */
export const isEnded = (until: string | undefined, now: number): boolean => until !== undefined && Date.parse(until) <= now;
