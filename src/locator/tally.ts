import type { Seen } from './seen.ts';

/** How much each word tells on a page. */
export function rarityOf(seen: readonly Seen[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of seen)
    for (const words of [one.name, one.ids, one.href, one.classes, one.around, one.icon, one.row])
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) counts.set(word, count ** -0.75);
  return counts;
}

/** Position among its like in the parent, and among its role under the same heading. */
export function count(seen: readonly Seen[]): void {
  const inParent = new Map<Node | null, Map<string, Seen[]>>();
  const inSection = new Map<string, Seen[]>();
  for (const one of seen) {
    const siblings = inParent.get(one.element.parentNode) ?? new Map<string, Seen[]>();
    inParent.set(one.element.parentNode, siblings);
    push(siblings, one.tag, one);
    push(inSection, `${one.section} ${one.landmark} ${one.role}`, one);
  }
  for (const groups of [...inParent.values(), inSection])
    for (const group of groups.values()) for (const [at, one] of group.entries()) one.nth.push(at, group.length);
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
