import type { Judge } from '../../judge.ts';

/**
 * Several searches without opening a result.
 *
 * | rule | value | source |
 * |---|---|---|
 * | differing searches | ≥ 3 in 60 s | query reformulation in search research; two are refinement |
 * | never | a result was opened in between | |
 * | reported | only the count; this judge receives no text | |
 */
const MIN_SEARCHES = 3;
const WITHIN_MS = 60_000;

type State = number[];

export const repeatedSearch: Judge<State> = {
  initial: [],
  judge(searches, fact) {
    if (fact.is === 'opened-result') return { state: [] };
    if (fact.is !== 'searched' || (!fact.differs && searches.length > 0)) return { state: searches };
    const recent = [...searches.filter((at) => fact.at - at <= WITHIN_MS), fact.at];
    if (recent.length < MIN_SEARCHES) return { state: recent };
    const first = recent[0]!;
    return {
      state: [],
      findings: [{ signal: 'repeated-search', at: first, count: recent.length, ms: fact.at - first }],
    };
  },
};
