import type { Judge } from '../judge.ts';

/**
 * The same page came again and again.
 *
 * | rule | value | source |
 * |---|---|---|
 * | the same route entered | ≥ 3 times in 15 s, and another between, or loaded anew | a loop of sign-in, or an error that sends back |
 * | never | templates with a parameter | going through records is that |
 * | once | until 15 s pass without | |
 */
export const TIMES = 3;
export const WITHIN = 15_000;

interface State {
  visits: { route: string; at: number }[];
  told: Record<string, number>;
}

export const pageLoop: Judge<State> = {
  start: { visits: [], told: {} },
  hear(state, fact) {
    if (fact.is !== 'visit' || /[:*]/.test(fact.route)) return { state };
    const visits = [...state.visits.filter(({ at }) => fact.at - at <= WITHIN), { route: fact.route, at: fact.at }];
    const same = visits.filter(({ route }) => route === fact.route);
    const told = Object.fromEntries(Object.entries(state.told).filter(([, at]) => fact.at - at <= WITHIN));
    if (same.length < TIMES) return { state: { visits, told } };
    const next = { visits, told: { ...told, [fact.route]: fact.at } };
    if (told[fact.route] !== undefined) return { state: next };
    const first = same[0]!.at;
    return {
      state: next,
      found: [{ signal: 'page-loop', at: first, count: same.length, ms: fact.at - first, route: fact.route }],
    };
  },
};
