import type { Candidate, ControlSignature } from '../page/candidate.ts';
import type { PageModel } from '../page/page-model.ts';
import { type Alignment, align } from './align.ts';
import type { AnchorQuery } from './anchor-query.ts';
import { isSameLanguage } from './languages.ts';
import { clamp } from './neighbourhood.ts';
import { type OthersSurvey, surveyOthers } from './survey-others.ts';

/** With less of the page built the same, it was rebuilt, and a twin beside the control makes order ambiguous. */
const SAME_BUILD_MIN_SHARE = 0.9;
/** So many controls must have kept their build before renamed ones tell that the page is in another language. */
const MIN_NAMED_FOR_LANGUAGE = 4;

/** What the other controls of the page, then and now, say about each candidate. */
export interface AlignmentContext {
  /** Share of the old page's names that are still on the page; none where it is in another language. */
  familiarNames: number;
  /** Share of the other controls that surely became something in the same order … */
  retainedShare: number;
  /** … and that are built the same as well. */
  sameBuildShare: number;
  /** How sure it is that the page is in another language: controls built the same bear names that the old page did not have. */
  foreign: number;
  /**
   * 1 if order alone cannot tell the control from another: near by one built like it has no partner of its kind any more, or one stands
   * beside it and the page was rebuilt.
   */
  orderAmbiguous: number;
  /** How many controls of its role had its name; at least 1. */
  namesakeCount: number;
  /** Chance that the control has no partner any more. */
  noPartnerChance: number;
  /** Chance that the controls before and after it are now side by side: nothing is left between them. */
  gapClosedChance: number;
  /** For each candidate the chance that it is the control, by order. */
  alignedChance: ArrayLike<number>;
  /** … that it stands between those the control stood between. */
  betweenChance: ArrayLike<number>;
  /** … that it is another control of the old page, by order. */
  alignedToOther: ArrayLike<number>;
  /** How much more each candidate is like another control of the old page, whatever the order. */
  claimedByOther: ArrayLike<number>;
  /** 1 for each candidate that is one of several of its name and kind. */
  oneOfSeveral: readonly number[];
  /** Names of all other controls of the old page. */
  otherKeys: Set<number>;
}

/** Compares the neighbourhood that an anchor recorded with the controls of a page. */
export function alignmentContextOf(
  query: AnchorQuery,
  candidates: readonly Candidate[],
  page: Pick<PageModel, 'language'>,
): AlignmentContext {
  const { neighbourhood, neighbourhoodIndex } = query;
  const current = candidates.map(({ signature }) => signature);
  const alignment = align(neighbourhood, current);
  const others = surveyOthers(query, current, alignment);
  const { retained, sameBuild } = others;
  const isOtherLanguage = query.language && page.language && !isSameLanguage(query.language, page.language);
  const foreign = isOtherLanguage ? 1 : foreignByNames(others);
  const otherCount = neighbourhood.length - 1;
  return {
    familiarNames: alignment.familiarShare * (1 - foreign),
    retainedShare: retained / (otherCount || 1),
    sameBuildShare: sameBuild / (otherCount || 1),
    foreign,
    orderAmbiguous: +(others.hasOrphan || (sameBuild < SAME_BUILD_MIN_SHARE * otherCount && others.hasTwin)),
    namesakeCount: others.namesakes || 1,
    ...ownChances(neighbourhoodIndex, neighbourhood, current, alignment),
    oneOfSeveral: oneOfSeveral(current),
    alignedToOther: others.alignedChance,
    claimedByOther: others.bestLikeness.map((best, j) =>
      neighbourhood[neighbourhoodIndex] ? clamp((best - alignment.likeness[neighbourhoodIndex * current.length + j]!) / 4, 1) : 0,
    ),
    otherKeys: others.keys,
  };
}

/** Few pages declare their language. Where controls built the same bear new names, and the old names are nowhere, it is another one. */
const foreignByNames = ({ named, renamed }: OthersSurvey): number =>
  clamp((named >= MIN_NAMED_FOR_LANGUAGE ? renamed / named : 0) * 4 - 0.6, 1);

/** Chances of the control itself, by its neighbours in the old page. */
function ownChances(
  index: number,
  neighbourhood: readonly ControlSignature[],
  current: readonly ControlSignature[],
  { chance }: Alignment,
): Pick<AlignmentContext, 'alignedChance' | 'betweenChance' | 'noPartnerChance' | 'gapClosedChance'> {
  const columns = current.length;
  const last = neighbourhood.length - 1;
  const hasOwn = neighbourhood[index] !== undefined;
  const own = hasOwn ? chance.subarray(index * columns, (index + 1) * columns) : new Float64Array(columns);
  /** Chance that old control `i` became candidate `j`; what is before the first and after the last stays first and last. */
  const became = (i: number, j: number): number => {
    if (i < 0) return +(j < 0);
    if (i > last) return +(j >= columns);
    return j < 0 || j >= columns ? 0 : chance[i * columns + j]!;
  };
  const isInside = index > 0 && index < last;
  return {
    alignedChance: own,
    betweenChance: own.map((_, j) => (hasOwn ? Math.min(became(index - 1, j - 1), became(index + 1, j + 1)) : 0)),
    noPartnerChance: hasOwn ? 1 - total(own) : 0,
    gapClosedChance: isInside ? total(own.map((_, j) => became(index - 1, j) * became(index + 1, j + 1))) : 0,
  };
}

function oneOfSeveral(current: readonly ControlSignature[]): number[] {
  const identities = current.map(({ key, kind }) => key * 4096 + kind);
  return identities.map((one) => +(identities.indexOf(one) < identities.lastIndexOf(one)));
}

const total = (numbers: Float64Array): number => numbers.reduce((sum, one) => sum + one, 0);
