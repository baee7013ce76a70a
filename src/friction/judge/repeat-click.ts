import type { Kind } from '../fact.ts';
import type { Judge } from '../judge.ts';

/**
 * The same control pressed again and again in quick succession.
 *
 * | rule | value | source |
 * |---|---|---|
 * | presses in a chain | ≥ 4 | PostHog runs its own site at 4 because 3 took toggles for rage; Amplitude, Splunk, Mixpanel: 4 |
 * | within | 4 presses in ≤ 1000 ms | PostHog's default |
 * | on | the same closest interactive element, in a box ≤ 30 px | PostHog's default distance |
 * | told | once a chain; the chain ends 1000 ms after its last press | |
 * | void | a selection or a scroll in the chain | Datadog voids on any; text picked by triple click: posthog-js#3749 |
 * | void | a press that became a drag | a hand that moves something is not knocking |
 * | void | every press changed the page in its very own event | adding, stepping, turning: each did what it should, whatever the control is called |
 * | void | text fields, steppers and pagers, sliders, toggles, canvas | repeated pressing is their use |
 * | responded | presses followed by a sign before the next press, or within 1000 ms of the last | |
 */
export const PRESSES = 4;
export const WITHIN = 1000;
const BOX = 30;

const repeatable: ReadonlySet<Kind> = new Set(['button', 'clickable', 'link', 'download', 'file', 'select', 'media', 'embed']);

interface Chain {
  on: number;
  presses: { at: number; x: number; y: number; answered: boolean; own: boolean }[];
  void: boolean;
}
type State = Chain | null;

export const repeatClick: Judge<State> = {
  start: null,
  hear(chain, fact) {
    const last = chain?.presses.at(-1);
    if (chain && last && (fact.is === 'end' || fact.at - last.at > WITHIN)) {
      const found = verdict(chain);
      return { ...repeatClick.hear(null, fact), ...(found && { found: [found] }) };
    }
    if (fact.is === 'press') {
      const press = { at: fact.at, x: fact.x, y: fact.y, answered: false, own: false };
      const fresh = fact.on && repeatable.has(fact.on.kind) ? { on: fact.on.id, presses: [press], void: false } : null;
      if (!chain) return waiting(fresh);
      if (fact.on?.id === chain.on) return waiting({ ...chain, presses: [...chain.presses, press] });
      const found = verdict(chain);
      return { ...waiting(fresh), ...(found && { found: [found] }) };
    }
    if (!chain || !last) return { state: chain };
    if (fact.is === 'scrolled' || fact.is === 'dragged') return waiting({ ...chain, void: true });
    if (fact.is !== 'sign') return waiting(chain);
    if (fact.by === 'selection') return waiting({ ...chain, void: true });
    if (fact.by === 'focus' || fact.at < last.at) return waiting(chain);
    return waiting({
      ...chain,
      presses: [...chain.presses.slice(0, -1), { ...last, answered: true, own: last.own || fact.own! }],
    });
  },
};

const waiting = (state: State) => ({ state, ...(state && { due: state.presses.at(-1)!.at + WITHIN + 1 }) });

function verdict({ on, presses, void: voided }: Chain) {
  if (voided || presses.every(({ own }) => own)) return undefined;
  if (!presses.some((_, at) => isQuick(presses.slice(at, at + PRESSES)))) return undefined;
  return {
    signal: 'repeat-click' as const,
    at: presses[0]!.at,
    control: on,
    count: presses.length,
    responded: presses.filter((press) => press.answered).length,
  };
}

function isQuick(four: Chain['presses']): boolean {
  if (four.length < PRESSES || four.at(-1)!.at - four[0]!.at > WITHIN) return false;
  const span = (of: number[]) => Math.max(...of) - Math.min(...of);
  return span(four.map(({ x }) => x)) <= BOX && span(four.map(({ y }) => y)) <= BOX;
}
