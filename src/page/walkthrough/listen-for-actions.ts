import { windowOf } from '../../dom/node-getters.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedAdvance } from '../../model/pack/localized-guide.ts';
import type { ControlAct } from '../../model/pack/step-advance.ts';
import type { Player } from '../../player/create-player.ts';
import { childLifetime, on } from '../../runtime/lifetime.ts';
import type { ActsScript } from './acts-script.ts';
import type { ControlListener } from './control-listener.ts';
import { findAnchor } from './find-anchor.ts';
import { listenForPresses } from './listen-for-presses.ts';

interface ListenForActionsDeps {
  anchor: Anchor;
  advance: LocalizedAdvance;
  player: Player;
  /** What hears another act than a click; undefined where it could not be loaded. */
  acts: ActsScript | undefined;
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
export function listenForActions({ anchor, advance, player, acts, lifetime }: ListenForActionsDeps): ActionListener {
  let attached = childLifetime(lifetime);
  let current: Element | undefined;
  let lastActAt = Number.NEGATIVE_INFINITY;

  const controlOf = (): Element | undefined => {
    if (!current || current.isConnected) return current;
    return findAnchor(anchor);
  };
  const report = () => {
    if (current && !current.isConnected && controlOf()) player.send({ is: 'found' });
    player.send({ is: 'acted', by: advance.on as ControlAct });
  };
  const listener: ControlListener | undefined =
    advance.on === 'click'
      ? listenForPresses(report, lifetime)
      : acts?.listen(advance, { report, find: findAnchor, stepLifetime: lifetime });
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
