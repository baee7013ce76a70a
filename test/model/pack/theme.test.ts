import { expect, test } from 'vitest';
import { contrastRatio } from '../../../src/model/pack/contrast-ratio.ts';
import { theme } from '../../../src/model/pack/theme.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
])('the contrast of %s and %s is %f to 1', (one, other, ratio) => {
  expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  expect(contrastRatio(other, one)).toBeCloseTo(ratio, 2);
});

test.each<[string, unknown, string | undefined]>([
  ['the house colours', { accent: { light: '#1d6354', dark: '#83cdb8' } }, undefined],
  ['a brand blue with its lighter twin', { accent: { light: '#0a4fa3', dark: '#8ab8f5' }, radius: 4 }, undefined],
  ['a light accent on the light ground', { accent: { light: '#9ad0c2', dark: '#83cdb8' } }, 'accent.light'],
  ['a dark accent on the dark ground', { accent: { light: '#1d6354', dark: '#1d6354' } }, 'accent.dark'],
  ['a name for a colour', { accent: { light: 'green', dark: '#83cdb8' } }, 'accent.light'],
  ['one scheme only', { accent: { light: '#1d6354' } }, 'accent.dark'],
  ['rounder than round', { accent: { light: '#1d6354', dark: '#83cdb8' }, radius: 99 }, 'radius'],
  ['anything else', { accent: { light: '#1d6354', dark: '#83cdb8' }, css: 'body{}' }, ''],
])('a theme with %s is accepted or rejected at the right field', (_name, given, refusedAt) => {
  const judged = theme.safeParse(given);
  expect(judged.success ? undefined : judged.error.issues[0]!.path.join('.')).toBe(refusedAt);
});
