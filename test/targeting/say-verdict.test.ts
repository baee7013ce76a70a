import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sayVerdict } from '../../src/targeting/say-verdict.ts';
import { refuse, rules } from '../../src/targeting/verdict.ts';

type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(new URL(`../../assets/_locales/${language}/messages.json`, import.meta.url), 'utf8'));
const sayIn =
  (messages: Messages) =>
  (key: string, ...values: string[]) =>
    (messages[key]?.message ?? '').replace(/\$V(\d)\$/g, (_, n) => values[Number(n) - 1] ?? '');

test.each(['ar', 'de', 'en', 'es', 'fr', 'ja'])(
  '%s has words for every rule and every way to be shown, with no gaps in them',
  (language) => {
    const say = sayIn(read(language));
    for (const rule of rules) {
      const was = rule === 'after' || rule === 'unless' ? 'seen' : 'second';
      const reason = sayVerdict({ kind: 'tip', verdict: refuse(rule, 'first', was, 'third') }, say);
      expect(reason, rule).not.toBe('');
      expect(reason, rule).not.toMatch(/\$|undefined/);
    }
    const kinds = ['tip', 'walkthrough', 'checklist', 'notice', 'question', 'reply'] as const;
    for (const kind of kinds) expect(sayVerdict({ kind, verdict: { fits: true } }, say)).not.toBe('');
  },
);

test('it is said in plain words what the rule went by', () => {
  const say = sayIn(read('en'));
  const reason = (...[rule, ...by]: Parameters<typeof refuse>) =>
    sayVerdict({ kind: 'notice', verdict: refuse(rule, ...by) }, say);
  expect(reason('audience', 'department', 'Buying, Sales', '–')).toBe(
    'It is for “department” being Buying, Sales; the policy of this browser says –.',
  );
  expect(reason('after', 'welcome', 'done')).toBe('It comes only after the guide “welcome” was done.');
  expect(reason('quiet-app')).toBe('You asked for quiet in this app.');
});
