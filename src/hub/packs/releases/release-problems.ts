import type { ProblemDetails } from '../../http/problem.ts';

export const unknownPack: ProblemDetails = {
  kind: 'unknown-pack',
  detail: 'No pack with this id was published to this hub.',
  remedy: 'Load the list of packs again.',
};

export const unknownVersion = (version: number): ProblemDetails => ({
  kind: 'unknown-version',
  detail: `No version ${version} of this pack was published to this hub.`,
  remedy: 'Load the versions of the pack again.',
});

export const unknownVersions: ProblemDetails = {
  kind: 'unknown-version',
  detail: 'One of these versions of the pack was not published to this hub.',
  remedy: 'Load the versions of the pack again.',
};
