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
 * What the person really does to the step's control: capture on the window of its own frame, so that a page that stops its events is
 * heard too, and on its closed root, from outside of which nobody is told what was pressed. A page that draws itself anew may have
 * put another element in its place since it was found: then it is looked for at the press.
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

/** Enter ends the typing in a field of one line; a search is often sent by it with no change of focus. */
const isEnterInField = (event: Event): boolean => {
  const { key, isComposing } = event as KeyboardEvent;
  // Not `instanceof`: a frame has an `HTMLInputElement` of its own.
  const field = event.composedPath()[0] as HTMLInputElement;
  return key === 'Enter' && !isComposing && field.localName === 'input' && field.value !== '';
};
