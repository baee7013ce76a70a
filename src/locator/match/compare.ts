import type { Candidate } from '../page/candidate.ts';
import { roleFamilyOf } from '../page/role.ts';
import type { AlignmentContext } from './alignment-context.ts';
import type { AnchorQuery } from './anchor-query.ts';
import { compareWords, type WordRarity } from './compare-words.ts';
import type { FeatureName, FeatureRow } from './feature-row.ts';

/** Features that compare one control with the anchor. The rest, `RelativeFeature`, compare the controls with each other. */
export type OwnFeatures = Omit<FeatureRow, RelativeFeature>;
export type RelativeFeature = Extract<FeatureName, `best${string}`> | 'soleName';

/** What is known of the page besides the control itself. */
export interface ComparisonContext extends AlignmentContext {
  rarity: WordRarity;
  /** Width of the window in CSS pixels. */
  windowWidth: number;
}

/** At this distance in CSS pixels the feature `y` is a half. */
const HALF_Y_DISTANCE = 150;

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b) || 0;

/** A field without a name is known by the words before it. */
const labelOf = ({ name, precedingText }: Pick<Candidate, 'name' | 'precedingText'>): readonly number[] =>
  name.length ? name : precedingText;

/** Compares what is looked for with one control, the one at `index` of those compared. */
export function compare(query: AnchorQuery, control: Candidate, index: number, context: ComparisonContext): OwnFeatures {
  // Words that differ tell nothing where the page is in another language than the anchor.
  const wordTrust = query.isInPageLanguage ? 1 : context.familiarNames;
  return {
    ...kindFeatures(query, control),
    ...nameFeatures(query, control, context, wordTrust),
    ...placeFeatures(query, control, context),
    ...orderFeatures(index, context),
    ...pageFeatures(context),
    ...listFeatures(query, control, index, { context, wordTrust }),
  };
}

const hasKnownName = (query: AnchorQuery, control: Candidate): boolean => !!control.key && query.keys.includes(control.key);

const kindFeatures = (query: AnchorQuery, control: Candidate) => ({
  role: +(query.role === control.role),
  roleDiffers: +(roleFamilyOf(query.role) !== roleFamilyOf(control.role)),
  type: +(!!control.type && query.type === control.type),
  typeDiffers: +(!!query.type && !!control.type && query.type !== control.type && query.tag === control.tag),
});

function nameFeatures(query: AnchorQuery, control: Candidate, { rarity, otherKeys }: ComparisonContext, wordTrust: number) {
  const isKnown = hasKnownName(query, control);
  const name = compareWords(query.name, control.name, rarity, isKnown);
  const label = compareWords(labelOf(query), labelOf(control), rarity, isKnown);
  return {
    wholeName: +isKnown,
    name: name.alike,
    nameDiffers: name.differs * wordTrust,
    nameOnOneSide: (1 - label.alike) * +(!query.name.length !== !control.name.length),
    label: label.alike,
    labelDiffers: label.differs * wordTrust,
    nameOfOther: +(!isKnown && otherKeys.has(control.key)),
  };
}

function placeFeatures(query: AnchorQuery, control: Candidate, { windowWidth }: ComparisonContext) {
  const [, y = 0, width = 0, height = 0] = query.box ?? [];
  return {
    landmarkDiffers: +((query.landmark ?? '') !== control.landmark),
    y: HALF_Y_DISTANCE / (HALF_Y_DISTANCE + Math.abs(y - control.y)),
    width: ratio(width / query.windowWidth!, control.w / windowWidth),
    height: ratio(height, control.h),
  };
}

function orderFeatures(index: number, context: ComparisonContext) {
  // In another language, where order cannot tell it from its like, it may as well be the other.
  const orderTrust = 1 / (1 + context.foreign * context.orderAmbiguous);
  const aligned = context.alignedChance[index]! * orderTrust;
  return {
    aligned,
    alignedOnStablePage: aligned * context.retainedShare,
    alignedOnSameBuild: aligned * context.sameBuildShare ** 2,
    betweenNeighbours: context.betweenChance[index]! * orderTrust,
    alignedToOther: context.alignedToOther[index]!,
    claimedByOther: context.claimedByOther[index]!,
  };
}

const pageFeatures = (context: ComparisonContext) => ({
  familiarNames: context.familiarNames,
  retainedShare: context.retainedShare,
  foreign: context.foreign,
  noPartner: context.noPartnerChance,
  gapClosed: context.gapClosedChance,
});

function listFeatures(
  query: AnchorQuery,
  control: Candidate,
  index: number,
  { context, wordTrust }: { context: ComparisonContext; wordTrust: number },
) {
  const { rarity } = context;
  const isOneOfSeveral = context.oneOfSeveral[index]!;
  const ids = compareWords(query.ids, control.ids, rarity);
  const href = compareWords(query.href, control.href, rarity);
  const icon = compareWords(query.icon, control.icon, rarity);
  const row = compareWords(query.row, control.row, rarity);
  const section = compareWords(query.section, control.section, rarity);
  // In another language the row of one of several alike still has names and numbers that tell.
  const rowDiffers = row.differs * (isOneOfSeveral && control.key ? 1 : wordTrust);
  return {
    ids: ids.alike,
    idsDiffer: ids.differs,
    href: href.alike,
    hrefDiffers: href.differs,
    icon: icon.alike,
    iconDiffers: icon.differs,
    row: row.alike,
    rowDiffers,
    section: section.alike,
    sectionDiffers: section.differs * wordTrust,
    rowAmongSeveral: row.alike * isOneOfSeveral,
    rowDiffersAmongSeveral: rowDiffers * isOneOfSeveral,
  };
}
