import { looksEqual } from './looks-equal.ts';

/** More children are not compared: such a drawing counts as a new one. */
const MAX_CHILDREN = 500;

/**
 * The records that leave something to be seen: not those of nodes that are gone, of attributes and texts that are as they were before, nor of
 * children that were replaced by equal ones. Drawings of a node that are all known to go on anyway are not compared, and count as visible.
 */
export function visibleChanges(
  records: readonly MutationRecord[],
  isKnown: (drawing: MutationRecord) => boolean = () => false,
): MutationRecord[] {
  const byTarget = new Map<Node, MutationRecord[]>();
  for (const record of records) {
    if (!record.target.isConnected) continue;
    const own = byTarget.get(record.target);
    if (own) own.push(record);
    else byTarget.set(record.target, [record]);
  }
  return [...byTarget].flatMap(([target, own]) => visibleOf(target, own, isKnown));
}

function visibleOf(
  target: Node,
  records: readonly MutationRecord[],
  isKnown: (drawing: MutationRecord) => boolean,
): MutationRecord[] {
  const drawings = records.filter(({ type }) => type === 'childList');
  const drawn = !drawings.every(isKnown) && isDrawnEqual(target, drawings) ? [] : drawings;
  const seen = new Set<string>();
  const rest = records.filter((record) => {
    // The first record of a batch has the value before all of it.
    const key = record.type === 'childList' ? null : `${record.type} ${record.attributeName}`;
    if (key === null || seen.has(key)) return false;
    seen.add(key);
    return hasChanged(record);
  });
  return [...rest, ...drawn];
}

/** An empty list of classes or styles is as good as none. */
function hasChanged({ type, target, attributeName, oldValue }: MutationRecord): boolean {
  const value = type === 'attributes' ? (target as Element).getAttribute(attributeName!) : target.nodeValue;
  return /^(class|style)$/.test(attributeName ?? '') ? (value ?? '') !== (oldValue ?? '') : value !== oldValue;
}

/** Do the children look as they did before these records? */
function isDrawnEqual(target: Node, records: readonly MutationRecord[]): boolean {
  const after = [...target.childNodes];
  if (after.length > MAX_CHILDREN) return false;
  const before = records.reduceRight(withoutRecord, after);
  return looksEqual(before, after);
}

/** The children before a record, from those after it. */
function withoutRecord(children: Node[], { addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): Node[] {
  const added = new Set<Node>(addedNodes);
  const others = children.filter((node) => !added.has(node));
  const next = nextSibling ? others.indexOf(nextSibling) : others.length;
  const at = previousSibling ? others.indexOf(previousSibling) + 1 : Math.max(0, next);
  return [...others.slice(0, at), ...removedNodes, ...others.slice(at)];
}
