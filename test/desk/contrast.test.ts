import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('../../src/desk/kit/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...sheet.matchAll(/--cairn-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, ...pair]) => [name!, pair]),
);

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 0 | 1): number {
  const [dim, bright] = [one, other]
    .map((name) => luminance(pairs.get(name)?.[theme] ?? expect.unreachable(name)))
    .sort((a, b) => a - b);
  return (bright! + 0.05) / (dim! + 0.05);
}

const texts: [string, string[]][] = [
  ['ink', ['ground', 'surface', 'raised', 'accent-soft']],
  ['muted', ['ground', 'surface', 'raised', 'accent-soft']],
  ['accent', ['ground', 'surface', 'raised', 'accent-soft']],
  ['accent-strong', ['ground', 'surface', 'raised', 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['warning', ['ground', 'surface', 'warning-soft']],
];
const boundaries: [string, string[]][] = [
  ['edge', ['ground', 'surface']],
  ['focus', ['ground', 'surface', 'raised', 'accent-soft', 'warning-soft']],
];
const cases = (
  [
    ['text', 4.5, texts],
    ['boundary', 3, boundaries],
  ] as const
).flatMap(([kind, least, list]) =>
  list.flatMap(([name, behind]) =>
    behind.flatMap((under) =>
      ([0, 1] as const).map((theme) => ({ kind, least, name, under, theme, scheme: theme ? 'dark' : 'light' })),
    ),
  ),
);

test.each(cases)('$kind in $name on $under has $least to 1 in $scheme', ({ least, name, under, theme }) => {
  expect(contrast(name, under, theme)).toBeGreaterThanOrEqual(least);
});

test('black on white is 21 to 1, so the measure itself is right', () => {
  expect((luminance('#ffffff') + 0.05) / (luminance('#000000') + 0.05)).toBeCloseTo(21, 5);
});
