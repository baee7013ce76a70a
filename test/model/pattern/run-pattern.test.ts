import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../src/model/pattern/compile-pattern.ts';
import { explainRefusal } from '../../../src/model/pattern/explain-refusal.ts';
import { MAX_JUDGED_CHARS, runPattern } from '../../../src/model/pattern/run-pattern.ts';

function run(source: string, text: string) {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.why}`);
  return { ...runPattern(compiled.program, text), size: compiled.program.instructions.length };
}

const atom = fc.constantFrom(
  ...['a', 'b', '-', 'é', '😀', '.', '\\d', '\\W', '\\s', '\\p{L}', '[ab]', '[^a]', '[0-9-]', '\\.', '\\u{1F600}'],
);
const more = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,2}', '{1,}', '*?', '{0}');
const { pattern: anyPattern } = fc.letrec<{ pattern: string; sequence: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 2 },
    fc.tuple(atom, more).map(([one, count]) => one + count),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('pattern'), more)
      .map(([open, inner, count]) => `${open}${inner})${count}`),
    fc.constantFrom('^', '$'),
  ),
  sequence: fc.array(tie('piece'), { maxLength: 4 }).map((all) => all.join('')),
  pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((all) => all.join('|')),
}));
/** The name of a group may be given once. */
const pattern = anyPattern.map((source) => {
  let nth = 0;
  return source.replaceAll('(?<n>', () => `(?<n${nth++}>`);
});
const text = fc
  .array(fc.constantFrom('a', 'b', '-', '.', ' ', '0', '7', 'é', '😀', '\n'), { maxLength: 5 })
  .map((all) => all.join(''));

// Short texts and shallow patterns: the language's own regular expressions take exponential time.
test('a pattern matches what the regular expression of the language matches as a whole', () => {
  fc.assert(
    fc.property(pattern, text, (source, value) => {
      const compiled = compilePattern(source);
      fc.pre(compiled.ok);
      expect(runPattern(compiled.program, value).matches).toBe(new RegExp(`^(?:${source})$`, 'u').test(value));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['[0-9]{10}', '0123456789', true],
  ['[0-9]{10}', '012345678', false],
  ['(DE|AT)\\d{2} ?\\d+', 'AT61 1904300234573201', true],
  ['^\\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)*$', 'Müller-Łukasz', true],
  ['[\\]\\\\]+', ']\\', true],
  ['\\uD83D\\uDE00', '😀', true],
  ['', '', true],
  ['', 'a', false],
])('the pattern %s matches %s: %s', (source, value, matches) => {
  expect(run(source, value).matches).toBe(matches);
});

describe('hostile patterns are judged within instructions × characters', () => {
  test.each([
    '(a|a)*b',
    '(a+)+b',
    '(a*)*b',
    '(a|aa)+$b',
    '(.*)*b',
    '(a?){100}a{100}b',
    '((a?)*)*b',
    '(\\w+\\s?)*b',
    '.*.*.*.*.*.*b',
    '(()|a)*b',
  ])('%s', (source) => {
    for (const length of [36, 1000, MAX_JUDGED_CHARS]) {
      const { steps, size, matches } = run(source, 'a'.repeat(length));
      expect(matches).toBe(false);
      expect(steps).toBeLessThanOrEqual(size * (length + 1));
      expect(run(source, `${'a'.repeat(100)}b`).matches).toBe(source !== '(a|aa)+$b');
    }
  });
  test('any pattern at all', () => {
    fc.assert(
      fc.property(pattern, fc.nat(60), (source, length) => {
        const compiled = compilePattern(source);
        fc.pre(compiled.ok);
        const { steps } = runPattern(compiled.program, 'ab'.repeat(length));
        expect(steps).toBeLessThanOrEqual(compiled.program.instructions.length * (2 * length + 1));
      }),
    );
  });
});

test('a text that is longer than what is judged matches nothing', () => {
  expect(run('a*', 'a'.repeat(MAX_JUDGED_CHARS)).matches).toBe(true);
  expect(run('a*', 'a'.repeat(MAX_JUDGED_CHARS + 1))).toMatchObject({ matches: false, steps: 0 });
});

test.each([
  ['(a)\\1', 'refer back', '"[0-9]+"'],
  ['(?<x>a)\\k<x>', 'refer back', 'Write out'],
  ['(?=a)a', 'look ahead', '"|"'],
  ['(?!a)b', 'look ahead', '"|"'],
  ['(?<=a)b', 'look ahead or back', '"|"'],
  ['(?<!a)b', 'look ahead or back', '"|"'],
  ['\\bword\\b', 'edge of a word', 'Leave it out'],
  ['a{2000}', 'beyond 1000', 'smaller count'],
  ['((a{50}){50}){50}', 'at most 1000 states', 'smaller counts'],
  ['(((){1000}){1000}){1000}', 'at most 1000 states', 'smaller counts'],
  ['(', 'regular expression', '"[0-9]{10}"'],
  ['a**', 'regular expression', '"[0-9]{10}"'],
])('the pattern %s is refused, with what to write instead', (source, reason, remedy) => {
  const compiled = compilePattern(source);
  expect(compiled.ok ? undefined : explainRefusal(compiled.why)).toEqual({
    reason: expect.stringContaining(reason),
    remedy: expect.stringContaining(remedy),
  });
});
