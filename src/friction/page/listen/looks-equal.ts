/** More nodes are not compared: such a drawing counts as a new one. */
const MAX_NODES = 3000;
/** Attributes that only connect elements; libraries count the ids up with every drawing. */
const UNSEEN_ATTRIBUTES =
  /^(id|for|name|tabindex|headers|list|form|aria-(labelledby|describedby|controls|owns|activedescendant|details|errormessage))$/;
/** What they show is in no node. */
const DRAWN_BY_SCRIPT = /^(canvas|video|audio|iframe|object|embed)$/;
const UNSEEN_TAGS = /^(script|style|link|meta|noscript|template)$/;

/** Do two lists of nodes look the same: the same elements with the same attributes, values and text? */
export function looksEqual(before: readonly Node[], after: readonly Node[]): boolean {
  let budget = MAX_NODES;

  function areEqual(some: readonly Node[], others: readonly Node[]): boolean {
    const [left, right] = [some.filter(isSeen), others.filter(isSeen)];
    return left.length === right.length && left.every((node, at) => isEqual(node, right[at]!));
  }

  function isEqual(one: Node, other: Node): boolean {
    if (one === other) return true;
    budget -= 1;
    if (budget < 0 || one.nodeName !== other.nodeName || one.nodeType !== other.nodeType) return false;
    if (one.nodeType !== 1) return one.nodeValue === other.nodeValue;
    const [left, right] = [one as Element, other as Element];
    if (DRAWN_BY_SCRIPT.test(left.localName) || left.shadowRoot || right.shadowRoot) return false;
    return String(attributesOf(left)) === String(attributesOf(right)) && areEqual([...left.childNodes], [...right.childNodes]);
  }

  return areEqual(before, after);
}

const isSeen = (node: Node): boolean =>
  node.nodeType === 3 ? node.nodeValue!.trim() !== '' : node.nodeType === 1 && !UNSEEN_TAGS.test((node as Element).localName);

/** The attributes that can be seen, sorted, and what a field holds now. */
function attributesOf(element: Element): string[] {
  const { value, checked } = element as HTMLInputElement;
  const written = [...element.attributes].flatMap(({ name, value: text }) =>
    UNSEEN_ATTRIBUTES.test(name) ? [] : [`${name}=${text}`],
  );
  return [...written.sort(), String(value), String(checked)];
}
