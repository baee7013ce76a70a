import { locateAll } from '../../src/locator/locate-all.ts';
import { watch } from '../../src/locator/watch.ts';
import type { ShownTip, ShownWalkthrough } from '../../src/model/shown.ts';
import type { OverlayState, PlacedTip } from '../../src/overlay/overlay-state.ts';
import type { Player } from '../../src/player/play.ts';
import { after, on } from '../../src/runtime/lifetime.ts';
import type { Here } from '../page/handle.ts';
import { createFitting } from './fitting.ts';

interface Wiring {
  state: OverlayState;
  here: () => Here;
  lifetime: AbortSignal;
  player: Player;
  /** May this script say that a step's control is not here? */
  mayMiss: () => boolean;
}

/** Milliseconds until a step says that its control is not here, or no longer. */
const patience = 2000;

/** Watches the controls that guides here stand beside, and tells overlay and player where they are. */
export function createSeeking({ state, here, lifetime, player, mayMiss }: Wiring) {
  const round = { life: new AbortController(), sought: '' };
  lifetime.addEventListener('abort', () => round.life.abort());
  const fittingNow = createFitting({ here, lifetime, changed: () => renew() });

  /** `anew` if the player waits to hear of its step's control, though the same one is sought as before. */
  function renew(anew = false): void {
    if (lifetime.aborted) return;
    const fitting = fittingNow();
    state.content.fitting.value = fitting;
    state.guides.value = fitting.filter((guide): guide is ShownWalkthrough => guide.kind === 'walkthrough');
    const walk = player.running();
    const step = walk?.state.phase === 'elsewhere' ? undefined : walk?.step;
    const tips = walk === null ? fitting.filter((guide): guide is ShownTip => guide.kind === 'tip') : [];
    const sought = JSON.stringify([tips.map((tip) => [tip.pack, tip.id]), walk?.guide.pack, walk?.guide.id, step?.id]);
    if (sought === round.sought && !anew) return;
    round.sought = sought;
    round.life.abort();
    round.life = new AbortController();
    state.tips.value = [];
    if (step?.anchor) seekStep(step.anchor, round.life.signal);
    else if (tips.length > 0) seekTips(tips, round.life.signal);
  }

  function seekTips(tips: ShownTip[], signal: AbortSignal): void {
    watch({
      anchors: tips.map((tip) => tip.anchor),
      page: document,
      lifetime: signal,
      onChange: (watched) => {
        state.tips.value = tips.flatMap((tip, at): PlacedTip[] => {
          const one = watched[at];
          return one?.found ? [{ tip, beside: one.element }] : [];
        });
      },
    });
  }

  function seekStep(anchor: ShownTip['anchor'], signal: AbortSignal): void {
    const acting = { life: new AbortController(), waiting: new AbortController() };
    signal.addEventListener('abort', () => {
      acting.life.abort();
      acting.waiting.abort();
    });
    watch({
      anchors: [anchor],
      page: document,
      lifetime: signal,
      patience,
      onChange: ([one]) => {
        acting.waiting.abort();
        if (!one) return;
        if (one.found) {
          acting.life.abort();
          acting.life = new AbortController();
          hearActs(anchor, one.element, acting.life.signal);
          setBeside(one.element);
          player.hear({ is: 'found' });
        } else if (one.state === 'missing') giveUp();
        else if (one.state === 'gone' || one.state === 'changed') {
          player.hear({ is: 'lost' });
          acting.waiting = new AbortController();
          after(patience, giveUp, acting.waiting.signal);
        }
      },
    });
  }

  function giveUp(): void {
    if (mayMiss()) player.hear({ is: 'gave-up' });
  }

  function setBeside(element: Element): void {
    if (state.walk.value) state.walk.value = { ...state.walk.value, beside: element };
  }

  /**
   * What the person really does to the step's control: capture on the window of its own frame, so that a page that stops its events is
   * heard too, and on its closed root, from outside of which nobody is told what was pressed. A page that draws itself anew may have
   * put another element in its place since it was found: then it is looked for at the press.
   */
  function hearActs(anchor: ShownTip['anchor'], element: Element, signal: AbortSignal): void {
    const heard = new WeakSet<Event>();
    const meant = () => {
      if (element.isConnected) return element;
      const [again] = locateAll([anchor], document);
      return again?.found ? again.element : undefined;
    };
    const hear = (by: 'click' | 'input') => (event: Event) => {
      if (!event.isTrusted || heard.has(event)) return;
      const control = meant();
      if (!control || !event.composedPath().includes(control)) return;
      heard.add(event);
      if (control !== element) player.hear({ is: 'found' });
      player.hear({ is: 'acted', by });
    };
    const view = element.ownerDocument.defaultView ?? window;
    for (const target of [view, element.getRootNode()]) {
      on(target, 'click', hear('click'), signal, { capture: true });
      on(target, 'change', hear('input'), signal, { capture: true });
      on(target, 'keydown', (event) => isEntered(event) && hear('input')(event), signal, { capture: true });
    }
  }

  return { renew };
}

/** Enter ends the typing in a field of one line; a search is often sent by it with no change of focus. */
const isEntered = (event: Event): boolean => {
  const { key, isComposing } = event as KeyboardEvent;
  const [typedIn] = event.composedPath();
  return key === 'Enter' && !isComposing && typedIn instanceof HTMLInputElement && typedIn.value !== '';
};
