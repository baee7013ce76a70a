/** A member of an object in a JSON text: its key, and where its value begins and ends. */
export interface JsonMember {
  key: string;
  start: number;
  end: number;
}

/**
 * The members of the object that a text of valid JSON holds, in their order. With their positions a value can be taken out or replaced while
 * the rest of the text stays as it was written, which parsing and writing again does not promise.
 */
export function jsonMembers(json: string): JsonMember[] {
  const members: JsonMember[] = [];
  let at = skipSpace(json, json.indexOf('{') + 1);
  while (json[at] === '"') {
    const keyEnd = endOfString(json, at);
    const start = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const end = endOfValue(json, start);
    members.push({ key: JSON.parse(json.slice(at, keyEnd)), start, end });
    at = skipSpace(json, end);
    if (json[at] === ',') at = skipSpace(json, at + 1);
  }
  return members;
}

/** Where each element of the array that a text of valid JSON holds begins and ends. */
export function jsonElements(json: string): { start: number; end: number }[] {
  const elements: { start: number; end: number }[] = [];
  let at = skipSpace(json, json.indexOf('[') + 1);
  while (at < json.length && json[at] !== ']') {
    const end = endOfValue(json, at);
    elements.push({ start: at, end });
    at = skipSpace(json, end);
    if (json[at] === ',') at = skipSpace(json, at + 1);
  }
  return elements;
}

/** The text of a member's value as it was written. Of members with the same key, the last counts, as in `JSON.parse`. */
export function jsonMemberText(json: string, key: string): string | undefined {
  const found = jsonMembers(json).findLast((member) => member.key === key);
  return found && json.slice(found.start, found.end);
}

/** A key that one object of a text of valid JSON has twice: what it means then differs from reader to reader. */
export function findDuplicateKey(json: string): string | undefined {
  const keysOf: Set<string>[] = [];
  for (let at = 0; at < json.length; ) {
    const character = json[at];
    if (character === '{' || character === '[') keysOf.push(new Set());
    if (character === '}' || character === ']') keysOf.pop();
    if (character !== '"') {
      at += 1;
      continue;
    }
    const end = endOfString(json, at);
    if (json[skipSpace(json, end)] === ':') {
      const key: string = JSON.parse(json.slice(at, end));
      if (keysOf.at(-1)?.has(key)) return key;
      keysOf.at(-1)?.add(key);
    }
    at = end;
  }
  return undefined;
}

function skipSpace(json: string, from: number): number {
  let at = from;
  while (at < json.length && ' \t\r\n'.includes(json[at]!)) at += 1;
  return at;
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfValue(json: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const character = json[at]!;
    if (character === '"') at = endOfString(json, at);
    else if ('{[}]'.includes(character)) {
      depth += '{['.includes(character) ? 1 : -1;
      at += 1;
    } else if (depth > 0) at += 1;
    else while (at < json.length && !',}] \t\r\n'.includes(json[at]!)) at += 1;
  } while (depth > 0 && at < json.length);
  return at;
}
