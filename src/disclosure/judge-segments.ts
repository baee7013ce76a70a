import { isAddressWord } from './is-address-word.ts';
import { isDataByPosition, type Predecessor } from './record-positions.ts';

/** More words than this in one segment are a title. */
const MAX_WORDS = 3;
const MAX_LENGTH = 40;

const PAGE_EXTENSION = /\.(html?|xhtml|jspx?|jsf|faces|aspx?|ashx|php|do|action|cgi)$/i;
/** Letters of one word, or words joined by a hyphen or underscore: no digits, no other signs, no other scripts, no encoding. */
const WORDS = /^[A-Za-z]+(?:[-_][A-Za-z]+)*$/;
const WORD_BOUNDARY = /[-_]|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
/** What a route template has in place of data. */
const PARAMETER = /^[:*~]/;
const KEYED_SEGMENT = /^([A-Za-z][A-Za-z_]*)\(:id\)$/;

export interface SegmentKnowledge {
  /** Is this a word of applications, and no name of a person? */
  hasWord(word: string): boolean;
  /** Does a pack of the app write this segment after that one, in a place that it declares? */
  isDeclared(segment: string, previous: string): boolean;
  /** Has the device learnt that this first segment is the name of a collection? */
  isLearnt(segment: string): boolean;
}

export interface JudgedSegment {
  text: string;
  /** `known`: it is the app's. `unknown`: nothing says so. `parameter`: it stands for data already. */
  verdict: 'known' | 'unknown' | 'parameter';
}

/** The segments of one path of a route template, each with what is known of it. */
export function judgeSegments(path: string, knowledge: SegmentKnowledge): JudgedSegment[] {
  const judged: JudgedSegment[] = [];
  let previous: PreviousSegment | undefined;
  for (const text of path.split('/')) {
    const verdict = judge(text, previous, knowledge);
    judged.push({ text, verdict });
    if (text !== '') previous = { text, words: wordsOf(text), isDisclosed: verdict === 'known' };
  }
  return judged;
}

interface PreviousSegment extends Predecessor {
  text: string;
}

function judge(text: string, previous: PreviousSegment | undefined, knowledge: SegmentKnowledge): JudgedSegment['verdict'] {
  if (text === '') return 'known';
  if (PARAMETER.test(text)) return 'parameter';
  if (knowledge.isDeclared(text, previous?.isDisclosed === false ? ':' : (previous?.text ?? ''))) return 'known';
  if (!previous && knowledge.isLearnt(text)) return 'known';
  const bare = KEYED_SEGMENT.exec(text)?.[1] ?? text;
  const words = wordsOf(bare);
  const hasWords = bare.length <= MAX_LENGTH && words.length > 0 && words.length <= MAX_WORDS;
  return hasWords && words.every((word) => isAddressWord(word, knowledge.hasWord)) && !isDataByPosition(bare, words, previous)
    ? 'known'
    : 'unknown';
}

/** The words of a segment that is written in plain letters; none of any other. */
function wordsOf(segment: string): string[] {
  const stem = segment.replace(PAGE_EXTENSION, '');
  return WORDS.test(stem) ? stem.split(WORD_BOUNDARY) : [];
}
