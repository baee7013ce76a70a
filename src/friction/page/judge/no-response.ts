import type { ControlKind, Fact, Sign } from '../../facts.ts';
import type { Judge } from '../../judge.ts';

/**
 * A control was clicked, and the page did not respond.
 *
 * | rule | value | source |
 * |---|---|---|
 * | judged | buttons and what looks and acts like one, toggles, steppers | others respond in ways that a page cannot see |
 * | never | links, downloads, file, text and number fields, selects, sliders, editable text, canvas, media, embeds, disabled controls | PostHog, Datadog |
 * | never | a control that opened its menu when the pointer came | the click has nothing left to do |
 * | sign of a response | any, from 100 ms before pointerdown to 2500 ms after the click | PostHog 2500 ms; Datadog counts from pointerdown, since a handler on mousedown acts before the click (sentry-javascript#9755) |
 * | … but scroll | ≤ 300 ms after | PostHog 100 ms; smooth scrolling begins later |
 * | … but selection | ≤ 100 ms after | PostHog |
 * | … but focus, visibility | ± 1000 ms | PostHog |
 * | request begun in those 2500 ms | a sign | it is reported when it has ended, so a click is held for 10 s: a response after 7 s is slow, not missing |
 * | at most | one finding per element and second | Datadog |
 */
export const NO_RESPONSE_AFTER_MS = 2500;
export const HOLD_MS = 10_000;
const BEFORE_MS = 100;
const ONCE_MS = 1000;
const RECENT_MS = 2000;
const MAX_RECENT_SIGNS = 40;

const JUDGED_KINDS: ReadonlySet<ControlKind> = new Set(['button', 'clickable', 'toggle', 'stepper']);
const RESPONSE_WINDOWS: Partial<Record<Sign, { before: number; after: number }>> = {
  scroll: { before: BEFORE_MS, after: 300 },
  selection: { before: BEFORE_MS, after: 100 },
  focus: { before: 1000, after: 1000 },
};
const DEFAULT_WINDOW = { before: BEFORE_MS, after: NO_RESPONSE_AFTER_MS };

interface Click {
  on: number;
  down: number;
  up: number;
}
type SensedSign = { at: number; by: Sign };
interface State {
  clicks: Click[];
  /** Signs of the last two seconds: one may come just before the click that it belongs to. */
  recentSigns: SensedSign[];
}

export const noResponse: Judge<State> = {
  initial: { clicks: [], recentSigns: [] },
  judge(state, fact) {
    const { open, over } = splitExpired(state.clicks, fact);
    const findings = over.map(({ on, down }) => ({ signal: 'no-response' as const, at: down, control: on }));
    const next = applyFact({ clicks: open, recentSigns: state.recentSigns.filter(({ at }) => fact.at - at <= RECENT_MS) }, fact);
    const due = Math.min(...next.clicks.map(({ up }) => up + HOLD_MS));
    return { state: next, ...(findings.length > 0 && { findings }), ...(next.clicks.length > 0 && { due }) };
  },
};

function splitExpired(clicks: readonly Click[], fact: Fact): { open: Click[]; over: Click[] } {
  const timeIsUp = ({ up }: Click) => fact.is === 'tick' && fact.at >= up + HOLD_MS;
  return { open: clicks.filter((click) => !timeIsUp(click)), over: clicks.filter(timeIsUp) };
}

function applyFact(state: State, fact: Fact): State {
  if (fact.is === 'click') {
    const { id, kind, openedOnHover } = fact.on;
    if (openedOnHover || !JUDGED_KINDS.has(kind)) return state;
    if (state.clicks.some(({ on, down }) => on === id && fact.down - down <= ONCE_MS)) return state;
    const click = { on: id, down: fact.down, up: fact.at };
    return state.recentSigns.some((sign) => isResponseTo(sign, click)) ? state : { ...state, clicks: [...state.clicks, click] };
  }
  const sign: SensedSign | undefined =
    fact.is === 'sign' ? fact : fact.is === 'request' ? { at: fact.at, by: 'navigation' } : undefined;
  if (!sign) return state;
  return {
    clicks: state.clicks.filter((click) => !isResponseTo(sign, click)),
    recentSigns: [...state.recentSigns, sign].slice(-MAX_RECENT_SIGNS),
  };
}

function isResponseTo({ at, by }: SensedSign, { down, up }: Click): boolean {
  const { before, after } = RESPONSE_WINDOWS[by] ?? DEFAULT_WINDOW;
  return at >= down - before && at <= up + after;
}
