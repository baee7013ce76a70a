/** Where a step of a guide, or the guide itself, is named in the text of a pack; null if it is not. `at` is `guide/step`. */
export function findInText(text: string, at: string): { start: number; end: number } | null {
  const [guide = '', step = ''] = at.split('/');
  const found = findId(text, guide, 0);
  return (found && step && findId(text, step, found.end)) || found;
}

function findId(text: string, id: string, from: number): { start: number; end: number } | null {
  const pattern = new RegExp(`"id"\\s*:\\s*"${id.replace(/[^a-z0-9-]/g, '')}"`, 'g');
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}
