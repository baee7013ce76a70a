import { expect, test } from 'vitest';
import { discloseControl } from '../../src/disclosure/disclose-control.ts';
import { applicationLexicon } from '../../src/lexicon/application-lexicon.ts';

const lexicon = applicationLexicon().extend([{ words: ['widget'], phrases: ['Grant'] }]);

test.each(['Save', 'Create New Order', 'Mark as read', 'Add widget'])('the name "%s" is disclosed', (name) => {
  expect(discloseControl({ role: 'button', name }, { lexicon })).toEqual({ control: { role: 'button', name }, verdict: 'known' });
});

test.each(['Delete Anna', "Roe's open orders", '联系王小明', 'Mark', 'OLSEN'])('the name "%s" is withheld', (name) => {
  expect(discloseControl({ role: 'button', name }, { lexicon })).toEqual({
    control: { role: 'button', masked: true },
    verdict: 'unknown',
  });
});
