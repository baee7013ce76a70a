import { parentElementOf } from '../runtime/tree.ts';
import { hostAround } from './flat-tree.ts';

/** Inline and important, which no rule of the page's own can outrank. The box is empty: what it holds is fixed to the viewport. */
const style =
  'all:initial;display:block;position:fixed;inset:0 auto auto 0;width:0;height:0;z-index:2147483647;pointer-events:none;zoom:';
/** How each host was left, as the browser writes it. */
const worn = new WeakMap<HTMLElement, string>();

type Zoomed = Element & { currentCSSZoom?: number };

/** Gives the host its own attributes and no others. A page that zooms its root would zoom us with it. It is no open popover after that. */
export function dress(host: HTMLElement): void {
  for (const name of host.getAttributeNames()) host.removeAttribute(name);
  const around = (parentElementOf(host) ?? hostAround(host)) as Zoomed | null;
  host.style.cssText = (style + 1 / (around?.currentCSSZoom ?? 1)).replace(/;|$/g, ' !important;');
  host.popover = 'manual';
  host.replaceChildren();
  worn.set(host, host.outerHTML);
}

export const isDressed = (host: HTMLElement): boolean => host.outerHTML === worn.get(host);
