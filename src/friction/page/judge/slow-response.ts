import type { Fact, Sign } from '../../facts.ts';
import type { Finding } from '../../finding.ts';
import type { Judge } from '../../judge.ts';

/**
 * The page responded late to a click.
 *
 * | first visible sign after the click | and a request began within 2500 ms | finding |
 * |---|---|---|
 * | ≤ 3 s | | none |
 * | > 3 s | yes | slow (Sentry: more than 3 s is slow) |
 * | > 7 s | yes | very slow (Sentry: 7 s) |
 * | nothing in 10 s | yes, and it took > 3 s | slow, with nothing shown |
 * | late or nothing | no | left to the judge of missing responses |
 * | another control is pressed before | | none: what follows may be the response to that |
 *
 * A page that took > 3 s to load reports that itself when it has loaded: the page of the click is gone by then.
 */
const SLOW_MS = 3000;
const VERY_SLOW_MS = 7000;
const REQUEST_WITHIN_MS = 2500;
const HOLD_MS = 10_000;
/** A request is reported just after its effect is visible. */
const SETTLE_MS = 1000;
/** A handler of mousedown acts before the click. */
const TOLERANCE_MS = 100;

const INVISIBLE_SIGNS: ReadonlySet<Sign> = new Set(['selection', 'focus', 'leaving', 'moved-focus']);

interface State {
  click: { on: number; down: number; up: number } | null;
  shownAt: number | null;
  hasRequest: boolean;
  longestMs: number;
}
const idle: State = { click: null, shownAt: null, hasRequest: false, longestMs: 0 };

export const slowResponse: Judge<State> = {
  initial: idle,
  judge(state, fact) {
    if (fact.is === 'loaded')
      return {
        state,
        ...(fact.ms > SLOW_MS && { findings: [slowFinding({ at: fact.at - fact.ms, ms: fact.ms, what: 'page-load' })] }),
      };
    if (fact.is === 'end') return { state: idle };
    if (fact.is === 'click') return state.click?.on === fact.on.id ? withDue(state) : withDue(afterClick(fact));
    const { click } = state;
    if (!click) return { state };
    if (fact.is === 'press') return fact.on?.id === click.on ? withDue(state) : { state: idle };
    const next = applyFact(state, fact);
    const isOver = fact.at > click.up + HOLD_MS + SETTLE_MS || (next.shownAt !== null && fact.at > next.shownAt + SETTLE_MS);
    if (next.shownAt !== null && next.shownAt - click.up <= SLOW_MS) return { state: idle };
    if (!isOver) return withDue(next);
    const found = findingOf(next);
    return { state: idle, ...(found && { findings: [found] }) };
  },
};

const afterClick = (fact: Extract<Fact, { is: 'click' }>): State => ({
  ...idle,
  click: { on: fact.on.id, down: fact.down, up: fact.at },
});

function withDue(state: State) {
  const due = state.shownAt === null ? state.click!.up + HOLD_MS + SETTLE_MS : state.shownAt + SETTLE_MS;
  return { state, due: due + 1 };
}

function applyFact(state: State, fact: Fact): State {
  const { down, up } = state.click!;
  const isInTime = fact.at >= down - TOLERANCE_MS && fact.at <= up + REQUEST_WITHIN_MS;
  if (fact.is === 'request' && isInTime)
    return { ...state, hasRequest: true, longestMs: Math.max(state.longestMs, fact.end - fact.at) };
  const isVisible = fact.is === 'sign' && !INVISIBLE_SIGNS.has(fact.by);
  return isVisible && state.shownAt === null && fact.at >= down - TOLERANCE_MS ? { ...state, shownAt: fact.at } : state;
}

function findingOf({ click, shownAt, hasRequest, longestMs }: State) {
  if (!click || !hasRequest) return undefined;
  const ms = shownAt === null ? longestMs : shownAt - click.up;
  if (ms <= SLOW_MS) return undefined;
  return slowFinding({ at: click.down, control: click.on, ms, ...(shownAt === null && { what: 'nothing-shown' }) });
}

const slowFinding = (details: { at: number; ms: number; control?: number; what?: string }): Finding => ({
  signal: 'slow-response',
  ...details,
  ms: Math.round(details.ms),
  ...(details.ms > VERY_SLOW_MS && { severe: true }),
});
