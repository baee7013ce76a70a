import { windowOf } from '../../dom/node-getters.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { locateAll } from '../../locator/locate-all.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedAdvance } from '../../model/pack/localized-guide.ts';
import type { Player } from '../../player/create-player.ts';
import { childLifetime, on } from '../../runtime/lifetime.ts';
import type { ControlListener } from './control-listener.ts';
import { listenForEntry } from './listen-for-entry.ts';
import { listenForPresses } from './listen-for-presses.ts';

interface ListenForActionsDeps {
  anchor: Anchor;
  advance: LocalizedAdvance;
  player: Player;
  lifetime: AbortSignal;
}

/** Milliseconds after an act of the person within which what goes from the page is taken to go because of it. */
const CONSEQUENCE_MS = 2000;

/** Hears what the person does on the step's control, on whichever element that is. */
interface ActionListener {
  attach(element: Element): void;
  /** The control has gone. Returns whether that may be because of what the person did. */
  detach(): boolean;
}

/**
 * Reports what the person, and not the page, does to the step's control. Listens in the capture phase on the window of the control's
 * frame, so that a page that stops its events is no obstacle, and on its root, since events of a closed root do not name their target
 * outside. A page that renders again may have replaced the element since it was found: then the control is located at the press.
 */
export function listenForActions({ anchor, advance, player, lifetime }: ListenForActionsDeps): ActionListener {
  let attached = childLifetime(lifetime);
  let current: Element | undefined;
  let lastActAt = Number.NEGATIVE_INFINITY;

  const controlOf = (): Element | undefined => {
    if (!current || current.isConnected) return current;
    const [relocated] = locateAll([anchor], document);
    return relocated?.found ? relocated.element : undefined;
  };
  const report = (by: 'click' | 'input') => () => {
    if (current && !current.isConnected && controlOf()) player.send({ is: 'found' });
    player.send({ is: 'acted', by });
  };
  const listener = listenerFor(advance.on, report, lifetime);
  const noteAct = ({ isTrusted, target }: Event) => {
    if (isTrusted && !isOwnHost(target as Node)) lastActAt = performance.now();
  };

  return {
    attach(element) {
      attached.abort();
      attached = childLifetime(lifetime);
      current = element;
      const view = windowOf(element) ?? window;
      for (const type of ['pointerdown', 'click', 'keydown']) on(view, type, noteAct, attached.signal, { capture: true });
      const targets = [view, element.getRootNode()];
      listener?.attach({ targets, element, controlOf, lifetime: attached.signal });
    },
    detach() {
      const isByPerson = performance.now() - lastActAt < CONSEQUENCE_MS;
      if (isByPerson && current) listener?.detach?.(current);
      return isByPerson;
    },
  };
}

function listenerFor(
  on: LocalizedAdvance['on'],
  report: (by: 'click' | 'input') => () => void,
  lifetime: AbortSignal,
): ControlListener | undefined {
  if (on === 'click') return listenForPresses(report('click'), lifetime);
  return on === 'input' ? listenForEntry(report('input'), lifetime) : undefined;
}
