import { charClass, literalChar, type PatternNode, type PatternRefusal } from './pattern-node.ts';

type ParsedPattern = { ok: true; node: PatternNode } | { ok: false; why: PatternRefusal };

/** Ends the parsing. It is thrown and caught in this file. */
class Unsupported extends Error {
  readonly why: PatternRefusal;
  constructor(why: PatternRefusal) {
    super(why);
    this.why = why;
  }
}

/** Largest count in `{…}`. */
const MAX_COUNT = 1000;

/**
 * Parses a regular expression that matches a text as a whole. It reads the subset of JavaScript's syntax (with the flag `u`) that can be
 * judged in linear time, with the same meaning: characters, escapes, classes, groups, alternatives, repetitions, `^` and `$`.
 */
export function parsePattern(source: string): ParsedPattern {
  try {
    new RegExp(source, 'u');
    const reader: PatternReader = { chars: [...source], at: 0 };
    return { ok: true, node: readAlternatives(reader) };
  } catch (thrown) {
    return { ok: false, why: thrown instanceof Unsupported ? thrown.why : 'syntax' };
  }
}

interface PatternReader {
  chars: readonly string[];
  at: number;
}

const restOf = ({ chars, at }: PatternReader): string => chars.slice(at).join('');

/** Reads what `expected` matches here. */
function take(reader: PatternReader, expected: RegExp): RegExpExecArray | undefined {
  const found = expected.exec(restOf(reader));
  if (found) reader.at += [...found[0]].length;
  return found ?? undefined;
}

function readAlternatives(reader: PatternReader): PatternNode {
  const options = [readSequence(reader)];
  while (take(reader, /^\|/)) options.push(readSequence(reader));
  return options.length === 1 ? options[0]! : { is: 'any-of', options };
}

function readSequence(reader: PatternReader): PatternNode {
  const parts: PatternNode[] = [];
  while (reader.at < reader.chars.length && !/^[|)]/.test(reader.chars[reader.at]!))
    parts.push(readCount(reader, readAtom(reader)));
  return { is: 'sequence', parts };
}

/** The repetition after an atom. A lazy one ends up with the same whole text as a greedy one. */
function readCount(reader: PatternReader, part: PatternNode): PatternNode {
  const found = take(reader, /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/);
  if (!found) return part;
  const [, mark, from, comma, to] = found;
  const min = mark ? (mark === '+' ? 1 : 0) : Number(from);
  const max = mark ? (mark === '?' ? 1 : Number.POSITIVE_INFINITY) : comma ? (to ? Number(to) : Number.POSITIVE_INFINITY) : min;
  if (min > MAX_COUNT || (max > MAX_COUNT && max !== Number.POSITIVE_INFINITY)) throw new Unsupported('count');
  return { is: 'repeat', part, min, max };
}

function readAtom(reader: PatternReader): PatternNode {
  const char = reader.chars[reader.at]!;
  if (char === '\\') return readEscape(reader);
  if (char === '[') return charClass(take(reader, /^\[(?:[^\]\\]|\\.)*\]/su)![0]);
  if (char === '(') return readGroup(reader);
  reader.at += 1;
  if (char === '.') return charClass('.');
  if (char === '^') return { is: 'start' };
  return char === '$' ? { is: 'end' } : literalChar(char);
}

const ESCAPE = /^\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u\{[^}]*\}|u.{4}|x..|[pP]\{[^}]*\}|c.|.)/su;

function readEscape(reader: PatternReader): PatternNode {
  const written = take(reader, ESCAPE)![0];
  const kind = written[1]!;
  if (/[1-9k]/.test(kind)) throw new Unsupported('backreference');
  if (/[bB]/.test(kind)) throw new Unsupported('boundary');
  return charClass(written);
}

function readGroup(reader: PatternReader): PatternNode {
  const opening = take(reader, /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[^:)]*:?))?/u)![0];
  if (/^\(\?<?[=!]/.test(opening)) throw new Unsupported('lookaround');
  if (/^\(\?[^:<]/.test(opening)) throw new Unsupported('flags');
  const inner = readAlternatives(reader);
  take(reader, /^\)/);
  return inner;
}
