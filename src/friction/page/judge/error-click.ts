import type { Judge } from '../../judge.ts';

/**
 * Something went wrong right after a click.
 *
 * | rule | value | source |
 * |---|---|---|
 * | error | uncaught error, rejection, failed request of the app, an alert or invalid field newly shown | Datadog's error click, and what the page itself calls an error |
 * | never | what also occurs without a click, notices and cancellations, a status in an alert | judged by the listener |
 * | a failed request | status 5xx, or 4xx but 401, 409, 422 (those are answers) | judged by the listener |
 * | within | ≤ 2 s of the click | a business app's round trip; Datadog takes the whole action |
 * | attributed to | the latest click before it; one finding per click | an alert is reported when it has lasted, so later clicks may be known already |
 * | alerts | not where most clicks "fail" by one: from the third on, in at most half of the clicks | an app that puts its messages into alerts |
 */
const WITHIN_MS = 2000;
/** A listener may report an error slightly before the click that caused it. */
const TOLERANCE_MS = 100;
const MAX_CLICKS = 20;
const TRUSTED_ALERTS = 2;

interface State {
  clicks: { on: number; at: number; hasError: boolean }[];
  clickCount: number;
  alertCount: number;
}

export const errorClick: Judge<State> = {
  initial: { clicks: [], clickCount: 0, alertCount: 0 },
  judge(state, fact) {
    if (fact.is === 'click') {
      const click = { on: fact.on.id, at: fact.at, hasError: false };
      return { state: { ...state, clicks: [...state.clicks, click].slice(-MAX_CLICKS), clickCount: state.clickCount + 1 } };
    }
    if (fact.is !== 'error') return { state };
    const click = state.clicks.findLast(({ at }) => fact.at - at >= -TOLERANCE_MS);
    if (!click || click.hasError || fact.at - click.at > WITHIN_MS) return { state };
    const clicks = state.clicks.map((one) => (one === click ? { ...one, hasError: true } : one));
    const alertCount = state.alertCount + (fact.by === 'alert' ? 1 : 0);
    const next = { ...state, clicks, alertCount };
    const isHabit = fact.by === 'alert' && alertCount > TRUSTED_ALERTS && 2 * alertCount > state.clickCount;
    if (isHabit) return { state: next };
    return { state: next, findings: [{ signal: 'error-click', at: click.at, control: click.on, what: fact.by }] };
  },
};
