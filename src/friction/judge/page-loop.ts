import type { FactOf } from '../fact.ts';
import { isWithin } from '../is-within.ts';
import type { Judge } from '../judge.ts';

/**
 * The same page came again and again.
 *
 * | rule | value | source |
 * |---|---|---|
 * | the same route entered | ≥ 3 times in 15 s | a loop of sign-in, or an error that sends back |
 * | entered | from another route | |
 * | or | by a document that comes from another site | where one signs in is seldom the app itself |
 * | or | by a document, with nothing done on the one before | a page that loads itself anew; one that is filtered was asked for |
 * | never | the address moved within its route | sorting, filtering, paging; a query that is tidied away |
 * | never | templates with a parameter, or the way back from one to its list | going through records is that |
 * | once | until 15 s pass without | |
 */
export const TIMES = 3;
export const WITHIN = 15_000;

interface State {
  here: string;
  acted: boolean;
  visits: { route: string; at: number }[];
  told: Record<string, number>;
}

export const pageLoop: Judge<State> = {
  start: { here: '', acted: false, visits: [], told: {} },
  hear(state, fact) {
    if (fact.is === 'acted') return { state: { ...state, acted: true } };
    if (fact.is !== 'visit') return { state };
    const came = { ...state, here: fact.route, acted: false };
    if (!isEntered(state, fact)) return { state: came };
    const visits = [...state.visits.filter(({ at }) => fact.at - at <= WITHIN), { route: fact.route, at: fact.at }];
    const same = visits.filter(({ route }) => route === fact.route);
    const told = Object.fromEntries(Object.entries(state.told).filter(([, at]) => fact.at - at <= WITHIN));
    if (same.length < TIMES) return { state: { ...came, visits, told } };
    const next = { ...came, visits, told: { ...told, [fact.route]: fact.at } };
    if (told[fact.route] !== undefined) return { state: next };
    const first = same[0]!.at;
    return {
      state: next,
      found: [{ signal: 'page-loop', at: first, count: same.length, ms: fact.at - first, route: fact.route }],
    };
  },
};

function isEntered({ here, acted }: State, { route, by = 'load' }: FactOf<'visit'>): boolean {
  if (isOfRecords(route)) return false;
  if (route !== here) return !(isOfRecords(here) && isWithin(here, route));
  return by === 'arrival' || (by === 'load' && !acted);
}

const isOfRecords = (route: string): boolean => /[:*]/.test(route);
