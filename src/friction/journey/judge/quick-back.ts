import type { Fact } from '../../facts.ts';
import type { Judge } from '../../judge.ts';
import { isWithin } from '../is-within.ts';

/**
 * A → B → A: what was looked for was not there.
 *
 * | rule | value | source |
 * |---|---|---|
 * | B seen | ≤ 5 s, with nothing pressed or typed in B (the way back itself is allowed) | Clarity's quick back, made strict |
 * | never | something was done in B: sent, changed, searched, copied, exported | what was looked for was there |
 * | never | A was put in B's place: a redirect | nobody chose it |
 * | never | A and B are master and detail: one route begins with the other | going through a list is that |
 * | no move | the address moved within its route | sorting, filtering, paging |
 */
export const MAX_STAY_MS = 5000;

const DEEDS: ReadonlySet<Fact['is']> = new Set(
  'submitted changed searched opened-result copied pasted exported imported'.split(' ') as Fact['is'][],
);

interface State {
  trail: { route: string; at: number }[];
  actions: number;
  hasDeed: boolean;
}

export const quickBack: Judge<State> = {
  initial: { trail: [], actions: 0, hasDeed: false },
  judge(state, fact) {
    if (DEEDS.has(fact.is)) return { state: { ...state, hasDeed: true } };
    if (fact.is === 'acted') return { state: { ...state, actions: state.actions + 1 } };
    if (fact.is !== 'visit') return { state };
    const [a, b] = state.trail.slice(-2);
    const current = state.trail.at(-1);
    if (current?.route === fact.route) return { state };
    const isRedirect = fact.by === 'replace';
    const trail = [...(isRedirect ? state.trail.slice(0, -1) : state.trail), { route: fact.route, at: fact.at }].slice(-2);
    const next = { trail, actions: 0, hasDeed: false };
    // One press is the way back itself.
    const isQuick =
      a && b && a.route === fact.route && fact.at - b.at <= MAX_STAY_MS && state.actions <= 1 && !state.hasDeed && !isRedirect;
    if (!isQuick || isWithin(a.route, b.route) || isWithin(b.route, a.route)) return { state: next };
    return { state: next, findings: [{ signal: 'quick-back', at: b.at, ms: fact.at - b.at, route: b.route }] };
  },
};
