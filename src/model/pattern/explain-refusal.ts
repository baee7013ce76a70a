import type { PatternRefusal } from './pattern-node.ts';

interface Explanation {
  reason: string;
  /** What to write instead. */
  remedy: string;
}

/** Why a pattern is not taken. Apart from the parser, which runs in pages and has no use for the words. */
export const explainRefusal = (refusal: PatternRefusal): Explanation => EXPLANATIONS[refusal];

const EXPLANATIONS: Record<PatternRefusal, Explanation> = {
  syntax: { reason: 'must be a regular expression', remedy: 'Write one such as "[0-9]{10}".' },
  count: {
    reason: 'must not count beyond 1000',
    remedy: 'Write a smaller count, or "+" or "*" for any number.',
  },
  backreference: {
    reason: 'must not refer back to a group, as "\\1" and "\\k<name>" do',
    remedy: 'Write out what may stand there, as in "[0-9]+".',
  },
  boundary: {
    reason: 'must not ask for the edge of a word, as "\\b" and "\\B" do',
    remedy:
      'Leave it out: the pattern is matched with the whole value. Write the characters around the word, as in ".* word .*".',
  },
  lookaround: {
    reason: 'must not look ahead or back, as "(?=", "(?!", "(?<=" and "(?<!" do',
    remedy: 'Write what the whole value looks like, with "|" between the ways it may look.',
  },
  flags: { reason: 'must not change flags, as "(?i:" does', remedy: 'Write both cases, as in "[Aa]".' },
  size: {
    reason: 'must come to at most 1000 states when its counts are written out',
    remedy: 'Write smaller counts, above all not one count inside another; or "+" or "*" for any number.',
  },
};

/** Is it the name of a refusal? */
export const isRefusal = (name: string): name is PatternRefusal => Object.hasOwn(EXPLANATIONS, name);
