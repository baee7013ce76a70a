import { classAttributeOf } from './elements.ts';

/** In which form a node changes: which attribute, its text, or what kind of child comes and goes. */
export function changeKey({ type, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  if (type === 'attributes') return `@${attributeName}`;
  if (type === 'characterData') return 'text';
  const shape = (node: Node | undefined) => node && node.nodeName + classAttributeOf(node);
  return `+${shape(addedNodes[0])}-${shape(removedNodes[0])}`;
}
