import { charClass, literalChar, type PatternNode } from './pattern-node.ts';

type ParsedPattern = { ok: true; node: PatternNode } | { ok: false; why: PatternRefusal };

/** Why a pattern is not taken, and what to write in its place. */
export interface PatternRefusal {
  reason: string;
  remedy: string;
}

/** Ends the parsing. It is thrown and caught in this file. */
class Unsupported extends Error {
  readonly why: PatternRefusal;
  constructor(reason: string, remedy: string) {
    super(reason);
    this.why = { reason, remedy };
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
    if (thrown instanceof Unsupported) return { ok: false, why: thrown.why };
    return { ok: false, why: { reason: 'must be a regular expression', remedy: 'Write one such as "[0-9]{10}".' } };
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
  if (min > MAX_COUNT || (max > MAX_COUNT && max !== Number.POSITIVE_INFINITY))
    throw new Unsupported(
      `must not count beyond ${MAX_COUNT}: "${found[0]}"`,
      `Write a smaller count, or "+" or "*" for any number.`,
    );
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
  if (/[1-9k]/.test(kind))
    throw new Unsupported(`must not refer back to a group: "${written}"`, 'Write out what may stand there, as in "[0-9]+".');
  if (/[bB]/.test(kind))
    throw new Unsupported(
      `must not ask for the edge of a word: "${written}"`,
      'Leave it out: the pattern is matched with the whole value. Write the characters around the word, as in ".* word .*".',
    );
  return charClass(written);
}

function readGroup(reader: PatternReader): PatternNode {
  const opening = take(reader, /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[^:)]*:?))?/u)![0];
  if (/^\(\?<?[=!]/.test(opening))
    throw new Unsupported(
      `must not look ahead or back: "${opening}"`,
      'Write what the whole value looks like, with "|" between the ways it may look.',
    );
  if (/^\(\?[^:<]/.test(opening)) throw new Unsupported(`must not change flags: "${opening}"`, 'Write both cases, as in "[Aa]".');
  const inner = readAlternatives(reader);
  take(reader, /^\)/);
  return inner;
}
