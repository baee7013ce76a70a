import type { Candidate, ControlSignature, PageModel } from '../page/candidate.ts';
import { align } from './align.ts';
import type { AnchorQuery } from './anchor-query.ts';
import { isSameLanguage } from './languages.ts';
import { clamp } from './neighbourhood.ts';

/** What the other controls of the page, then and now, say about each candidate. */
export interface AlignmentContext {
  /** Share of the names of the page as it was that are still there; none where it speaks another language. */
  familiar: number;
  /** Share of the other controls as it was that surely became something in the same order, and that are built the same as well. */
  kept: number;
  sameBuildShare: number;
  /** How sure the page is in another language: controls built the same bear names that the old page did not have. */
  foreign: number;
  /**
   * 1 if order alone cannot tell it from another: near by one built like it has no partner of its kind any more, or one stands beside it
   * and the page was rebuilt.
   */
  orderAmbiguous: number;
  /** How many controls of its role had its name. */
  namesakeCount: number;
  /** Chance that the control has no partner any more. */
  noPartnerChance: number;
  /** The controls before and after it are now side by side: nothing is left between them. */
  gapClosedChance: number;
  /** Chance that each candidate is the control, by order. */
  alignedChance: ArrayLike<number>;
  /** Chance that it stands between those the control stood between. */
  betweenChance: ArrayLike<number>;
  /** Chance that it is another control of the page as it was, by order; and how much more it is like another, whatever the order. */
  alignedToOther: ArrayLike<number>;
  claimedByOther: ArrayLike<number>;
  /** 1 if it is one of several of its name and kind. */
  oneOfSeveral: readonly number[];
  /** Names of all other controls of the page as it was. */
  otherKeys: Set<number>;
}

export function alignmentContextOf(
  { neighbourhood, at, language }: AnchorQuery,
  among: readonly Candidate[],
  page: Pick<PageModel, 'language'>,
): AlignmentContext {
  const currentSignatures = among.map(({ signature }) => signature);
  const { chance, likeness, familiarShare, names } = align(neighbourhood, currentSignatures);
  const columns = currentSignatures.length;
  const own = neighbourhood[at];
  const otherKeys = new Set<number>();
  const alignedToOther = new Float64Array(columns);
  const bestOtherLikeness = new Float64Array(columns).fill(-9);
  let [kept, exact, named, renamed, namesakes, orphan, twin] = [0, 0, 0, 0, 0, 0, 0];
  neighbourhood.forEach(({ key, kind, shape, role, id, icon }, i) => {
    const isNamesake = key === own?.key;
    if (isNamesake && key && role === own.role) namesakes++;
    if (i === at) return;
    if (!isNamesake) otherKeys.add(key);
    let one: ControlSignature | undefined;
    let noPartner = 1;
    for (let j = 0, k = i * columns; j < columns; j++, k++) {
      alignedToOther[j]! += chance[k]!;
      if (currentSignatures[j]!.kind === kind) noPartner -= chance[k]!;
      bestOtherLikeness[j] = Math.max(bestOtherLikeness[j]!, likeness[k]!);
      if (chance[k]! > 0.6) one = currentSignatures[j];
    }
    const isLike = own && kind === own.kind && shape === own.shape;
    if (noPartner > 0.5 && isLike && Math.abs(i - at) < 7) orphan = 1;
    if (isLike && Math.abs(i - at) < 3 && id === own.id && icon === own.icon) twin = 1;
    if (!one) return;
    kept++;
    if (one.kind !== kind || one.shape !== shape) return;
    exact++;
    if (!key || !one.key) return;
    named++;
    if (!names.has(key)) renamed++;
  });
  // Few pages declare their language; where names are new to the page on what is built the same, and the old ones are nowhere, it is another.
  const declared = language && page.language && !isSameLanguage(language, page.language);
  const foreign = declared ? 1 : clamp((named > 3 ? renamed / named : 0) * 4 - 0.6, 1);
  const n = neighbourhood.length - 1;
  const from = at * columns;
  /** Chance that stroke i became control j; before the first and after the last stand first and last. */
  const became = (i: number, j: number) =>
    i < 0 ? +(j < 0) : i > n ? +(j >= columns) : j < 0 || j >= columns ? 0 : chance[i * columns + j]!;
  const alike = currentSignatures.map(({ key, kind }) => key * 4096 + kind);
  const row = own ? chance.subarray(from, from + columns) : new Float64Array(columns);
  return {
    familiar: familiarShare * (1 - foreign),
    kept: kept / (n || 1),
    sameBuildShare: exact / (n || 1),
    foreign,
    orderAmbiguous: Math.max(orphan, exact < 0.9 * n ? twin : 0),
    namesakeCount: namesakes || 1,
    noPartnerChance: own ? 1 - total(row) : 0,
    gapClosedChance: at > 0 && at < n ? total(row.map((_, j) => became(at - 1, j) * became(at + 1, j + 1))) : 0,
    alignedChance: row,
    betweenChance: row.map((_, j) => (own ? Math.min(became(at - 1, j - 1), became(at + 1, j + 1)) : 0)),
    oneOfSeveral: alike.map((one) => +(alike.indexOf(one) < alike.lastIndexOf(one))),
    alignedToOther,
    claimedByOther: bestOtherLikeness.map((most, j) => (own ? clamp((most - likeness[from + j]!) / 4, 1) : 0)),
    otherKeys,
  };
}

const total = (numbers: Float64Array): number => numbers.reduce((sum, one) => sum + one, 0);
