import { windowOf } from '../../dom/node-getters.ts';
import { locateAll } from '../../locator/locate-all.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { Player } from '../../player/create-player.ts';
import { on } from '../../runtime/lifetime.ts';

interface ListenForActionsDeps {
  anchor: Anchor;
  element: Element;
  player: Player;
  lifetime: AbortSignal;
}

/**
 * Reports what the person, and not the page, does to the step's control. Listens in the capture phase on the window of the control's
 * frame, so that a page that stops its events is no obstacle, and on its root, since events of a closed root do not name their target
 * outside. A page that renders again may have replaced the element since it was found: then the control is located at the press.
 */
export function listenForActions({ anchor, element, player, lifetime }: ListenForActionsDeps): void {
  const handled = new WeakSet<Event>();
  const currentControl = () => {
    if (element.isConnected) return element;
    const [relocated] = locateAll([anchor], document);
    return relocated?.found ? relocated.element : undefined;
  };
  const report = (by: 'click' | 'input') => (event: Event) => {
    if (!event.isTrusted || handled.has(event)) return;
    const control = currentControl();
    if (!control || !event.composedPath().includes(control)) return;
    handled.add(event);
    if (control !== element) player.send({ is: 'found' });
    player.send({ is: 'acted', by });
  };
  const view = windowOf(element) ?? window;
  for (const target of [view, element.getRootNode()]) {
    on(target, 'click', report('click'), lifetime, { capture: true });
    on(target, 'change', report('input'), lifetime, { capture: true });
    on(target, 'keydown', (event) => isEnterInField(event) && report('input')(event), lifetime, { capture: true });
  }
}

/** Enter ends the input in a field of one line: a search is often submitted that way, with no change of focus. */
const isEnterInField = (event: Event): boolean => {
  const { key, isComposing } = event as KeyboardEvent;
  // Not `instanceof`: every frame has its own `HTMLInputElement`.
  const field = event.composedPath()[0] as HTMLInputElement;
  return key === 'Enter' && !isComposing && field.localName === 'input' && field.value !== '';
};
