import type { Fault } from '../model/fault/fault.ts';

/** Version and content of a pack. */
export interface PackVersion {
  version: number;
  digest: string;
}

export type VersionCode = 'lower-version' | 'same-version-changed';

/**
 * May the offered pack replace the stored one? Not with a lower version, or whoever controls the server could bring back an old, validly
 * signed pack. Not with the same version and other content, or two people with "version 7" would see different guides.
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
