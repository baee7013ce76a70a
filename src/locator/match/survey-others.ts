import type { ControlSignature } from '../page/candidate.ts';
import type { Alignment } from './align.ts';
import type { AnchorQuery } from './anchor-query.ts';

/** From this chance on a control of the old page surely became one of today's. */
const SURE_CHANCE = 0.6;
/** A control built alike and without a partner makes order ambiguous up to this many places away; a twin that is still there, up to fewer. */
const ORPHAN_REACH = 6;
const TWIN_REACH = 2;
/** What became of the other controls of the old page. */
export interface OthersSurvey {
  /** How many surely became something in the same order; how many of those are built the same; have a name; have a new name. */
  retained: number;
  sameBuild: number;
  named: number;
  renamed: number;
  namesakes: number;
  /** One built like the control stands near by and has no partner of its kind any more. */
  hasOrphan: boolean;
  /** One built like the control, with the same identifiers and icon, stood right beside it. */
  hasTwin: boolean;
  keys: Set<number>;
  /** For each candidate the chance that it is one of the others, and its best likeness to one of them. */
  alignedChance: Float64Array;
  bestLikeness: Float64Array;
}

/** Looks at every control of the recorded neighbourhood but the one that is looked for. */
export function surveyOthers(
  { neighbourhood, neighbourhoodIndex }: AnchorQuery,
  current: readonly ControlSignature[],
  alignment: Alignment,
): OthersSurvey {
  const own = neighbourhood[neighbourhoodIndex];
  const survey: OthersSurvey = {
    retained: 0,
    sameBuild: 0,
    named: 0,
    renamed: 0,
    namesakes: 0,
    hasOrphan: false,
    hasTwin: false,
    keys: new Set(),
    alignedChance: new Float64Array(current.length),
    bestLikeness: new Float64Array(current.length).fill(-9),
  };
  neighbourhood.forEach((old, i) => {
    const isNamesake = old.key === own?.key;
    if (isNamesake && old.key && old.role === own.role) survey.namesakes++;
    if (i === neighbourhoodIndex) return;
    if (!isNamesake) survey.keys.add(old.key);
    const { partner, noPartnerOfKind } = partnerOf(i, old, { current, alignment, survey });
    const isBuiltLikeOwn = own && old.kind === own.kind && old.shape === own.shape;
    const distance = Math.abs(i - neighbourhoodIndex);
    if (isBuiltLikeOwn && noPartnerOfKind > 0.5 && distance <= ORPHAN_REACH) survey.hasOrphan = true;
    if (isBuiltLikeOwn && distance <= TWIN_REACH && old.id === own.id && old.icon === own.icon) survey.hasTwin = true;
    if (partner) countPartner(old, partner, alignment.names, survey);
  });
  return survey;
}

/** What control `i` of the old page surely became, and the chance that nothing of its kind did; notes its claims on the candidates. */
function partnerOf(
  i: number,
  old: ControlSignature,
  { current, alignment, survey }: { current: readonly ControlSignature[]; alignment: Alignment; survey: OthersSurvey },
): { partner: ControlSignature | undefined; noPartnerOfKind: number } {
  let partner: ControlSignature | undefined;
  let noPartnerOfKind = 1;
  for (let j = 0, k = i * current.length; j < current.length; j++, k++) {
    const chance = alignment.chance[k]!;
    survey.alignedChance[j]! += chance;
    survey.bestLikeness[j] = Math.max(survey.bestLikeness[j]!, alignment.likeness[k]!);
    if (current[j]!.kind === old.kind) noPartnerOfKind -= chance;
    if (chance > SURE_CHANCE) partner = current[j];
  }
  return { partner, noPartnerOfKind };
}

function countPartner(old: ControlSignature, partner: ControlSignature, names: Set<number>, survey: OthersSurvey): void {
  survey.retained++;
  if (partner.kind !== old.kind || partner.shape !== old.shape) return;
  survey.sameBuild++;
  if (!old.key || !partner.key) return;
  survey.named++;
  if (!names.has(old.key)) survey.renamed++;
}
