/**
 * A pattern as a tree, of what a finite automaton can judge: no references back and no looking ahead, so that the time to judge a text
 * grows with its length and with nothing else.
 */
export type PatternNode =
  | { is: 'char'; test: CharTest }
  | { is: 'sequence'; parts: PatternNode[] }
  | { is: 'any-of'; options: PatternNode[] }
  | { is: 'repeat'; part: PatternNode; min: number; max: number }
  | { is: 'start' }
  | { is: 'end' };

/** Why a pattern cannot be judged by a finite automaton, or is too large. */
export type PatternRefusal = 'syntax' | 'count' | 'backreference' | 'boundary' | 'lookaround' | 'flags' | 'size';

/** Does one character match? `source` names the test: equal sources are the same test. */
export interface CharTest {
  source: string;
  matches: (char: string) => boolean;
}

export const literalChar = (char: string): PatternNode => ({
  is: 'char',
  test: { source: char, matches: (one) => one === char },
});

/** A class or an escape, judged by the engine's own regular expressions: on one character there is nothing to try twice. */
export function charClass(source: string): PatternNode {
  const whole = new RegExp(`^(?:${source})$`, 'u');
  return { is: 'char', test: { source: `class ${source}`, matches: (one) => whole.test(one) } };
}
