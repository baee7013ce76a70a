import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discloseControl } from '../../src/disclosure/disclose-control.ts';
import { applicationLexicon } from '../../src/lexicon/application-lexicon.ts';

const lexicon = applicationLexicon().extend([{ words: ['widget'], phrases: ['Grant'] }]);
const position = { nth: 3, of: 5, within: { role: 'form', name: 'Address' } };

test.each(['Save', 'Create New Order', 'Mark as read', 'Add widget', 'Grant'])(
  'the name "%s" is disclosed, and no position',
  (name) => {
    expect(discloseControl({ role: 'button', name, position }, { lexicon })).toEqual({
      control: { role: 'button', name },
      verdict: 'known',
    });
  },
);

test.each(['Delete Anna', "Roe's open orders", '联系王小明', 'Mark', 'OLSEN', '4711'])(
  'instead of the name "%s" the position is disclosed',
  (name) => {
    expect(discloseControl({ role: 'button', name, position }, { lexicon })).toEqual({
      control: { role: 'button', masked: true, position },
      verdict: 'unknown',
    });
  },
);

test('a control that the page took for data is disclosed by its position, and one without a name is not said to be withheld', () => {
  expect(discloseControl({ role: 'link', masked: true, position }, { lexicon })).toEqual({
    control: { role: 'link', masked: true, position },
    verdict: 'data',
  });
  expect(discloseControl({ role: 'button', position }, { lexicon })).toEqual({
    control: { role: 'button', position },
    verdict: 'unnamed',
  });
});

test.each([{ name: 'Order of Jane Roe' }, { name: 'Address', masked: true }])(
  'the name of the part of the page is left out: %o',
  (within) => {
    const { control } = discloseControl(
      { role: 'button', position: { nth: 1, within: { role: 'form', ...within } } },
      { lexicon },
    );
    expect(control.position).toEqual({ nth: 1, within: { role: 'form' } });
  },
);

test('roles that are none in ARIA are left out, of the control and of the part of the page', () => {
  const { control } = discloseControl({ role: 'jane-roe', position: { nth: 1, within: { role: 'roe' } } }, { lexicon });
  expect(control).toEqual({ role: 'generic', position: { nth: 1, within: { role: 'generic' } } });
});

test('no number and no unknown word of any name is disclosed', () => {
  const digits = fc.stringMatching(/^[0-9٠-٩०-९０-９]{1,8}$/);
  const token = fc.oneof(digits, fc.stringMatching(/^[bcdfghjkmnpqrstvwxz]{6,10}$/));
  fc.assert(
    fc.property(
      fc.constantFrom('Save', 'Order', 'Rechnung', 'Facture', 'Guardar'),
      token,
      fc.boolean(),
      (word, canary, isFirst) => {
        const name = isFirst ? `${canary} ${word}` : `${word} ${canary}`;
        expect(JSON.stringify(discloseControl({ role: 'button', name }, { lexicon }))).not.toContain(canary.normalize('NFKC'));
      },
    ),
  );
});
