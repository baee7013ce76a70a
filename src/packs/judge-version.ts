import type { Fault } from '../model/fault/fault.ts';

/** What is remembered of a pack that is already held. */
export interface PackVersion {
  version: number;
  digest: string;
}

export type VersionCode = 'lower-version' | 'same-version-changed';

/**
 * May this version take the place of the one held? A lower one may not, or whoever can answer for the server could bring back an old
 * pack with all its signatures. The same version with other content may not, or two people with "version 7" would see two things.
 */
export function judgeVersion(
  offered: PackVersion,
  held: PackVersion | undefined,
): { code: VersionCode; why: Fault[] } | undefined {
  if (!held || offered.version > held.version) return undefined;
  if (offered.version < held.version)
    return {
      code: 'lower-version',
      why: [
        {
          path: 'version',
          reason: `is ${offered.version}, and ${held.version} is already held`,
          remedy: `To go back, publish the older content as version ${held.version + 1} or higher.`,
        },
      ],
    };
  if (offered.digest === held.digest) return undefined;
  return {
    code: 'same-version-changed',
    why: [
      {
        path: 'version',
        reason: `is ${offered.version} again, with other content than the version ${offered.version} that is held`,
        remedy: 'Raise the version with every publication.',
      },
    ],
  };
}
