import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeVerdict } from '../../src/targeting/describe-verdict.ts';
import { refuse, TARGETING_RULES } from '../../src/targeting/verdict.ts';

type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(new URL(`../../assets/_locales/${language}/messages.json`, import.meta.url), 'utf8'));
const translateIn =
  (messages: Messages) =>
  (key: string, ...values: string[]) =>
    (messages[key]?.message ?? '').replace(/\$V(\d)\$/g, (_, n) => values[Number(n) - 1] ?? '');

test.each(['ar', 'de', 'en', 'es', 'fr', 'ja'])(
  '%s has words for every rule and every way to be shown, with no gaps in them',
  (language) => {
    const t = translateIn(read(language));
    for (const rule of TARGETING_RULES) {
      const was = rule === 'after' || rule === 'unless' ? 'seen' : 'second';
      const reason = describeVerdict({ kind: 'tip', verdict: refuse(rule, 'first', was, 'third') }, t);
      expect(reason, rule).not.toBe('');
      expect(reason, rule).not.toMatch(/\$|undefined/);
    }
    const kinds = ['tip', 'walkthrough', 'checklist', 'notice', 'question', 'reply'] as const;
    for (const kind of kinds) expect(describeVerdict({ kind, verdict: { fits: true } }, t)).not.toBe('');
  },
);

test('it is said in plain words what the rule went by', () => {
  const t = translateIn(read('en'));
  const reason = (...[rule, ...by]: Parameters<typeof refuse>) =>
    describeVerdict({ kind: 'notice', verdict: refuse(rule, ...by) }, t);
  expect(reason('audience', 'department', 'Buying, Sales', '–')).toBe(
    'It is for “department” being Buying, Sales; the policy of this browser says –.',
  );
  expect(reason('after', 'welcome', 'done')).toBe('It comes only after the guide “welcome” was done.');
  expect(reason('quiet-app')).toBe('You asked for quiet in this app.');
});
