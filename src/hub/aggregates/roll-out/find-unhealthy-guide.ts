import type { GuideChecks } from '../../store/json-columns.ts';
import type { Store } from '../../store/store.ts';
import { countGuideHealth } from './count-guide-health.ts';
import { isCheckDue, isUnhealthy } from './judge-health.ts';

export interface RollOutQuestion {
  pack: string;
  version: number;
  /** The version for everybody; undefined if this is the first one. */
  earlier: number | undefined;
  /** When it was offered first. */
  since: Date;
  /** Ids of the version's guides. */
  guides: readonly string[];
  checks: GuideChecks;
  now: Date;
  installsPerPerson: number;
}

export interface RollOutVerdict {
  /** Id of a guide that harms more people than in the version before. */
  unhealthy: string | undefined;
  /** The looks that were made so far, these included. */
  checks: GuideChecks;
}

/**
 * Looks at the guides of a version that is being rolled out. It tells which one is unhealthy and no numbers. Both versions are compared
 * in the same time, so that a change of the app does not count against the new one.
 */
export async function findUnhealthyGuide(store: Store, question: RollOutQuestion): Promise<RollOutVerdict> {
  const { earlier, guides, checks } = question;
  const last = new Map(Object.entries(checks));
  const health = await countGuideHealth(store, question);
  const due = guides.filter((guide) => {
    const now = health.get(guide);
    return now && isCheckDue(now, last.get(guide));
  });
  if (due.length === 0) return { unhealthy: undefined, checks };
  const before = earlier === undefined ? undefined : await countGuideHealth(store, { ...question, version: earlier });
  const judged = due.map((guide) => ({ guide, now: health.get(guide)!, look: (last.get(guide)?.checks ?? 0) + 1 }));
  const unhealthy = judged.find(({ guide, now, look }) =>
    isUnhealthy({ now, before: before?.get(guide) }, { look, guides: guides.length }),
  );
  const made = judged.map(({ guide, now, look }) => [guide, { checks: look, people: now.exposed }]);
  return { unhealthy: unhealthy?.guide, checks: { ...checks, ...Object.fromEntries(made) } };
}
