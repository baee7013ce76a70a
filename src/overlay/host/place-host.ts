import { resetHostAttributes } from './host-attributes.ts';

type Movable = ParentNode & { moveBefore?: (node: Node, before: Node | null) => void };

/** To the top of the top layer, where what entered it last lies highest; without loading our frame anew, where the browser can. */
export function placeHost(host: HTMLElement, parent: Movable): void {
  if (host.parentNode !== parent) {
    if (host.isConnected && parent.moveBefore) parent.moveBefore(host, null);
    else parent.append(host);
  }
  resetHostAttributes(host);
  try {
    host.showPopover();
  } catch {
    // The page hears that it opens, and may take it away just then.
  }
}
