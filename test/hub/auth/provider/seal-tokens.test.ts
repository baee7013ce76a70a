import { expect, test } from 'vitest';
import { openTokens, sealTokens } from '../../../../src/hub/auth/provider/seal-tokens.ts';

const tokens = { accessToken: 'an-access-token', refreshToken: 'a-refresh-token' };

test('sealed tokens open with the same secret only, and not if one byte is changed', () => {
  const sealed = sealTokens(tokens, 'secret');
  expect(openTokens(sealed, 'secret')).toEqual(tokens);
  expect(openTokens(sealed, 'another')).toBeUndefined();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const place of [0, 12, 28, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[place] = changed[place]! ^ 1;
    expect(openTokens(changed.toString('base64url'), 'secret')).toBeUndefined();
  }
  for (const text of ['', 'short', '!']) expect(openTokens(text, 'secret')).toBeUndefined();
});

test('the same tokens are never sealed to the same text', () => {
  expect(sealTokens(tokens, 'secret')).not.toBe(sealTokens(tokens, 'secret'));
});
