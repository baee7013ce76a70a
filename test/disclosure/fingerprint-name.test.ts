import { expect, test } from 'vitest';
import { fingerprintName } from '../../src/disclosure/fingerprint-name.ts';
import { nameFingerprint } from '../../src/model/entry/name-fingerprint.ts';

const key = 'a-key-for-hashing-only';
const base = { app: 'orders', role: 'button', name: 'Repost accruals' };

test('a fingerprint never changes: installs of different versions must agree', async () => {
  expect(await fingerprintName(key, base)).toBe('Mryl7N6zkLauZLILPksqqA');
  expect(nameFingerprint.safeParse(await fingerprintName(key, base)).success).toBe(true);
});

test.each([
  'repost ACCRUALS',
  '  Repost   accruals ',
  'Repost\u00a0accruals…',
  '→ Repost accruals',
  'Repost\u200b accruals:',
  'Ｒepost accruals',
])('"%s" has the same fingerprint: people read the same name', async (name) => {
  expect(await fingerprintName(key, { ...base, name })).toBe(await fingerprintName(key, base));
});

test('another key, app, role or name has another fingerprint', async () => {
  const all = await Promise.all([
    fingerprintName(key, base),
    fingerprintName(`${key}!`, base),
    fingerprintName(key, { ...base, app: 'travel' }),
    fingerprintName(key, { ...base, role: 'link' }),
    fingerprintName(key, { ...base, name: 'Repost accrual' }),
    fingerprintName(key, { app: 'orders","button', role: '', name: 'Repost accruals' }),
  ]);
  expect(new Set(all).size).toBe(all.length);
});
