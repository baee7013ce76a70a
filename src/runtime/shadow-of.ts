import { kept } from './kept.ts';

/** What browsers give content scripts, and nobody else, to see into closed roots. */
interface Opener {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}
type Openable = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** Marks our own host, in our world alone: the page sees no such property, and nobody but us looks for it. */
const ours = Symbol.for('cairn.host');

/** Elements that may have a shadow root, by the standard; custom elements have a hyphen. https://dom.spec.whatwg.org/#valid-shadow-host-name */
const hosts = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
const known = new Map<string, boolean>();

/** May elements of this tag have a shadow root? Remembered, since walks over whole pages ask it of every element. */
const mayHost = (tag: string): boolean => kept(known, tag, isHost);
const isHost = (tag: string): boolean => hosts.test(tag);

/** From now on `shadowOf` gives nothing for it: what we draw is no part of the page. */
export function keepShut(host: Element): void {
  (host as { [ours]?: true })[ours] = true;
}

/** The shadow root of an element of the page; a closed one too, where the browser lets an extension see it. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (!mayHost(element.localName) || (element as { [ours]?: true })[ours]) return null;
  if (element.shadowRoot) return element.shadowRoot;
  const opener = (globalThis as unknown as Opener).chrome?.dom?.openOrClosedShadowRoot;
  return opener ? opener(element) : ((element as Openable).openOrClosedShadowRoot ?? null);
}
