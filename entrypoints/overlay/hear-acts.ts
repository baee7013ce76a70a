import { locateAll } from '../../src/locator/locate-all.ts';
import type { Anchor } from '../../src/model/anchor.ts';
import type { Player } from '../../src/player/play.ts';
import { on } from '../../src/runtime/lifetime.ts';
import { viewOf } from '../../src/runtime/tree.ts';

interface Hearing {
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
export function hearActs({ anchor, element, player, lifetime }: Hearing): void {
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
  const view = viewOf(element) ?? window;
  for (const target of [view, element.getRootNode()]) {
    on(target, 'click', hear('click'), lifetime, { capture: true });
    on(target, 'change', hear('input'), lifetime, { capture: true });
    on(target, 'keydown', (event) => isEntered(event) && hear('input')(event), lifetime, { capture: true });
  }
}

/** Enter ends the typing in a field of one line; a search is often sent by it with no change of focus. */
const isEntered = (event: Event): boolean => {
  const { key, isComposing } = event as KeyboardEvent;
  // Not `instanceof`: a frame has an `HTMLInputElement` of its own.
  const field = event.composedPath()[0] as HTMLInputElement;
  return key === 'Enter' && !isComposing && field.localName === 'input' && field.value !== '';
};
