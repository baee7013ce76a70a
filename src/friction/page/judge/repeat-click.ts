import type { ControlKind, FactOf } from '../../facts.ts';
import type { Judge } from '../../judge.ts';

/**
 * The same control pressed again and again in quick succession.
 *
 * | rule | value | source |
 * |---|---|---|
 * | presses in a chain | ≥ 4 | PostHog uses 4 on its own site, because 3 mistook toggling for rage; Amplitude, Splunk, Mixpanel: 4 |
 * | within | 4 presses in ≤ 1000 ms | PostHog's default |
 * | on | the same closest interactive element, in a box ≤ 30 px | PostHog's default distance |
 * | reported | once per chain; a chain ends 1000 ms after its last press | |
 * | void | a scroll in the chain, or a selection that is not the browser's for a second click on the control | Datadog voids on any; text picked by triple click: posthog-js#3749 |
 * | void | a press that became a drag | whoever moves something is not knocking |
 * | void | every press changed the page in its very own event | adding, stepping, turning: each press did what it should, whatever the control is called |
 * | void | every press but the last was answered before the next one, each with something else, or all together with as many things as there were presses | turning pages and stepping, also where a frame, a timer or a server comes between; no error in between |
 * | void | text fields, steppers and pagers, sliders, toggles, canvas | they are made for repeated pressing |
 * | responded | presses followed by a sign before the next press, or within 1000 ms of the last | |
 */
const MIN_PRESSES = 4;
export const WITHIN_MS = 1000;
const BOX_PX = 30;
/**
 * What shows more states than this between two presses moves by itself, like an animation; but for one for each press before that is
 * still to be answered, since a busy page answers several presses together.
 */
const MAX_STATES = 3;
const MAX_COUNTED_STATES = 20;

const JUDGED_KINDS: ReadonlySet<ControlKind> = new Set([
  'button',
  'clickable',
  'link',
  'download',
  'file',
  'select',
  'media',
  'embed',
]);

interface Press {
  at: number;
  x: number;
  y: number;
  answered: boolean;
  answeredInEvent: boolean;
  /** Checksums of what the page has shown since. */
  states: number[];
}
interface Chain {
  on: number;
  presses: Press[];
  isVoid: boolean;
  hasError: boolean;
}
type State = Chain | null;

export const repeatClick: Judge<State> = {
  initial: null,
  judge(chain, fact) {
    const last = chain?.presses.at(-1);
    if (chain && last && (fact.is === 'end' || fact.at - last.at > WITHIN_MS)) {
      const found = findingOf(chain);
      return { ...repeatClick.judge(null, fact), ...(found && { findings: [found] }) };
    }
    if (fact.is === 'press') {
      const press = { at: fact.at, x: fact.x, y: fact.y, answered: false, answeredInEvent: false, states: [] };
      const fresh =
        fact.on && JUDGED_KINDS.has(fact.on.kind) ? { on: fact.on.id, presses: [press], isVoid: false, hasError: false } : null;
      if (!chain) return withDue(fresh);
      if (fact.on?.id === chain.on) return withDue({ ...chain, presses: [...chain.presses, press] });
      const found = findingOf(chain);
      return { ...withDue(fresh), ...(found && { findings: [found] }) };
    }
    if (!chain || !last) return { state: chain };
    if (fact.is === 'scrolled' || fact.is === 'dragged') return withDue({ ...chain, isVoid: true });
    if (fact.is === 'error') return withDue({ ...chain, hasError: true });
    if (fact.is !== 'sign') return withDue(chain);
    if (fact.by === 'selection') return withDue({ ...chain, isVoid: true });
    if (fact.by === 'focus' || fact.at < last.at) return withDue(chain);
    return withDue({ ...chain, presses: [...chain.presses.slice(0, -1), answeredBy(last, fact)] });
  },
};

const answeredBy = (press: Press, { own, shows }: FactOf<'sign'>): Press => ({
  ...press,
  answered: true,
  answeredInEvent: press.answeredInEvent || own === true,
  states: shows === undefined ? press.states : [...new Set([...press.states, shows])].slice(0, MAX_COUNTED_STATES),
});

/** Did each press but the last move something on before the next one, or did all together move on as often as was pressed? */
function isStepping({ presses, hasError }: Chain): boolean {
  if (hasError || presses.some(({ states }, at) => states.length > Math.max(MAX_STATES, unansweredUntil(presses, at))))
    return false;
  const last = presses.slice(0, -1).map(({ states }) => states.at(-1));
  const isEachAnswered = !last.includes(undefined) && new Set(last).size === last.length;
  return isEachAnswered || new Set(presses.flatMap(({ states }) => states)).size >= presses.length;
}

/** How many presses in a row, up to and with this one, were not answered before the next. */
const unansweredUntil = (presses: readonly Press[], at: number): number =>
  at - presses.slice(0, at).findLastIndex(({ states }) => states.length > 0);

const withDue = (state: State) => ({ state, ...(state && { due: state.presses.at(-1)!.at + WITHIN_MS + 1 }) });

function findingOf(chain: Chain) {
  const { on, presses, isVoid } = chain;
  if (isVoid || presses.every(({ answeredInEvent }) => answeredInEvent) || isStepping(chain)) return undefined;
  if (!presses.some((_, at) => isQuick(presses.slice(at, at + MIN_PRESSES)))) return undefined;
  return {
    signal: 'repeat-click' as const,
    at: presses[0]!.at,
    control: on,
    count: presses.length,
    responded: presses.filter((press) => press.answered).length,
  };
}

function isQuick(presses: Chain['presses']): boolean {
  if (presses.length < MIN_PRESSES || presses.at(-1)!.at - presses[0]!.at > WITHIN_MS) return false;
  const span = (of: number[]) => Math.max(...of) - Math.min(...of);
  return span(presses.map(({ x }) => x)) <= BOX_PX && span(presses.map(({ y }) => y)) <= BOX_PX;
}
