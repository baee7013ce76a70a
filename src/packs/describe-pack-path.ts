import { memberOf } from '../model/fault/schema-at.ts';

/** What the elements of a list with ids are called. Guides are called by their kind. */
const ELEMENT_NAMES: Record<string, string> = { guides: 'guide', steps: 'step', items: 'item', options: 'option', tasks: 'task' };
const KINDS = new Set(['tip', 'walkthrough', 'notice', 'checklist', 'question', 'reply']);

/**
 * The path of a fault as its author looks for it: `walkthrough "place-an-order", step "save": advance.to` for
 * `guides[1].steps[2].advance.to`. What has no id, or shares it with another, stays with its index.
 */
export function describePackPath(path: string, document: unknown): string {
  const parts = path.match(/[^.[\]]+|\[\d+\]/g) ?? [];
  const named: string[] = [];
  let value = document;
  let rest = '';
  for (const part of parts) {
    const list = value;
    const key = part.startsWith('[') ? Number(part.slice(1, -1)) : part;
    value = memberOf(value, key);
    const name = typeof key === 'number' ? nameOf(list, value, rest.replace(/^.*\./s, '')) : undefined;
    if (name === undefined) rest += typeof key === 'number' ? part : rest ? `.${part}` : part;
    else {
      const container = rest.replace(/\.?[^.]*$/s, '');
      if (container) named.push(container);
      named.push(name);
      rest = '';
    }
  }
  return [named.join(', '), rest].filter(Boolean).join(': ');
}

function nameOf(list: unknown, element: unknown, listName: string): string | undefined {
  const what = Object.hasOwn(ELEMENT_NAMES, listName) ? ELEMENT_NAMES[listName] : undefined;
  const id = memberOf(element, 'id');
  if (what === undefined || typeof id !== 'string' || !/^[\w.-]{1,63}$/.test(id) || !Array.isArray(list)) return undefined;
  if (list.filter((other) => memberOf(other, 'id') === id).length > 1) return undefined;
  const kind = listName === 'guides' ? memberOf(element, 'kind') : undefined;
  return `${typeof kind === 'string' && KINDS.has(kind) ? kind : what} "${id}"`;
}
