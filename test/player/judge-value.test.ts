import { expect, test } from 'vitest';
import type { ValueTest } from '../../src/model/pack/value-test.ts';
import { judgeValue, parseLocalNumber } from '../../src/player/judge-value.ts';

const texts = (...values: string[]) => ({ texts: values, decimal: '.' });
const ticked = (checked: boolean) => ({ texts: [], checked, decimal: '.' });

test.each<[ValueTest, Parameters<typeof judgeValue>[1], boolean]>([
  [{ is: 'filled' }, texts('a'), true],
  [{ is: 'filled' }, texts('  '), false],
  [{ is: 'filled' }, ticked(false), false],
  [{ is: 'empty' }, texts(''), true],
  [{ is: 'empty' }, texts('0'), false],
  [{ is: 'empty' }, ticked(true), false],
  [{ is: 'checked' }, ticked(true), true],
  [{ is: 'checked' }, texts('on'), false],
  [{ is: 'unchecked' }, ticked(false), true],
  [{ is: 'unchecked' }, texts(''), false],
  [{ is: 'one-of', values: ['net 60', 'Net 30'] }, texts('n30', 'NET 30 '), true],
  [{ is: 'one-of', values: ['Net 30'] }, texts('Net 300'), false],
  [{ is: 'matches', pattern: '[0-9]{4}' }, texts('4711'), true],
  [{ is: 'matches', pattern: '[0-9]{4}' }, texts('47110'), false],
  [{ is: 'matches', pattern: 'a|b' }, texts('ab'), false],
  [{ is: 'matches', pattern: '.*' }, texts(''), false],
  [{ is: 'number', min: 1, max: 50_000 }, texts('50,000.00 €'), true],
  [{ is: 'number', min: 1 }, texts('0'), false],
  [{ is: 'number', max: 10 }, texts('ten'), false],
  [{ is: 'number' }, texts(''), false],
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
  expect(parseLocalNumber(said, decimal)).toBe(number);
});
