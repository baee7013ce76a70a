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
 * | the page is left | judged at once, if it has been silent for its 2500 ms | whoever leaves a dead page does so before the 10 s are over |
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
  /** Its time for a response has passed. */
  isSuspect?: true;
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
    const recentSigns = state.recentSigns.filter(({ at }) => fact.at - at <= RECENT_MS);
    const applied = applyFact({ clicks: open, recentSigns }, fact);
    const suspects = applied.clicks.filter((click) => !click.isSuspect && fact.at > click.up + NO_RESPONSE_AFTER_MS);
    const clicks = applied.clicks.map((click) => (suspects.includes(click) ? { ...click, isSuspect: true as const } : click));
    const due = Math.min(...clicks.map(({ up, isSuspect }) => up + (isSuspect ? HOLD_MS : NO_RESPONSE_AFTER_MS + 1)));
    return {
      state: { ...applied, clicks },
      ...(findings.length > 0 && { findings }),
      ...(clicks.length > 0 && { due }),
      ...(suspects.length > 0 && { suspects: suspects.map(({ on }) => on) }),
    };
  },
};

/** The clicks whose time for a response, or for the report of a request, is over. */
function splitExpired(clicks: readonly Click[], fact: Fact): { open: Click[]; over: Click[] } {
  const limitMs = fact.is === 'tick' ? HOLD_MS : fact.is === 'end' ? NO_RESPONSE_AFTER_MS : Number.POSITIVE_INFINITY;
  const timeIsUp = ({ up }: Click) => fact.at >= up + limitMs;
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
