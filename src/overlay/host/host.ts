import { markAsOwnHost } from '../../dom/shadow-root-of.ts';
import { containEvents } from './contain-events.ts';
import { type HostPlaceDeps, keepHostInPlace } from './keep-host-in-place.ts';
import { guardHandlers } from './only-trusted.ts';
import { addStyleSheet } from './style-sheet.ts';

interface HostDeps extends HostPlaceDeps {
  css: string;
}

/** Creates a closed shadow root over the page, in the top layer. The page neither sees nor hears what happens in it. */
export function createHost({ css, ...place }: HostDeps): ShadowRoot {
  const host = place.document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  markAsOwnHost(host);
  guardHandlers(host, place.lifetime);
  addStyleSheet(root, css);
  containEvents(root, place.lifetime);
  keepHostInPlace(host, place);
  return root;
}
