import type { Fact } from '../../facts.ts';
import type { Judge } from '../../judge.ts';
import { isWithin } from '../is-within.ts';

/**
 * A → B → A: B did not show what the person was looking for.
 *
 * | rule | value | source |
 * |---|---|---|
 * | time on B | ≤ 5 s, with nothing pressed or typed in B (except for the way back) | Clarity's quick back, made strict |
 * | never | something was done in B: sent, changed, searched, copied, exported | B was the right page |
 * | never | A replaced B: a redirect | nobody chose it |
 * | never | A and B are master and detail: one route begins with the other | this is how a list is worked through |
 * | not counted | the address changed within its route | sorting, filtering, paging |
 */
const MAX_STAY_MS = 5000;

const WORK_FACTS: ReadonlySet<Fact['is']> = new Set(
  'submitted changed searched opened-result copied pasted exported imported'.split(' ') as Fact['is'][],
);

interface State {
  trail: { route: string; at: number }[];
  actions: number;
  hasWorked: boolean;
}

export const quickBack: Judge<State> = {
  initial: { trail: [], actions: 0, hasWorked: false },
  judge(state, fact) {
    if (WORK_FACTS.has(fact.is)) return { state: { ...state, hasWorked: true } };
    if (fact.is === 'acted') return { state: { ...state, actions: state.actions + 1 } };
    if (fact.is !== 'visit') return { state };
    const [a, b] = state.trail.slice(-2);
    const current = state.trail.at(-1);
    if (current?.route === fact.route) return { state };
    const isRedirect = fact.by === 'replace';
    const trail = [...(isRedirect ? state.trail.slice(0, -1) : state.trail), { route: fact.route, at: fact.at }].slice(-2);
    const next = { trail, actions: 0, hasWorked: false };
    // One action is the way back itself.
    const isQuick =
      a && b && a.route === fact.route && fact.at - b.at <= MAX_STAY_MS && state.actions <= 1 && !state.hasWorked && !isRedirect;
    if (!isQuick || isWithin(a.route, b.route) || isWithin(b.route, a.route)) return { state: next };
    return { state: next, findings: [{ signal: 'quick-back', at: b.at, ms: fact.at - b.at, route: b.route }] };
  },
};
