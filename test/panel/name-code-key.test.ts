import { expect, test } from 'vitest';
import type { Control } from '../../src/model/entry/control.ts';
import { nameCodeKey } from '../../src/panel/entry-text.ts';
import { feedback, guideEntry } from '../ledger/entries.ts';

const fingerprint = 'AAAAAAAAAAAAAAAAAAAAAA';
const about = (control: Control) => nameCodeKey(feedback({ control }));

test('a record with a fingerprint explains it: alone, or beside the name that many people have met', () => {
  expect(about({ role: 'button', masked: true, fingerprint })).toBe('recordNameCode');
  expect(about({ role: 'button', name: 'Frobnicate', fingerprint })).toBe('recordNameKnown');
});

test('a record without a fingerprint has nothing to explain', () => {
  expect(about({ role: 'button', name: 'Save' })).toBeUndefined();
  expect(nameCodeKey(feedback())).toBeUndefined();
  expect(nameCodeKey(guideEntry())).toBeUndefined();
});
