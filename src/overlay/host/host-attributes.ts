import { containingShadowHost } from '../../dom/composed-tree.ts';
import { parentElementOf } from '../../dom/node-getters.ts';

/** Inline and important, which no rule of the page's own can outrank. The box is empty: what it holds is fixed to the viewport. */
const HOST_STYLE =
  'all:initial;display:block;position:fixed;inset:0 auto auto 0;width:0;height:0;z-index:2147483647;pointer-events:none;zoom:';
/** How each host was left, as the browser writes it. */
const pristineHtml = new WeakMap<HTMLElement, string>();

type ZoomedElement = Element & { currentCSSZoom?: number };

/** Gives the host its own attributes and no others. A page that zooms its root would zoom us with it. It is no open popover after that. */
export function resetHostAttributes(host: HTMLElement): void {
  for (const name of host.getAttributeNames()) host.removeAttribute(name);
  const parent = (parentElementOf(host) ?? containingShadowHost(host)) as ZoomedElement | null;
  host.style.cssText = (HOST_STYLE + 1 / (parent?.currentCSSZoom ?? 1)).replace(/;|$/g, ' !important;');
  host.popover = 'manual';
  host.replaceChildren();
  pristineHtml.set(host, host.outerHTML);
}

export const hasPristineAttributes = (host: HTMLElement): boolean => host.outerHTML === pristineHtml.get(host);
