import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Content } from './markdown-nodes.ts';

/** The maximum of the pack's schema. */
export const MAX_CHARS = 8000;
/** Markers of quotes and lists at the start of one line. Parsing time grows quadratically: 8,000 take 0.7 s, 20 no measurable time. */
const MAX_NESTING = 20;
/** Stars or underscores in a row, for the same reason: 4,000 take between 0.5 and 3 s. */
const LONG_EMPHASIS_RUN = /[*_]{40}/;
/** Runs of stars or underscores in all, for the same reason: 4,000 take between 0.5 and 5 s, 300 some milliseconds. */
const MAX_EMPHASIS_RUNS = 300;

/** The nodes of CommonMark; undefined for a source that would take long to parse: too long, too deeply nested, too much emphasis. */
export function parseMarkdown(source: string): Content[] | undefined {
  const text = source.replace(CONTROL_CHARACTERS, '');
  if (text.length > MAX_CHARS || hasTooMuchEmphasis(text) || isTooDeep(text)) return undefined;
  return fromMarkdown(text).children;
}

/** Control characters except tab and line feed, and the overrides of the reading direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/g;

const hasTooMuchEmphasis = (text: string): boolean =>
  LONG_EMPHASIS_RUN.test(text) || (text.match(/[*_]+/g)?.length ?? 0) > MAX_EMPHASIS_RUNS;

const BLOCK_MARKER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

function isTooDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    BLOCK_MARKER.lastIndex = 0;
    let depth = 0;
    while (BLOCK_MARKER.test(line)) if (++depth > MAX_NESTING) return true;
    return /^\s*/.exec(line)![0].length > MAX_NESTING * 8;
  });
}
