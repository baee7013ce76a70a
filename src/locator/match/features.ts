import { composedAncestors } from '../../dom/composed-tree.ts';
import type { Candidate, PageModel } from '../page/candidate.ts';
import { roleFamilyOf } from '../page/role.ts';
import { type AlignmentContext, alignmentContextOf } from './alignment-context.ts';
import { type AnchorQuery, OWN_WORD_LISTS } from './anchor-query.ts';

/** Lists of words in which the control and what is sought may agree, or be in conflict. */
type Compared = 'ids' | 'href' | 'icon' | 'row' | 'section';
/** In these the best of the page, or of those who share its name, is marked. */
type Marked = 'Name' | 'Ids' | 'Href' | 'Icon' | 'Label' | 'Row';
export type FeatureName =
  | 'role'
  | 'roleNot'
  | 'type'
  | 'typeNot'
  | 'key'
  | 'name'
  | 'nameNot'
  | 'nameHalf'
  | 'label'
  | 'labelNot'
  | 'landmarkNot'
  | 'y'
  | 'w'
  | 'h'
  | 'aligned'
  | 'alignedKept'
  | 'both'
  | 'otherNot'
  | 'claimedNot'
  | 'nameElsewhereNot'
  | 'familiar'
  | 'gapNot'
  | 'kept'
  | 'skeleton'
  | 'foreign'
  | 'closedNot'
  | 'ownRow'
  | 'otherRowNot'
  | Compared
  | `${Compared}Not`
  | `best${Marked}`
  | 'onlyKey';
/** How one control of the page compares with what is sought: numbers from 0 to 1. Those that end in "Not" or "Half" speak against. */
export type FeatureRow = Record<FeatureName, number>;

/** How each control of the page compares with what is sought. Scoring takes the numbers of a row in the order they are written in. */
export function featuresOf(
  sought: AnchorQuery,
  model: Pick<PageModel, 'width' | 'language'>,
  among: readonly Candidate[],
): FeatureRow[] {
  const context = alignmentContextOf(sought, among, model);
  const rarity = rarityOf(among);
  const rows = among.map((seen, j) => compare(sought, seen, j, { rarity, width: model.width, ...context }));
  const kin = rows.flatMap((row, j) => (row.roleNot ? [] : j));
  const named = kin.filter((j) => rows[j]!.key);
  for (const part of ['Name', 'Ids', 'Href', 'Icon', 'Label', 'Row'] as const)
    markBest(rows, among, part.toLowerCase() as FeatureName, `best${part}`, part === 'Row' && named.length ? named : kin, 1);
  markBest(rows, among, 'key', 'onlyKey', named, context.namesakeCount);
  return rows;
}

/** How much each word tells among them: 1 if one of them has it, less if many have. */
function rarityOf(among: readonly Candidate[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of among)
    for (const words of [one.name, one.ids, one.href, one.icon, one.row])
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) counts.set(word, count ** -0.75);
  return counts;
}

/** The best of a group in one respect gets 1, shared among those who tie, and at least among so many; one inside another counts once. */
function markBest(
  rows: FeatureRow[],
  among: readonly Candidate[],
  from: FeatureName,
  into: FeatureName,
  group: number[],
  least: number,
): void {
  for (const row of rows) row[into] = 0;
  const top = Math.max(...group.map((j) => rows[j]![from]));
  const best = top > 0 ? group.filter((j) => rows[j]![from] === top) : [];
  const elements = new Set(best.map((j) => among[j]!.element));
  const outer = best.filter(
    (j) =>
      !composedAncestors(among[j]!.element)
        .slice(1)
        .some((at) => elements.has(at)),
  ).length;
  const sharing = outer < 2 && best.length >= least ? 1 : Math.max(least, outer);
  for (const j of best) rows[j]![into] = 1 / sharing;
}

type Words = readonly number[];
const ratio = (a = 0, b = 0): number => Math.min(a, b) / Math.max(a, b) || 0;

interface ComparisonContext extends AlignmentContext {
  rarity: Map<number, number>;
  width: number;
}

function compare(sought: AnchorQuery, seen: Candidate, j: number, context: ComparisonContext): FeatureRow {
  const { rarity, familiar, kept } = context;
  // Words that differ tell nothing where the page speaks another language than the anchor.
  const known = sought.isInPageLanguage ? 1 : familiar;
  const isKey = !!seen.key && sought.keys.includes(seen.key);
  const [name, nameNot] = compareWords(sought.name, seen.name, rarity, isKey);
  const [label, labelNot] = compareWords(labelOf(sought), labelOf(seen), rarity, isKey);
  // Where words tell nothing either, it may as well be the other.
  const tells = 1 / (1 + context.foreign * context.orderAmbiguous);
  const chance = context.alignedChance[j]! * tells;
  const [, y = 0, w = 0, h = 0] = sought.box ?? [];
  const row = {
    role: +(sought.role === seen.role),
    roleNot: +(roleFamilyOf(sought.role) !== roleFamilyOf(seen.role)),
    type: +(!!seen.type && sought.type === seen.type),
    typeNot: +(!!sought.type && !!seen.type && sought.type !== seen.type && sought.tag === seen.tag),
    key: +isKey,
    name,
    nameNot: nameNot * known,
    nameHalf: (1 - label) * +(!sought.name.length !== !seen.name.length),
    label,
    labelNot: labelNot * known,
    landmarkNot: +((sought.landmark ?? '') !== seen.landmark),
    y: 150 / (150 + Math.abs(y - seen.y)),
    w: ratio(w / sought.windowWidth!, seen.w / context.width),
    h: ratio(h, seen.h),
    aligned: chance,
    alignedKept: chance * kept,
    both: context.betweenChance[j]! * tells,
    otherNot: context.alignedToOther[j]!,
    claimedNot: context.claimedByOther[j]!,
    nameElsewhereNot: +(!isKey && context.otherKeys.has(seen.key)),
    familiar,
    gapNot: context.noPartnerChance,
    kept,
    skeleton: chance * context.sameBuildShare ** 2,
    foreign: context.foreign,
    closedNot: context.gapClosedChance,
  } as FeatureRow;
  for (const list of OWN_WORD_LISTS) {
    const [alike, not] = compareWords(sought[list], seen[list], rarity);
    row[list] = alike;
    // Where words tell nothing, the row of one of several alike still has names and numbers that do.
    row[`${list}Not`] = not * (list === 'section' || (list === 'row' && !(context.oneOfSeveral[j] && seen.key)) ? known : 1);
  }
  // Of several alike it is the row that tells which.
  row.ownRow = row.row * context.oneOfSeveral[j]!;
  row.otherRowNot = row.rowNot * context.oneOfSeveral[j]!;
  return row;
}

/** A field without a name is known by the words before it. */
const labelOf = ({ name, precedingText }: Pick<Candidate, 'name' | 'precedingText'>): Words =>
  name.length ? name : precedingText;

/** The share of common words in all of both, rare ones counting more, and how far the two are in conflict. */
function compareWords(a: Words, b: Words, rarity: Map<number, number>, isSame = false): [alike: number, not: number] {
  if (!a.length || !b.length) return [+isSame, 0];
  let both = 0;
  let all = 0;
  const weigh = (word: number) => rarity.get(word) ?? 0.7;
  for (const word of a) {
    all += weigh(word);
    if (b.includes(word)) both += weigh(word);
  }
  for (const word of b) if (!a.includes(word)) all += weigh(word);
  const alike = isSame ? 1 : both / all;
  return [alike, Math.max(0, 1 - alike * 3)];
}
