import { expect, test } from 'vitest';
import { EVERYBODY, readReach, type TypedReach, typeReach } from '../../../../src/desk/features/packs/typed-reach.ts';

test('a reach that was typed is read, and typed again it is the same', () => {
  const typed: TypedReach = {
    ...{ channel: 'test', share: '25', departments: 'Sales\n\n  Service \nSales' },
    ...{ from: '2026-12-01T08:00', until: '2026-12-24T18:30' },
  };
  const read = readReach(typed);
  expect(read).toMatchObject({ channel: 'test', share: 25, departments: ['Sales', 'Service'] });
  expect(typeof read === 'string' ? read : readReach(typeReach(read))).toEqual(read);
});

test('everybody, at once and for good, is what a reach begins with', () => {
  expect(readReach(EVERYBODY)).toEqual({ channel: 'live', share: 100, departments: [], from: null, until: null });
});

test.each<[string, Partial<TypedReach>, RegExp]>([
  ['no share', { share: '' }, /whole number from 1 to 100/],
  ['a share of nobody', { share: '0' }, /whole number/],
  ['more than all', { share: '101' }, /whole number/],
  ['a part of a per cent', { share: '2.5' }, /whole number/],
  ['an end before the beginning', { from: '2026-12-02T00:00', until: '2026-12-01T00:00' }, /before the beginning/],
])('%s is refused with what to do', (_, typed, why) => {
  expect(readReach({ ...EVERYBODY, ...typed })).toMatch(why);
});
