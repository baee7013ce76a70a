import { SCRIPTS } from './scripts.ts';
import { type Random, seeded } from './seeded.ts';

export interface Sample {
  /** What the page shows. */
  label: string;
  /** What in it is personal, as a whole. */
  personal: string;
  /** None of these may leave the device. */
  canaries: readonly string[];
  script: string;
}

const CASES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => [...text].map((letter, at) => (at % 2 ? letter.toLowerCase() : letter.toUpperCase())).join(''),
];
/** What a person may choose, in words that applications use: who knows that they were chosen knows something about the person. */
const CHOICES = [
  'Sick leave',
  'Delete account',
  'Payment overdue',
  'Urgent order',
  'Full time',
  'Reject request',
  'Contract end',
  'No',
];

/** Labels with personal data in them, always the same for the same seed. */
export function createSamples(count: number, seed: number): Sample[] {
  const random = seeded(seed);
  const scripts = Object.keys(SCRIPTS);
  return Array.from({ length: count }, (_, at) => sampleOf(scripts[at % scripts.length]!, random));
}

/** The same, where the whole text is what was typed or chosen; the half of them are words of applications. */
export function createValues(count: number, seed: number): Sample[] {
  const random = seeded(seed);
  const choices = CHOICES.filter((choice) => choice.length > 2);
  return createSamples(count, seed).map((sample) => {
    const text = random.below(2) ? random.pick(choices) : sample.personal;
    return { ...sample, label: text, personal: text, canaries: text === sample.personal ? sample.canaries : [text] };
  });
}

function sampleOf(name: string, random: Random): Sample {
  const { frames, hasCase } = SCRIPTS[name]!;
  const { text, parts } = random.below(4) ? personNamed(name, random) : numbered(name, random);
  const inCase = hasCase ? random.pick(CASES) : CASES[0]!;
  const personal = inCase(text);
  return { script: name, personal, canaries: parts.map(inCase), label: random.pick(frames).replace('%', personal) };
}

interface Personal {
  text: string;
  parts: string[];
}

function personNamed(name: string, { pick }: Random): Personal {
  const { given, family, isJoined } = SCRIPTS[name]!;
  const [first, last] = [pick(given), pick(family)];
  const forms: Personal[] = isJoined
    ? [
        { text: last + first, parts: [first] },
        { text: first, parts: [first] },
      ]
    : [
        { text: `${first} ${last}`, parts: [first, last] },
        { text: `${last}, ${first}`, parts: [first, last] },
        { text: `${first} ${pick(given)}-${last}`, parts: [first, last] },
        { text: first, parts: [first] },
        { text: last, parts: [last] },
        { text: `${first[0]}. ${last}`, parts: [last] },
        { text: `${first}.${last}@example.com`, parts: [first, last] },
        { text: `@${first}${last}`, parts: [first + last] },
      ];
  return pick(forms);
}

/** Keys, amounts, dates and numbers of telephones, in the digits of the script. */
function numbered(name: string, { below, pick }: Random): Personal {
  const zero = SCRIPTS[name]!.zero.codePointAt(0)!;
  const digits = (length: number) =>
    Array.from({ length }, (_, at) => String.fromCodePoint(zero + (at ? below(10) : 1 + below(9)))).join('');
  const number = digits(5 + below(3));
  const [day, year] = [digits(2), digits(4)];
  return pick([
    { text: number, parts: [number] },
    { text: `EMP-${number}`, parts: [number] },
    { text: `€ ${number}`, parts: [number] },
    { text: `${day}.${digits(2)}.${year}`, parts: [year] },
    { text: `+${day} ${number}`, parts: [number] },
  ]);
}
