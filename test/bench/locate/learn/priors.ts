import type { FeatureName } from '../../../../src/locator/match/feature-row.ts';

/**
 * What each feature would weigh if nothing were learnt. Learning pulls back to these, so that what the few apps learnt from happen to lack
 * (rows of a grid that move, landmarks) does not count as worthless. The order of size follows how long properties live between releases
 * (Kluge and Stocco: tag, text, name and type .95 and more, address .88, id .87, class .80, path .54, neighbours .53, place .35), and that a
 * control in another row, or of another kind, is another control whatever else agrees.
 */
export const priors: Record<FeatureName, number> = {
  role: 0.5,
  roleDiffers: -3,
  type: 0.5,
  typeDiffers: -2,
  wholeName: 1,
  name: 1,
  nameDiffers: -1.5,
  nameOnOneSide: -1,
  label: 0.7,
  labelDiffers: -0.7,
  landmarkDiffers: -0.5,
  y: 0.5,
  width: 0.6,
  height: 0.3,
  aligned: 1,
  alignedOnStablePage: 1.5,
  betweenNeighbours: 0.7,
  alignedToOther: -2,
  claimedByOther: -1.5,
  nameOfOther: -1.5,
  familiarNames: -1,
  noPartner: -1.5,
  retainedShare: -1,
  alignedOnSameBuild: 1,
  foreign: 0,
  gapClosed: -2,
  ids: 0.7,
  idsDiffer: -0.2,
  href: 1,
  hrefDiffers: -0.7,
  icon: 0.8,
  iconDiffers: -0.5,
  row: 1,
  rowDiffers: -3,
  section: 0.5,
  sectionDiffers: -0.3,
  rowAmongSeveral: 1.5,
  rowDiffersAmongSeveral: -4,
  bestName: 0.8,
  bestIds: 0.5,
  bestHref: 0.8,
  bestIcon: 0.5,
  bestLabel: 0.6,
  bestRow: 0.8,
  soleName: 0.5,
};

/** The order in which the learner has the features of a row. */
export const featureNames = Object.keys(priors) as FeatureName[];

/** These say how far to trust the page, and may weigh either way; every other weight keeps the sign of its prior. */
const UNSIGNED: readonly FeatureName[] = ['familiarNames', 'retainedShare', 'foreign'];

/** 1 for a feature that may only speak for a control, -1 for one that may only speak against it, 0 for either. */
export const signOf = (name: FeatureName): number => (UNSIGNED.includes(name) ? 0 : Math.sign(priors[name]));
