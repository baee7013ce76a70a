import { getOrInsert } from '../runtime/get-or-insert.ts';

/** What browsers give content scripts, and nobody else, to see into closed roots. */
interface ExtensionDomApi {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** Marks our own host, in our world alone: the page sees no such property, and nobody but us looks for it. */
const OWN_HOST = Symbol.for('cairn.host');

/** Elements that may have a shadow root, by the standard; custom elements have a hyphen. https://dom.spec.whatwg.org/#valid-shadow-host-name */
const SHADOW_HOST_TAG = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
const canHostByTag = new Map<string, boolean>();

/** May elements of this tag have a shadow root? Remembered, since walks over whole pages ask it of every element. */
const canHaveShadowRoot = (tag: string): boolean => getOrInsert(canHostByTag, tag, isShadowHostTag);
const isShadowHostTag = (tag: string): boolean => SHADOW_HOST_TAG.test(tag);

/** From now on `shadowOf` gives nothing for it: what we draw is no part of the page. */
export function markAsOwnHost(host: Element): void {
  (host as { [OWN_HOST]?: true })[OWN_HOST] = true;
}

/** The shadow root of an element of the page; a closed one too, where the browser lets an extension see it. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!canHaveShadowRoot(element.localName) || (element as { [OWN_HOST]?: true })[OWN_HOST]) return null;
  if (element.shadowRoot) return element.shadowRoot;
  const openShadowRoot = (globalThis as unknown as ExtensionDomApi).chrome?.dom?.openOrClosedShadowRoot;
  return openShadowRoot ? openShadowRoot(element) : ((element as FirefoxElement).openOrClosedShadowRoot ?? null);
}
