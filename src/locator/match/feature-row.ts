/**
 * How one control of the page compares with the one an anchor describes: each feature is a number from 0 to 1. Features named after a
 * property speak for the control where they are high. Those that speak against it say so: `…Differs`, `…OnOneSide`, `…ToOther`, `…OfOther`,
 * `noPartner`, `gapClosed`. `match/weights.ts` says how much each counts.
 */
export interface FeatureRow {
  /** The roles are equal. */
  role: number;
  /** The roles belong to different families (`page/role.ts`): a field is never a button. */
  roleDiffers: number;
  /** The `type` attributes are equal. */
  type: number;
  /** The `type` attributes differ on the same element name. */
  typeDiffers: number;
  /** The whole name is one of those the anchor knows. */
  wholeName: number;
  /** Share of words that both names have. */
  name: number;
  /** The names have few words or none in common. Muted where the page is in another language, like every feature about words. */
  nameDiffers: number;
  /** One of the two has a name, the other has none. */
  nameOnOneSide: number;
  /** As `name`; a field without a name goes by the words just before it. */
  label: number;
  labelDiffers: number;
  /** The innermost landmark or dialog is another one. */
  landmarkDiffers: number;
  /** Nearness of the top edges. */
  y: number;
  /** Ratio of the widths, each as a share of its window. */
  width: number;
  /** Ratio of the heights. */
  height: number;
  /** Chance that it is the control by the order of all controls (`match/align.ts`). */
  aligned: number;
  /** … on a page where most other controls kept their order. */
  alignedOnStablePage: number;
  /** … on a page where most other controls are also built the same. */
  alignedOnSameBuild: number;
  /** Chance that it stands between the control's two neighbours. */
  betweenNeighbours: number;
  /** Chance that it is another control of the old page, by order. */
  alignedToOther: number;
  /** It is more like another control of the old page, whatever the order. */
  claimedByOther: number;
  /** It bears the name that another control of the old page had. */
  nameOfOther: number;
  /** Share of the old page's names that are still on the page; none where it is in another language. */
  familiarNames: number;
  /** Share of the other controls that kept their order. */
  retainedShare: number;
  /** How sure it is that the page is in another language. */
  foreign: number;
  /** Chance that nothing on the page is the control, by order. */
  noPartner: number;
  /** The control's two neighbours stand side by side now. */
  gapClosed: number;
  /** Share of authored words in `id`, `name`, `data-*` and the like that both have. */
  ids: number;
  idsDiffer: number;
  /** Share of words that both addresses have. */
  href: number;
  hrefDiffers: number;
  icon: number;
  iconDiffers: number;
  /** Share of words that both rows, list items or cards have. */
  row: number;
  rowDiffers: number;
  /** Share of words that both headings have. */
  section: number;
  sectionDiffers: number;
  /** `row`, for one of several of the same name and kind: there it is the row that tells them apart. */
  rowAmongSeveral: number;
  rowDiffersAmongSeveral: number;
  /** It has the best value of its role family in that respect; shared by those that tie. */
  bestName: number;
  bestIds: number;
  bestHref: number;
  bestIcon: number;
  bestLabel: number;
  /** … among those with the control's name, if there are any. */
  bestRow: number;
  /** It has the control's name, and no more controls do than did. */
  soleName: number;
}

export type FeatureName = keyof FeatureRow;
