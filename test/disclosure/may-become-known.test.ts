import { expect, test } from 'vitest';
import { mayBecomeKnown } from '../../src/disclosure/may-become-known.ts';

const may = (name: string | undefined, over = {}) =>
  mayBecomeKnown({ role: 'button', ...(name !== undefined && { name }), ...over });

test.each([
  'Repost accruals',
  'Frobnicate',
  'Zahlwege zuordnen…',
  'Réaffecter les lots',
  'Conciliación',
  '消込',
  'ترحيل القيود',
  'Переоценка',
  'Save/Close',
  'Wage type explorer',
])('"%s" may become known', (name) => {
  expect(may(name)).toBe(true);
});

test.each([
  ['a digit', 'Order 5'],
  ['a digit of another script', 'طلب ٤٧'],
  ['a full-width digit', 'Ｗｅｅｋ ４'],
  ['a Roman numeral sign', 'Stage Ⅳ'],
  ['an e-mail address', 'jane@example.com'],
  ['an address', 'https://orders.example'],
  ['a domain', 'orders.example'],
  ['a file name', 'contract.pdf'],
  ['a path', 'home/jane/contracts'],
  ['a share', '\\\\server\\jane'],
  ['an initial before a name', 'J. Roe'],
  ['an initial after a name', 'Roe, J.'],
  ['a possessive', "Jane's tasks"],
  ['a possessive with a curly apostrophe', 'Jane’s tasks'],
  ['seven words', 'one two three four five six seven'],
  ['sixty-one characters', 'a'.repeat(61)],
  ['one character', 'x'],
  ['one character and invisible ones', 'x\u200b\u200b'],
  ['signs only', '→ ⋯'],
  ['nothing', ''],
])('a name with %s never becomes known', (_, name) => {
  expect(may(name)).toBe(false);
});

test('a name that the page took for data, or that is missing, never becomes known', () => {
  expect(may('Repost accruals', { masked: true })).toBe(false);
  expect(may(undefined)).toBe(false);
});

test.each(['row', 'cell', 'gridcell', 'rowheader', 'option', 'listitem', 'treeitem', 'article'])(
  'the name of a %s is a record’s and never becomes known',
  (role) => {
    expect(may('Repost accruals', { role })).toBe(false);
  },
);
