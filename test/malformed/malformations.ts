import fc from 'fast-check';
import { withValueAt } from '../../src/model/fault/minimal-value.ts';

type Path = readonly (string | number)[];

/** A document that was valid until one thing in it was changed. */
export interface Malformation {
  /** What was changed, and how. */
  path: Path;
  how: string;
  document: unknown;
}

interface DocumentKind {
  /** May what holds the field at that path not be without it? */
  isRequired: (path: Path) => boolean;
  /** References and ids, each with what it may not be. */
  broken: readonly { path: Path; value: unknown }[];
}

const HUGE = 'x'.repeat(100_000);
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

/** Every value of a document with its path. */
function valuesIn(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => valuesIn(one, [...path, Array.isArray(value) ? Number(key) : key]))
      : [];
  return [{ path, value }, ...inner];
}

/** Values of another kind. An object is not tried for a text, which may have one for each language, nor the reverse. */
const otherKinds = (value: unknown): unknown[] =>
  [null, true, 7, 'words', [], [[]], { en: 7 }].filter((one) => {
    if (typeof value === 'string') return typeof one !== 'string';
    if (typeof value === 'number' || typeof value === 'boolean') return typeof one !== typeof value;
    return typeof one !== 'object' ? typeof one !== 'string' : Array.isArray(one) !== Array.isArray(value) || one === null;
  });

/** One object more than the format has levels. */
const nested = (value: unknown): unknown => Array.from({ length: 60 }).reduce((inner) => ({ inner }), value);

/** A field of that name, also where an object has a setter for it. */
function withField(object: object, key: string, value: unknown): object {
  const copy = { ...object };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

const TIMES: ReadonlySet<unknown> = new Set(['at', 'createdAt', 'changedAt', 'recordedAt']);

/** Numbers that cannot stand there. A time is any whole number, and a control may be anywhere on its page. */
function numbersOutside(path: Path): number[] {
  if (path.at(-3) === 'traits') return [];
  return TIMES.has(path.at(-1)) ? [0.5, 1e300] : [-1e9, 1e300];
}

function waysToBreak(
  { path, value }: { path: Path; value: unknown },
  { isRequired }: DocumentKind,
): [how: string, value: unknown][] {
  return [
    ...otherKinds(value).map((other): [string, unknown] => ['retyped', other]),
    ['nested', nested(value)],
    ...(isRequired(path) ? [['dropped', undefined] as [string, unknown]] : []),
    ...(typeof value === 'string' ? [['lengthened', HUGE] as [string, unknown]] : []),
    ...(typeof value === 'number' ? numbersOutside(path).map((one): [string, unknown] => ['out of range', one]) : []),
    ...(Array.isArray(value) ? [['lengthened', Array.from({ length: 9000 }, () => value[0])] as [string, unknown]] : []),
    ...(typeof value === 'object' && value !== null && !Array.isArray(value)
      ? ['bdoy', HUGE.slice(0, 5000), ...PROTOTYPE_NAMES].map((name): [string, unknown] => [
          `has ${name.slice(0, 20)}`,
          withField(value, name, 7),
        ])
      : []),
  ];
}

/** Every way to break a valid document that is known here; each has to be refused. */
export function allMalformations(valid: unknown, kind: DocumentKind): Malformation[] {
  const ways = valuesIn(valid)
    .filter(({ path }) => path.length > 0)
    .flatMap((one) => waysToBreak(one, kind).map(([how, value]) => ({ path: one.path, how, value })));
  const broken = kind.broken.map(({ path, value }) => ({ path, how: `refers to ${String(value)}`, value }));
  return [...ways, ...broken].map(({ path, how, value }) => ({ path, how, document: withValueAt(valid, path, value) }));
}

/** Some of them. What is smaller is no simpler here, and would be tried on what a failure has stored. */
export const malformations = (valid: unknown, kind: DocumentKind): fc.Arbitrary<Malformation> =>
  fc.noShrink(fc.constantFrom(...allMalformations(valid, kind)));

const keysOf = (path: string): string[] => path.match(/[^.[\]]+/g) ?? [];

/** Does a path of a fault lead to what was changed, to what holds it, or to what it holds? */
export function isAbout(path: string, changed: Path): boolean {
  const [keys, other] = [keysOf(path), changed.map(String)];
  return keys.slice(0, other.length).every((key, at) => key === other[at]);
}
