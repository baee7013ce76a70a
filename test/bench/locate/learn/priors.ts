import type { FeatureName } from '../../../../src/locator/match/features.ts';

/**
 * What each feature would weigh if nothing were learnt; learning pulls back to it, so that what five apps happen to lack (rows of a
 * grid that move, landmarks) is not taken for worthless. The order of size follows how long properties live between releases (Kluge and
 * Stocco: tag, text, name and type .95 and more, address .88, id .87, class .80, path .54, neighbours .53, place .35), and that a control
 * in another row, or of another kind, is another control whatever else agrees.
 */
export const priors: Record<FeatureName, number> = {
  role: 0.5,
  roleNot: -3,
  type: 0.5,
  typeNot: -2,
  key: 1,
  name: 1,
  nameNot: -1.5,
  nameHalf: -1,
  label: 0.7,
  labelNot: -0.7,
  landmarkNot: -0.5,
  y: 0.5,
  w: 0.6,
  h: 0.3,
  aligned: 1,
  alignedKept: 1.5,
  both: 0.7,
  otherNot: -2,
  claimedNot: -1.5,
  nameElsewhereNot: -1.5,
  familiar: -1,
  gapNot: -1.5,
  kept: -1,
  skeleton: 1,
  foreign: 0,
  closedNot: -2,
  ids: 0.7,
  idsNot: -0.2,
  href: 1,
  hrefNot: -0.7,
  icon: 0.8,
  iconNot: -0.5,
  row: 1,
  rowNot: -3,
  section: 0.5,
  sectionNot: -0.3,
  ownRow: 1.5,
  otherRowNot: -4,
  bestName: 0.8,
  bestIds: 0.5,
  bestHref: 0.8,
  bestIcon: 0.5,
  bestLabel: 0.6,
  bestRow: 0.8,
  onlyKey: 0.5,
};

/** In the order of a row of features, which a test holds this to. */
export const featureNames = Object.keys(priors) as FeatureName[];
