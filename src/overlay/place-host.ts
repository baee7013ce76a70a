import { dress } from './host-style.ts';

type Movable = ParentNode & { moveBefore?: (node: Node, before: Node | null) => void };

/** To the top of the top layer, where what entered it last lies highest; without loading our frame anew, where the browser can. */
export function place(host: HTMLElement, ground: Movable): void {
  if (host.parentNode !== ground) {
    if (host.isConnected && ground.moveBefore) ground.moveBefore(host, null);
    else ground.append(host);
  }
  dress(host);
  try {
    host.showPopover();
  } catch {
    // The page hears that it opens, and may take it away just then.
  }
}
