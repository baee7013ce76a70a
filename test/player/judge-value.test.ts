import { expect, test } from 'vitest';
import type { ValueTest } from '../../src/model/value-test.ts';
import { judgeValue, numberIn } from '../../src/player/judge-value.ts';

const words = (...said: string[]) => ({ words: said, decimal: '.' });
const ticked = (checked: boolean) => ({ words: [], checked, decimal: '.' });

test.each<[ValueTest, Parameters<typeof judgeValue>[1], boolean]>([
  [{ is: 'filled' }, words('a'), true],
  [{ is: 'filled' }, words('  '), false],
  [{ is: 'filled' }, ticked(false), false],
  [{ is: 'empty' }, words(''), true],
  [{ is: 'empty' }, words('0'), false],
  [{ is: 'empty' }, ticked(true), false],
  [{ is: 'checked' }, ticked(true), true],
  [{ is: 'checked' }, words('on'), false],
  [{ is: 'unchecked' }, ticked(false), true],
  [{ is: 'unchecked' }, words(''), false],
  [{ is: 'one-of', values: ['net 60', 'Net 30'] }, words('n30', 'NET 30 '), true],
  [{ is: 'one-of', values: ['Net 30'] }, words('Net 300'), false],
  [{ is: 'like', pattern: '[0-9]{4}' }, words('4711'), true],
  [{ is: 'like', pattern: '[0-9]{4}' }, words('47110'), false],
  [{ is: 'like', pattern: 'a|b' }, words('ab'), false],
  [{ is: 'like', pattern: '.*' }, words(''), false],
  [{ is: 'number', min: 1, max: 50_000 }, words('50,000.00 €'), true],
  [{ is: 'number', min: 1 }, words('0'), false],
  [{ is: 'number', max: 10 }, words('ten'), false],
  [{ is: 'number' }, words(''), false],
])('%j of %j: %s', (wanted, held, verdict) => {
  expect(judgeValue(wanted, held)).toBe(verdict);
});

test.each<[string, string, number | undefined]>([
  ['1,234.50', '.', 1234.5],
  ['1.234,50 €', ',', 1234.5],
  ['1.234,50', '.', 1234.5],
  ['1.234', '.', 1.234],
  ['1.234', ',', 1234],
  ['1,234', '.', 1234],
  ['1,234', ',', 1.234],
  ['1.5', ',', 1.5],
  ['1.234.567', '.', 1_234_567],
  ['1 000', ',', 1000],
  ['1’000.5', '.', 1000.5],
  ['−3', '.', -3],
  ['-3', '.', -3],
  ['$ 12', '.', 12],
  ['12 EUR', '.', 12],
  ['12 %', '.', 12],
  ['١٢٣', '.', 123],
  ['1e5', '.', undefined],
  ['12a', '.', undefined],
  ['.', '.', undefined],
  ['', '.', undefined],
])('the number in "%s" where decimals follow a "%s" is %s', (said, decimal, number) => {
  expect(numberIn(said, decimal)).toBe(number);
});
