import { parsePattern } from '../pattern/parse-pattern.ts';
import { charClass, literalChar, type PatternNode } from '../pattern/pattern-node.ts';

/** Parts of one place that vary: each may have to be followed at every character of an address. */
const MAX_VARIABLE_PARTS = 8;
export const TOO_VARIABLE = 'variable';

/**
 * Parses a component of a `URLPattern`, in the form in which `URLPattern` gives it back. What cannot be judged in linear time throws a
 * TypeError whose message is a refusal of a pattern, or `TOO_VARIABLE`.
 *
 * @param separator "/" in a path; empty where nothing separates parts
 */
export function parseComponent(component: string, separator: string): PatternNode {
  const reader: ComponentReader = { text: component, at: 0, separator, variableParts: 0 };
  const parts: PatternNode[] = [];
  while (reader.at < component.length) parts.push(readPart(reader));
  return { is: 'sequence', parts };
}

interface ComponentReader {
  text: string;
  at: number;
  separator: string;
  variableParts: number;
}

function readPart(reader: ComponentReader): PatternNode {
  const { text, separator } = reader;
  if (text[reader.at] === '{') return readBraces(reader);
  // A separator before a varying part belongs to it: in "/orders/:id?" both are optional.
  const hasPrefix = separator !== '' && text[reader.at] === separator && /^[:*(]/.test(text.slice(reader.at + 1));
  if (hasPrefix) reader.at += 1;
  const varying = readVarying(reader);
  if (!varying) return readLiteral(reader);
  return readModifier(reader, hasPrefix ? { is: 'sequence', parts: [literalChar(separator), varying] } : varying);
}

function readBraces(reader: ComponentReader): PatternNode {
  reader.at += 1;
  const parts: PatternNode[] = [];
  while (reader.at < reader.text.length && reader.text[reader.at] !== '}') parts.push(readVarying(reader) ?? readLiteral(reader));
  reader.at += 1;
  return readModifier(reader, { is: 'sequence', parts });
}

function readLiteral(reader: ComponentReader): PatternNode {
  if (reader.text[reader.at] === '\\') reader.at += 1;
  const char = String.fromCodePoint(reader.text.codePointAt(reader.at)!);
  reader.at += char.length;
  return literalChar(char);
}

/** `*`, `:name`, `:name(…)` or `(…)`. */
function readVarying(reader: ComponentReader): PatternNode | undefined {
  const rest = reader.text.slice(reader.at);
  const name = /^:[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/u.exec(rest)?.[0] ?? '';
  const group = readGroupSource(rest.slice(name.length));
  if (!name && group === undefined && rest[0] !== '*') return undefined;
  reader.variableParts += 1;
  if (reader.variableParts > MAX_VARIABLE_PARTS) throw new TypeError(TOO_VARIABLE);
  reader.at += name.length + (group === undefined ? (name ? 0 : 1) : group.length + 2);
  if (group !== undefined) return groupNode(group);
  const { separator } = reader;
  return name
    ? { is: 'repeat', part: charClass(`[^${separator}]`), min: 1, max: Number.POSITIVE_INFINITY }
    : { is: 'repeat', part: charClass('.'), min: 0, max: Number.POSITIVE_INFINITY };
}

/** What stands between a bracket that opens the text and the one that closes it. */
function readGroupSource(text: string): string | undefined {
  if (text[0] !== '(') return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return text.slice(1, at);
  }
  return undefined;
}

function groupNode(source: string): PatternNode {
  const parsed = parsePattern(source);
  if (!parsed.ok) throw new TypeError(parsed.why);
  return parsed.node;
}

function readModifier(reader: ComponentReader, part: PatternNode): PatternNode {
  const mark = reader.text[reader.at];
  if (mark !== '?' && mark !== '*' && mark !== '+') return part;
  reader.at += 1;
  return { is: 'repeat', part, min: mark === '+' ? 1 : 0, max: mark === '?' ? 1 : Number.POSITIVE_INFINITY };
}
