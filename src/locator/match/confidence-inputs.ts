import type { FeatureRow } from './feature-row.ts';

/**
 * What confidence in the best candidate is made of. One strong doubt must count whatever else agrees, so doubts that ranking has weighed
 * are weighed again, and some are combined: a name that changed is a doubt only where no address or identifier stayed.
 * `match/weights.ts` says how much each counts.
 */
export interface ConfidenceInputs {
  /** Its score in the ranking; up to 2. */
  score: number;
  /** How far its score is ahead of the best candidate in another place; up to 2. */
  lead: number;
  /** Its share among all candidates and "none of them", as log odds. */
  share: number;
  alignedOnStablePage: number;
  alignedOnSameBuild: number;
  foreign: number;
  /** It is the only one of its name: on the page, or in the row it stands in. */
  soleName: number;
  /** Its label is the best, though its whole name is not known. */
  bestLabelOfUnknownName: number;
  /** The page has new words, and neither address, identifiers, row, icon nor order speak for it. */
  unidentifiedOnUnfamiliarPage: number;
  /** Its name is another, and neither address nor identifiers identify it. */
  renamedWithoutProof: number;
  /** Its identifiers are others, and neither name nor address stayed. */
  idsDifferWithoutName: number;
  /** Only one of the two has a name, and neither address, identifiers nor icon identify it. */
  namedOnOneSideWithoutProof: number;
  /** Its icon is another, and neither name, address nor identifiers identify it. */
  iconDiffersWithoutProof: number;
  roleDiffers: number;
  /** It stands in another row, and is not the only one of its name. */
  rowDiffersWithoutSoleName: number;
  rowDiffersAmongSeveral: number;
  nameOfOther: number;
}

/** Where the best candidate stands in the ranking. */
export interface RankingPosition {
  score: number;
  /** Ahead of the best candidate in another place. */
  lead: number;
  /** Share of the chances of all candidates and "none of them". */
  share: number;
}

/** What speaks for and against taking the best candidate. */
export function confidenceInputsOf(row: FeatureRow, { score, lead, share }: RankingPosition): ConfidenceInputs {
  // What many share identifies none of them.
  const proof = Math.max(Math.min(row.ids, row.bestIds), Math.min(row.href, row.bestHref));
  const soleName = Math.max(row.soleName, row.wholeName * row.bestRow * Math.min(1, 3 * row.row));
  const unidentified = 1 - Math.max(proof, row.row, row.icon);
  return {
    score: Math.min(2, score / 5),
    lead: Math.min(2, lead / 4),
    share: Math.log((share + 1e-4) / (1 - share + 1e-4)) / 4,
    alignedOnStablePage: row.alignedOnStablePage,
    alignedOnSameBuild: row.alignedOnSameBuild,
    foreign: row.foreign,
    soleName,
    bestLabelOfUnknownName: row.bestLabel * (1 - row.wholeName),
    unidentifiedOnUnfamiliarPage: (1 - row.familiarNames) * unidentified * (1 - row.alignedOnStablePage),
    renamedWithoutProof: row.nameDiffers * (1 - proof),
    idsDifferWithoutName: row.idsDiffer * (1 - row.wholeName) * (1 - row.href),
    namedOnOneSideWithoutProof: row.nameOnOneSide * (1 - Math.max(proof, row.icon)),
    iconDiffersWithoutProof: row.iconDiffers * (1 - row.name) * (1 - proof),
    roleDiffers: row.roleDiffers,
    rowDiffersWithoutSoleName: row.rowDiffers * (1 - soleName),
    rowDiffersAmongSeveral: row.rowDiffersAmongSeveral,
    nameOfOther: row.nameOfOther,
  };
}
