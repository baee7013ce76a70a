import { SCRIPTS } from './scripts.ts';
import { type Random, seeded } from './seeded.ts';

export interface PathSample {
  path: string;
  /** The segment that is personal, as it is written in the address. */
  personal: string;
  canaries: readonly string[];
  kind: string;
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const HEX = '0123456789abcdef';
const BASE64 = `${LETTERS}${LETTERS.toUpperCase()}0123456789-_`;
/** Around the open segment `%`: at the end, in the middle, first, in a hash, with a query. */
const PATHS = [
  '/%',
  '/reset/%',
  '/join/%/settings',
  '/mailbox/%/inbox',
  '/hr/leave/%',
  '/u/%',
  '/unsubscribe/%',
  '/invoice/%',
  '/orders/%/edit',
  '/#/chat/%',
  '/app#/people/%/mails',
  '/share/%?page=2',
  '/wiki/%',
  '/search/%',
  '/settings/%',
  '/files/reports/%',
];

/** Addresses with something personal in one segment, always the same for the same seed. */
export function createPaths(count: number, seed: number): PathSample[] {
  const random = seeded(seed);
  const kinds = Object.entries(segmentsOf(random));
  return Array.from({ length: count }, (_, at) => {
    const [kind, make] = kinds[at % kinds.length]!;
    const { text, parts } = make();
    return { kind, personal: text, canaries: parts, path: random.pick(PATHS).replace('%', text) };
  });
}

interface Segment {
  text: string;
  parts: string[];
}

function segmentsOf(random: Random): Record<string, () => Segment> {
  const { pick, below } = random;
  const token = (alphabet: string, length: number) => Array.from({ length }, () => pick([...alphabet])).join('');
  const whole = (text: string): Segment => ({ text, parts: [text] });
  const latin = () =>
    [pick(SCRIPTS['latin']!.given), pick(SCRIPTS['latin']!.family)].map((name) => name.normalize('NFKD').replace(/[^a-z]/gi, ''));
  const named = (join: (names: readonly string[]) => string) => (): Segment => {
    const names = latin();
    return { text: join(names), parts: names };
  };
  return {
    letters: () => whole(token(LETTERS, 10 + below(12))),
    consonants: () => whole(token(CONSONANTS, 8 + below(8))),
    code: () => whole([3, 4, 3].map((length) => token(LETTERS, length)).join('-')),
    hash: () => whole(token(HEX, 32 + below(33))),
    guid: () => whole([8, 4, 4, 4, 12].map((length) => token(HEX, length)).join('-')),
    base64: () => whole(token(BASE64, 20 + below(20))),
    'signed token': () => whole([20, 30, 20].map((length) => token(BASE64, length)).join('.')),
    'name in kebab': named((names) => names.join('-').toLowerCase()),
    'name in snake': named((names) => names.join('_')),
    'name in camel case': named(([first, last]) => first!.toLowerCase() + last),
    'name in one': named((names) => names.join('').toLowerCase()),
    'first name': named(([first]) => first!),
    'name after a sign': named((names) => `${pick(['@', '~'])}${names.join('')}`),
    'mail address': named((names) => `${names.join('.').toLowerCase()}@example.com`),
    'mail address, encoded': named((names) => `${names.join('.')}%40example.com`),
    'name of a word': () => whole(pick(SCRIPTS['latin, names that are words']!.given).toLowerCase()),
    'name in another script': () => whole(pick(SCRIPTS[pick(['cyrillic', 'greek', 'arabic', 'thai', 'hebrew'])]!.given)),
    'name in another script, encoded': () => whole(encodeURIComponent(pick(SCRIPTS[pick(['cyrillic', 'han', 'hangul'])]!.given))),
    'title of a record': named(([, last]) => `project-${last}-update-for-today`.toLowerCase()),
    'key of a record': () => whole(`${token(LETTERS, 3).toUpperCase()}-${1000 + below(9000)}`),
  };
}
