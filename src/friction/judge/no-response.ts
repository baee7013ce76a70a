import type { Fact, Kind, Sign } from '../fact.ts';
import type { Judge } from '../judge.ts';

/**
 * A control was clicked and the page did nothing.
 *
 * | rule | value | source |
 * |---|---|---|
 * | judged | buttons and what looks and acts like one, toggles, steppers | the others answer in ways a page cannot see |
 * | never | links, downloads, file, text and number fields, selects, sliders, editable text, canvas, media, embeds, disabled controls | PostHog, Datadog |
 * | never | a control that opened its menu when the pointer came | a click has nothing left to do |
 * | sign of life | any, from 100 ms before pointerdown to 2500 ms after the click | PostHog 2500 ms; Datadog counts from pointerdown, since a handler on mousedown acts before the click (sentry-javascript#9755) |
 * | … but scroll | ≤ 300 ms after | PostHog 100 ms; smooth scrolling begins later |
 * | … but selection | ≤ 100 ms after | PostHog |
 * | … but focus, visibility | ± 1000 ms | PostHog |
 * | request begun in those 2500 ms | a sign | told when it has ended, so a suspicion is held 10 s: a 7 s answer is slow, not missing |
 * | once | an element a second | Datadog |
 */
export const NO_RESPONSE_AFTER = 2500;
export const HELD = 10_000;
const BEFORE = 100;
const ONCE = 1000;

const judgedKinds: ReadonlySet<Kind> = new Set(['button', 'clickable', 'toggle', 'stepper']);
const reach: Partial<Record<Sign, { before: number; after: number }>> = {
  scroll: { before: BEFORE, after: 300 },
  selection: { before: BEFORE, after: 100 },
  focus: { before: 1000, after: 1000 },
};
const whole = { before: BEFORE, after: NO_RESPONSE_AFTER };

interface Click {
  on: number;
  down: number;
  up: number;
}
type Sensed = { at: number; by: Sign };
interface State {
  clicks: Click[];
  /** Signs of the last second before any click. */
  late: Sensed[];
}

export const noResponse: Judge<State> = {
  start: { clicks: [], late: [] },
  hear(state, fact) {
    const { open, over } = parted(state.clicks, fact);
    const found = over.map(({ on, down }) => ({ signal: 'no-response' as const, at: down, control: on }));
    const next = take({ clicks: open, late: state.late.filter(({ at }) => fact.at - at <= 2000) }, fact);
    const due = Math.min(...next.clicks.map(({ up }) => up + HELD));
    return { state: next, ...(found.length > 0 && { found }), ...(next.clicks.length > 0 && { due }) };
  },
};

function parted(clicks: readonly Click[], fact: Fact): { open: Click[]; over: Click[] } {
  const timeIsUp = ({ up }: Click) => fact.is === 'tick' && fact.at >= up + HELD;
  return { open: clicks.filter((click) => !timeIsUp(click)), over: clicks.filter(timeIsUp) };
}

function take(state: State, fact: Fact): State {
  if (fact.is === 'click') {
    const { id, kind, hovered } = fact.on;
    if (hovered || !judgedKinds.has(kind)) return state;
    if (state.clicks.some(({ on, down }) => on === id && fact.down - down <= ONCE)) return state;
    const click = { on: id, down: fact.down, up: fact.at };
    return state.late.some((sign) => answers(sign, click)) ? state : { ...state, clicks: [...state.clicks, click] };
  }
  const sign: Sensed | undefined =
    fact.is === 'sign' ? fact : fact.is === 'request' ? { at: fact.at, by: 'navigation' } : undefined;
  if (!sign) return state;
  return { clicks: state.clicks.filter((click) => !answers(sign, click)), late: [...state.late, sign].slice(-40) };
}

function answers({ at, by }: Sensed, { down, up }: Click): boolean {
  const { before, after } = reach[by] ?? whole;
  return at >= down - before && at <= up + after;
}
