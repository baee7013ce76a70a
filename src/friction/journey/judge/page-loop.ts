import type { FactOf } from '../../facts.ts';
import type { Judge } from '../../judge.ts';
import { isWithin } from '../is-within.ts';

/**
 * The same page was loaded again and again.
 *
 * | rule | value | source |
 * |---|---|---|
 * | the same route entered | ≥ 3 times in 15 s | a loop of sign-in, or an error that sends back |
 * | entered | from another route | |
 * | or | by a document that comes from another site | a sign-in page is seldom part of the app |
 * | or | by a document, with nothing done on the one before | a page that reloads itself; after a filter the person asked for it |
 * | never | the address moved within its route | sorting, filtering, paging; a query that is removed |
 * | never | templates with a parameter, or the way back from one to its list | this is how records are worked through |
 * | reported | once, until 15 s pass without | |
 */
const MIN_VISITS = 3;
const WITHIN_MS = 15_000;

interface State {
  currentRoute: string;
  acted: boolean;
  visits: { route: string; at: number }[];
  reportedAt: Record<string, number>;
}

export const pageLoop: Judge<State> = {
  initial: { currentRoute: '', acted: false, visits: [], reportedAt: {} },
  judge(state, fact) {
    if (fact.is === 'acted') return { state: { ...state, acted: true } };
    if (fact.is !== 'visit') return { state };
    const arrived = { ...state, currentRoute: fact.route, acted: false };
    if (!isEntered(state, fact)) return { state: arrived };
    const visits = [...state.visits.filter(({ at }) => fact.at - at <= WITHIN_MS), { route: fact.route, at: fact.at }];
    const same = visits.filter(({ route }) => route === fact.route);
    const reportedAt = Object.fromEntries(Object.entries(state.reportedAt).filter(([, at]) => fact.at - at <= WITHIN_MS));
    if (same.length < MIN_VISITS) return { state: { ...arrived, visits, reportedAt } };
    const next = { ...arrived, visits, reportedAt: { ...reportedAt, [fact.route]: fact.at } };
    if (reportedAt[fact.route] !== undefined) return { state: next };
    const first = same[0]!.at;
    return {
      state: next,
      findings: [{ signal: 'page-loop', at: first, count: same.length, ms: fact.at - first, route: fact.route }],
    };
  },
};

function isEntered({ currentRoute, acted }: State, { route, by = 'load' }: FactOf<'visit'>): boolean {
  if (isOfRecords(route)) return false;
  if (route !== currentRoute) return !(isOfRecords(currentRoute) && isWithin(currentRoute, route));
  return by === 'arrival' || (by === 'load' && !acted);
}

const isOfRecords = (route: string): boolean => /[:*]/.test(route);
