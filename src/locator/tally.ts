import { ownOf } from './branch.ts';
import type { Seen } from './seen.ts';
import type { Met } from './walk.ts';

/** How much each word tells on a page. */
export function rarityOf(seen: readonly Seen[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of seen)
    for (const words of [one.name, one.ids, one.href, one.classes, one.around, one.icon, one.row])
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) counts.set(word, count ** -0.75);
  return counts;
}

/** Those of one role under the same heading, in the order of the page. */
export function groupsOf(seen: readonly Met[]): Map<string, Met[]> {
  const groups = new Map<string, Met[]>();
  for (const one of seen) push(groups, groupKey(one), one);
  return groups;
}

/** Position among its like in the parent, and in its group; with how many there are. */
export function nthOf(one: Met, groups: Map<string, Met[]>): number[] {
  const { element, tag, reading } = one;
  const like: Element[] = [];
  for (let at = element.parentNode!.firstElementChild; at; at = at.nextElementSibling)
    if (at.localName === tag && reading.byElement.has(at)) like.push(at);
  const group = groups.get(groupKey(one))!;
  return [like.indexOf(element), like.length, group.indexOf(one), group.length];
}

const groupKey = ({ heading, section, landmark, role }: Met): string => {
  if (!heading) return `${landmark} ${role}`;
  const own = ownOf(heading);
  own.key ??= `${section}`;
  return `${own.key} ${landmark} ${role}`;
};

/** Put it with those of the same key. */
export function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
