import { markAsOwnHost } from '../../dom/shadow-root-of.ts';
import type { PressGuard } from '../../presses/guard-presses.ts';
import { containEvents } from './contain-events.ts';
import { guardOverlayPresses } from './guard-overlay-presses.ts';
import { type HostPlaceDeps, keepHostInPlace } from './keep-host-in-place.ts';
import { leaveWithoutScript } from './leave-without-script.ts';
import { guardHandlers } from './only-trusted.ts';
import { addStyleSheet } from './style-sheet.ts';

interface HostDeps extends HostPlaceDeps {
  css: string;
  /** A press on this part was not taken, since the page had covered it. */
  onPressRefused: (part: Element) => void;
}

interface Host extends PressGuard {
  root: ShadowRoot;
  /** A press on this part is not taken: Cairn rises above what covers it, and the person is told. */
  refuse: (part: Element) => void;
}

/** Creates a closed shadow root over the page, in the top layer. The page neither sees nor hears what happens in it. */
export function createHost({ css, onPressRefused, ...place }: HostDeps): Host {
  const host = place.document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  markAsOwnHost(host);
  guardHandlers(host, place.lifetime);
  addStyleSheet(root, css);
  if (import.meta.env.FIREFOX) leaveWithoutScript(host, root);
  containEvents(root, place.lifetime);
  const { rise } = keepHostInPlace(host, place);
  const refuse = (part: Element) => {
    rise();
    onPressRefused(part);
  };
  const { judge } = guardOverlayPresses({ root, lifetime: place.lifetime, onHidden: refuse });
  return { root, judge, refuse };
}
