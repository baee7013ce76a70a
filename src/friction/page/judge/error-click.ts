import type { Judge } from '../../judge.ts';

/**
 * Something went wrong right after a click.
 *
 * | rule | value | source |
 * |---|---|---|
 * | error | uncaught error, rejection, failed request of the app, an alert or invalid field newly shown | Datadog's error click, and what the page itself calls an error |
 * | a failed request | status 5xx, or 4xx but 401, 409, 422 (those are answers) | judged by the listener |
 * | within | ≤ 2 s of the click | a business app's round trip; Datadog takes the whole action |
 * | attributed to | the latest click without an error; one finding per click | |
 */
const WITHIN_MS = 2000;
/** A listener may report an error slightly before the click that caused it. */
const TOLERANCE_MS = 100;

interface State {
  click: { on: number; at: number } | null;
}

export const errorClick: Judge<State> = {
  initial: { click: null },
  judge(state, fact) {
    if (fact.is === 'click') return { state: { click: { on: fact.on.id, at: fact.at } } };
    if (fact.is !== 'error' || !state.click) return { state };
    const after = fact.at - state.click.at;
    if (after < -TOLERANCE_MS || after > WITHIN_MS) return { state };
    return {
      state: { click: null },
      findings: [{ signal: 'error-click', at: state.click.at, control: state.click.on, what: fact.by }],
    };
  },
};
