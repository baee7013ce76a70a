import { expect, test } from 'vitest';
import { isIgnored } from '../../../src/friction/journey/is-ignored.ts';
import { ignoreRule } from '../../../src/model/pack/ignore-rule.ts';

const url = 'https://shop.example/orders/7';
const dead = { signal: 'no-response' as const, control: { role: 'button', name: 'Ping' } };

test.each([
  ['no rule', [], dead, false],
  ['its role', [{ role: 'button' }], dead, true],
  ['another role', [{ role: 'link' }], dead, false],
  ['its name', [{ name: 'Ping' }], dead, true],
  ['its name in one of the languages', [{ name: { de: 'Anpingen', en: 'Ping' } }], dead, true],
  ['role and name, of which one does not fit', [{ role: 'link', name: 'Ping' }], dead, false],
  ['its signal', [{ signals: ['no-response' as const] }], dead, true],
  ['another signal', [{ role: 'button', signals: ['repeat-click' as const] }], dead, false],
  ['its place', [{ where: ['/orders/:id'] }], dead, true],
  ['another place', [{ where: ['/customers/*'], role: 'button' }], dead, false],
  ['the second of two rules', [{ role: 'link' }, { role: 'button' }], dead, true],
  ['a name that was withheld', [{ name: 'Ping' }], { ...dead, control: { role: 'button', masked: true } }, false],
  ['no control at all', [{ role: 'button' }], { signal: 'page-loop' as const }, false],
])('a finding is excluded by a rule or not: %s', (_, rules, finding, isExcluded) => {
  expect(isIgnored(finding, url, rules)).toBe(isExcluded);
});

test('a rule without conditions is refused', () => {
  expect(ignoreRule.safeParse({}).error?.issues[0]?.message).toBe('must name a place, a role, a name or a signal');
});
