import { expect, test } from 'vitest';
import { quoteRemote } from '../../../src/model/text/quote-remote.ts';

test.each([
  ['a short text stays', 'route: too long', 'route: too long'],
  ['line breaks and controls become spaces', 'one\r\n\u0000two\u001b[31m', 'one two [31m'],
  ['characters that turn or hide text go', 'exe\u202ecod\u200b.\u2066x', 'exe cod . x'],
  ['addresses go', 'Sign in at https://evil.example/login?x=1 now', 'Sign in at … now'],
  ['so do other schemes and addresses without one', 'javascript://a data://b www.evil.example mailto:a@b.example', '… … … …'],
  ['lone surrogates go', 'a\ud800b', 'a b'],
])('of a text of the hub, %s', (_, text, quoted) => expect(quoteRemote(text)).toBe(quoted));

test('a quotation has at most 200 characters, however long the text of the hub is', () => {
  const quoted = quoteRemote('😀'.repeat(1_000_000));
  expect(quoted.length).toBeLessThanOrEqual(200);
  expect(quoted.isWellFormed()).toBe(true);
});
