import type { Fact, Sign } from '../fact.ts';
import type { Finding } from '../finding.ts';
import type { Judge } from '../judge.ts';

/**
 * The page answered a click late.
 *
 * | first thing to be seen after the click | and a request began within 2500 ms | finding |
 * |---|---|---|
 * | ≤ 3 s | | none |
 * | > 3 s | yes | slow (Sentry: more than 3 s is slow) |
 * | > 7 s | yes | very slow (Sentry: 7 s) |
 * | nothing in 10 s | yes, and it took > 3 s | "waiting, nothing shown" |
 * | late or nothing | no | left to "no response" |
 * | another control is pressed before | | none: what comes then may be the answer to that |
 *
 * A page that took > 3 s to come is told by itself when it has come: the page that was clicked in is gone by then.
 */
export const SLOW = 3000;
export const VERY_SLOW = 7000;
const REQUEST_BY = 2500;
const HELD = 10_000;
/** A request is told just after what it brought is seen. */
const SETTLE = 1000;

const unseen: ReadonlySet<Sign> = new Set(['selection', 'focus', 'leaving', 'moved-focus']);

interface State {
  click: { on: number; down: number; up: number } | null;
  seen: number | null;
  asked: boolean;
  longest: number;
}
const none: State = { click: null, seen: null, asked: false, longest: 0 };

export const slowResponse: Judge<State> = {
  start: none,
  hear(state, fact) {
    if (fact.is === 'loaded')
      return { state, ...(fact.ms > SLOW && { found: [slow({ at: fact.at - fact.ms, ms: fact.ms, what: 'page-load' })] }) };
    if (fact.is === 'end') return { state: none };
    if (fact.is === 'click') return state.click?.on === fact.on.id ? wait(state) : wait(clicked(fact));
    const { click } = state;
    if (!click) return { state };
    if (fact.is === 'press') return fact.on?.id === click.on ? wait(state) : { state: none };
    const next = take(state, fact);
    const over = fact.at > click.up + HELD + SETTLE || (next.seen !== null && fact.at > next.seen + SETTLE);
    if (next.seen !== null && next.seen - click.up <= SLOW) return { state: none };
    if (!over) return wait(next);
    const found = verdict(next);
    return { state: none, ...(found && { found: [found] }) };
  },
};

const clicked = (fact: Extract<Fact, { is: 'click' }>): State => ({
  ...none,
  click: { on: fact.on.id, down: fact.down, up: fact.at },
});

function wait(state: State) {
  const due = state.seen === null ? state.click!.up + HELD + SETTLE : state.seen + SETTLE;
  return { state, due: due + 1 };
}

function take(state: State, fact: Fact): State {
  const { down, up } = state.click!;
  const byThen = fact.at >= down - 100 && fact.at <= up + REQUEST_BY;
  if (fact.is === 'request' && byThen) return { ...state, asked: true, longest: Math.max(state.longest, fact.end - fact.at) };
  const shows = fact.is === 'sign' && !unseen.has(fact.by);
  return shows && state.seen === null && fact.at >= down - 100 ? { ...state, seen: fact.at } : state;
}

function verdict({ click, seen, asked, longest }: State) {
  if (!click || !asked) return undefined;
  const ms = seen === null ? longest : seen - click.up;
  if (ms <= SLOW) return undefined;
  return slow({ at: click.down, control: click.on, ms, ...(seen === null && { what: 'nothing-shown' }) });
}

const slow = (told: { at: number; ms: number; control?: number; what?: string }): Finding => ({
  signal: 'slow-response',
  ...told,
  ms: Math.round(told.ms),
  ...(told.ms > VERY_SLOW && { severe: true }),
});
