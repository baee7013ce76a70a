import type { Random } from './random.ts';

const FRAGMENTS = [
  ...[
    '',
    ' ',
    '\0',
    '\n',
    '\r\n',
    '\t',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udc00',
    '😀',
    'ß',
    'İ',
    'ﷺ',
    'e\u0301',
    '\u2028',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'null', 'undefined', 'NaN', '-0', '1e999'],
  ...[
    'https://a.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//a',
    'https://a:b@c',
    'http://[::1]',
    'urn:x',
    '/a/:id',
    '/*',
    '/:a+',
  ],
  ...['(a|a)*b', '(a+)+$', '[', '(', '\\', '{1000}', '[^]', '(?=a)', '\\p{L}', 'a{1,1000}{1,1000}', '.*'.repeat(20)],
  ...['**', '_', '`', '> ', '- ', '1. ', '[a](b)', '![a](b)', '[a]: b', '<b>', '&#x202e;', '&amp;', '***', '```', '    ', '#'],
  ...['..', '%00', '%2f', '?', '#', '&', ';', ',', '.', '/', ':', '@', '"', "'", '<', '>', '$V1$', '{', '}', 'a.b.c'],
] as const;

/** A text made of what parsers stumble over; now and then a long one. */
export function hostileText(random: Random): string {
  const unit = Array.from({ length: 1 + random.int(4) }, () => random.pick(FRAGMENTS)).join('');
  if (random.oneIn(40)) return unit.repeat(1 + random.int(2000)).slice(0, 20_000);
  if (random.oneIn(10)) return unit.repeat(1 + random.int(40));
  return unit;
}

/** A number that parsers stumble over. Not a number and minus zero are values that a message between scripts can hold. */
export const hostileNumber = (random: Random): number =>
  random.pick([
    0,
    -0,
    1,
    -1,
    0.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    1e308,
    5e-324,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    86_400_000,
    999,
  ]);

/** Any value that JSON can hold; now and then one that is deep or wide. */
export function hostileValue(random: Random, depth = 0): unknown {
  switch (random.int(depth > 3 ? 5 : 8)) {
    case 0:
      return null;
    case 1:
      return random.oneIn(2);
    case 2:
      return hostileNumber(random);
    case 3:
    case 4:
      return hostileText(random);
    case 5:
      return random.oneIn(30) ? nested(random, 1 + random.int(3000)) : hostileObject(random, depth);
    case 6:
      return Array.from({ length: random.int(random.oneIn(50) ? 1000 : 5) }, () => hostileValue(random, depth + 1));
    default:
      return random.pick([[], {}, [[]], '', 0]);
  }
}

function hostileObject(random: Random, depth: number): object {
  const entries = Array.from({ length: random.int(5) }, () => [hostileText(random), hostileValue(random, depth + 1)] as const);
  // As JSON.parse makes it: `__proto__` is a property of its own.
  return Object.fromEntries(entries);
}

function nested(random: Random, depth: number): unknown {
  const isList = random.oneIn(2);
  const key = random.pick(['a', '__proto__', 'steps', 'guides']);
  let value: unknown = hostileText(random);
  for (let level = 0; level < depth; level++) value = isList ? [value] : Object.fromEntries([[key, value]]);
  return value;
}
