import type { Row } from './features.ts';

/** The best candidate, how far it leads, and how it compares with what is sought. */
export interface Verdict {
  /** Score of the best; "none of them" scores 0. */
  score: number;
  /** How far the best candidate in another place is behind; 12 if there is no other. */
  margin: number;
  /** Share of the best and what is in the same place among all candidates and "none of them". */
  share: number;
  row: Row;
}

const clip = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/**
 * What confidence is made of. One strong doubt must count whatever else agrees, so doubts that ranking has weighed are weighed again, and
 * some are put together: a name that changed is a doubt only where no address or identifier stayed.
 */
export function doubtsOf({ score, margin, share, row }: Verdict) {
  const proof = Math.max(row.ids, row.href);
  // The only one of its name: on the page, or in the row it stands in.
  const sole = Math.max(row.onlyKey, row.key * row.bestRow * Math.min(1, 3 * row.row));
  const evidence = Math.max(proof, row.row, row.icon, row.spelling);
  return {
    score: clip(score, 10) / 5,
    margin: clip(margin, 8) / 4,
    share: Math.log((share + 1e-4) / (1 - share + 1e-4)) / 4,
    steady: row.alignedKept,
    skeleton: row.skeleton,
    foreign: row.foreign,
    sole,
    sameRow: row.bestRow * row.key,
    labelled: row.bestLabel * (1 - row.key),
    unseenNot: (1 - row.kept) * (1 - evidence),
    blindNot: (1 - row.familiar) * (1 - evidence) * (1 - row.alignedKept),
    renamedNot: row.nameNot * (1 - proof) * (1 - row.spelling),
    namedNot: row.nameHalf * (1 - Math.max(proof, row.icon)),
    iconOnlyNot: row.iconNot * (1 - row.name) * (1 - proof),
    elsewhereNot: row.beforeNot * row.key * (1 - Math.max(sole, row.bestRow)),
    roleNot: row.roleNot,
    rowNot: row.rowNot * (1 - sole),
    gridNot: row.gridNot,
    typeNot: row.typeNot,
    nameNot: row.nameNot,
    hrefNot: row.hrefNot,
    claimedNot: row.claimedNot,
    nameElsewhereNot: row.nameElsewhereNot,
    idElsewhereNot: row.idElsewhereNot,
    twinNot: row.twinNot,
    columnNot: row.columnNot,
    closedNot: row.closedNot,
    both: row.both,
    placeXY: row.placeXY,
  };
}
