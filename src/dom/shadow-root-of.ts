import { getOrInsert } from '../runtime/get-or-insert.ts';

/** What browsers give to content scripts alone, to see into closed roots: a function in Chromium, a property of elements in Firefox. */
interface ExtensionDomApi {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** Marks our own host. The property exists in our isolated world alone; the page cannot see it. */
const OWN_HOST = Symbol.for('cairn.host');
type MaybeOwnHost = { [OWN_HOST]?: true };

/** Elements that may have a shadow root, by the standard; custom elements have a hyphen. https://dom.spec.whatwg.org/#valid-shadow-host-name */
const SHADOW_HOST_TAG = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
const canHostByTag = new Map<string, boolean>();

/** Whether elements of this tag may have a shadow root. Remembered, since walks over whole pages ask it of every element. */
const canHaveShadowRoot = (tag: string): boolean => getOrInsert(canHostByTag, tag, isShadowHostTag);
const isShadowHostTag = (tag: string): boolean => SHADOW_HOST_TAG.test(tag);

/** From now on `shadowRootOf` returns null for it: what we draw is no part of the page. */
export function markAsOwnHost(host: Element): void {
  (host as MaybeOwnHost)[OWN_HOST] = true;
}

export const isOwnHost = (node: Node): boolean => (node as MaybeOwnHost)[OWN_HOST] === true;

/** The shadow root of an element of the page; a closed one too, where the browser lets an extension see it. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!canHaveShadowRoot(element.localName) || isOwnHost(element)) return null;
  if (element.shadowRoot) return element.shadowRoot;
  const openShadowRoot = (globalThis as unknown as ExtensionDomApi).chrome?.dom?.openOrClosedShadowRoot;
  return openShadowRoot ? openShadowRoot(element) : ((element as FirefoxElement).openOrClosedShadowRoot ?? null);
}
