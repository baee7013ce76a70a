import { expect, test } from 'vitest';
import { createTermFinder } from '../../../src/themes/naming/theme-terms.ts';

const others = ['The list is slow', 'My list is empty', 'I like the colours', 'The menu is too long'];

function termsOf(members: readonly string[], language = 'en', rest: readonly string[] = others): string[] {
  return createTermFinder([...members, ...rest], language)(members.map((_, index) => index));
}

test('what everybody says names no theme', () => {
  expect(termsOf(['The list prints twice', 'It prints nothing', 'Nothing prints in the list'])[0]).toBe('prints');
});

test('words that mostly stand side by side are one term', () => {
  const terms = termsOf(['Change my delivery address', 'The delivery address is old', 'Delivery address cannot be saved']);
  expect(terms).toContain('delivery address');
  expect(terms.filter((term) => /delivery|address/i.test(term))).toHaveLength(1);
});

test('forms of one word are one term, and words that only hold another are not', () => {
  const terms = termsOf(['My invoice is lost', 'Two invoices, pin', 'The invoice, a pin', 'Shipping invoices', 'Shipping lost']);
  expect(terms.filter((term) => term.startsWith('invoice'))).toHaveLength(1);
  expect(terms.map((term) => term.toLowerCase())).toEqual(expect.arrayContaining(['pin', 'shipping']));
});

test('a compound with a hyphen is one term, also with a function word in it', () => {
  expect(termsOf(['My top-up failed', 'A top-up is pending', 'Where is my top-up?'])).toContain('top-up');
});

test('no pair is made across a comma', () => {
  const terms = termsOf(['Print, login', 'Print, login please', 'Print, login again']);
  expect(terms.join()).not.toMatch(/print,? login/i);
});

test('a term is shown as most write it', () => {
  expect(termsOf(['the VPN drops', 'VPN is slow', 'my vpn is old'])[0]).toBe('VPN');
  expect(termsOf(['Die Rechnung fehlt', 'Rechnung falsch', 'Meine Rechnung ist alt'], 'de', ['Der Drucker steht'])[0]).toBe(
    'Rechnung',
  );
});

test('a script without spaces is named by its own words, joined without a space', () => {
  const terms = termsOf(['印刷画面が出ない', '印刷画面が白い', '印刷画面が遅い'], 'ja', ['検索が遅い', '検索できない']);
  expect(terms[0]).toBe('印刷画面');
});

test('a theme of function words alone has no terms', () => {
  expect(termsOf(['so what', 'so that', 'so it is'])).toEqual([]);
});
