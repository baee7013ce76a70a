import type { ErrorKind } from '../../facts.ts';
import type { Judge } from '../../judge.ts';

/**
 * Something went wrong right after a click.
 *
 * | rule | value | source |
 * |---|---|---|
 * | trouble | uncaught error, rejection, failed request of the app, an alert or invalid field newly shown | Datadog's error click, and what the page itself calls an error |
 * | a failed request | status 5xx, or 4xx but 401, 409, 422 (those are answers) | judged where it is heard |
 * | within | ≤ 2 s of the click | a business app's round trip; Datadog takes the whole action |
 * | whose | the latest click that no trouble has been put to yet; one finding a click | |
 */
export const WITHIN_MS = 2000;

interface State {
  click: { on: number; at: number } | null;
}

export const errorClick: Judge<State> = {
  initial: { click: null },
  judge(state, fact) {
    if (fact.is === 'click') return { state: { click: { on: fact.on.id, at: fact.at } } };
    if (fact.is !== 'trouble' || !state.click) return { state };
    const after = fact.at - state.click.at;
    if (after < -100 || after > WITHIN_MS) return { state };
    const what: ErrorKind = fact.by;
    return { state: { click: null }, findings: [{ signal: 'error-click', at: state.click.at, control: state.click.on, what }] };
  },
};
