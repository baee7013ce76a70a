import type { Judge } from '../judge.ts';

/**
 * A → B → A: what was looked for was not there.
 *
 * | rule | value | source |
 * |---|---|---|
 * | B seen | ≤ 5 s, with nothing pressed or typed in B (the way back itself is allowed) | Clarity's quick back, made strict |
 * | never | B a redirect | nobody chose it |
 * | never | A and B are master and detail: one route begins with the other | going through a list is that |
 */
export const SEEN = 5000;

interface State {
  trail: { route: string; at: number }[];
  acted: number;
}

export const quickBack: Judge<State> = {
  start: { trail: [], acted: 0 },
  hear(state, fact) {
    if (fact.is === 'acted') return { state: { ...state, acted: state.acted + 1 } };
    if (fact.is !== 'visit') return { state };
    const [a, b] = state.trail.slice(-2);
    if (b?.route === fact.route) return { state };
    const trail = [...(fact.redirect ? state.trail.slice(0, -1) : state.trail), { route: fact.route, at: fact.at }].slice(-2);
    const next = { trail, acted: 0 };
    // One press is the way back itself.
    const isQuick = a && b && a.route === fact.route && fact.at - b.at <= SEEN && state.acted <= 1 && !fact.redirect;
    if (!isQuick || isWithin(a.route, b.route)) return { state: next };
    return { state: next, found: [{ signal: 'quick-back', at: b.at, ms: fact.at - b.at, route: b.route }] };
  },
};

const isWithin = (a: string, b: string): boolean => inside(a, b) || inside(b, a);
const inside = (outer: string, inner: string): boolean => {
  const stem = outer.replace(/\/$/, '');
  return inner.startsWith(`${stem}/`) || inner.startsWith(`${stem}#`);
};
