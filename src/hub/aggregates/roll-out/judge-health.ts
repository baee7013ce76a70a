import { isSurelyAbove, upperBound } from './binomial.ts';

/** Fewest people who must have missed a guide's control or dismissed it before it can stop a roll-out: what people do takes ten. */
const MIN_TROUBLED = 10;

/** Fewest people who must have met a guide before it is judged: of fewer, ten would have to be nearly all. */
const MIN_MET = 2 * MIN_TROUBLED;

/** Up to this share, people dismiss guides without there being anything wrong. */
const TOLERATED_SHARE = 0.2;

/** For a guide that the earlier version did not have, or that too few people met there. */
const TOLERATED_SHARE_IF_NEW = 0.5;

/** Probability that a version that is no worse is stopped at any time, for any of its guides. */
const FALSE_STOPS = 0.05;

/** The next check waits until so many more people met the guide: this share, and at least ten. */
const GROWTH = 1.25;

/** People who met a guide, and those of them who missed its control or dismissed it. */
export interface GuideHealth {
  exposed: number;
  troubled: number;
}

/** How often a guide was looked at, and how many people had met it at the last check. */
export interface PastChecks {
  checks: number;
  people: number;
}

/**
 * Is a guide to be judged now? Each check can be wrong, so checks are few, and each is at people of whom at least ten were not in the one
 * before.
 */
export function isCheckDue({ exposed }: GuideHealth, last: PastChecks | undefined): boolean {
  if (!last) return exposed >= MIN_MET;
  return exposed >= Math.max(last.people + MIN_TROUBLED, last.people * GROWTH);
}

/**
 * Does the guide harm more people than in the version before? The bounds of both shares hold together over all checks and all guides of the
 * version: the n-th look may be wrong with the n(n+1)-th part of the whole, and these parts add up to one.
 *
 * @param before in the version before; undefined if the guide was not in it
 * @param guides number of guides in the version
 */
export function isUnhealthy(
  { now, before }: { now: GuideHealth; before: GuideHealth | undefined },
  { look, guides }: { look: number; guides: number },
): boolean {
  if (now.troubled < MIN_TROUBLED) return false;
  const error = FALSE_STOPS / (look * (look + 1)) / guides / 2;
  return isSurelyAbove(toleratedShare(before, error), { hits: now.troubled, trials: now.exposed }, error);
}

/** Counts of people are rounded down, so one more may have been in trouble before. */
function toleratedShare(before: GuideHealth | undefined, error: number): number {
  if (!before || before.exposed < MIN_MET) return TOLERATED_SHARE_IF_NEW;
  const atMost = Math.min(before.troubled + 1, before.exposed);
  return Math.max(TOLERATED_SHARE, upperBound({ hits: atMost, trials: before.exposed }, error));
}
