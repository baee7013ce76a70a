import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lookUpIn, type MessageCatalogue } from '../../src/runtime/message-catalogue.ts';
import { createTranslate } from '../../src/runtime/translate.ts';
import { describeVerdict } from '../../src/targeting/describe-verdict.ts';
import { refuse, TARGETING_RULES } from '../../src/targeting/verdict.ts';

const translateIn = (language: string) => {
  const file = new URL(`../../assets/_locales/${language}/messages.json`, import.meta.url);
  return createTranslate(lookUpIn([JSON.parse(readFileSync(file, 'utf8')) as MessageCatalogue]));
};

test.each(['ar', 'de', 'en', 'es', 'fr', 'ja'])(
  '%s explains every targeting rule and every way to be shown, with all values filled in',
  (language) => {
    const t = translateIn(language);
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

test('the explanation names the values that the rule decided by', () => {
  const t = translateIn('en');
  const reason = (...[rule, ...by]: Parameters<typeof refuse>) =>
    describeVerdict({ kind: 'notice', verdict: refuse(rule, ...by) }, t);
  expect(reason('audience', 'department', 'Buying, Sales', '–')).toBe(
    'It is for people whose “department” is Buying, Sales; the policy of this browser says –.',
  );
  expect(reason('after', 'welcome', 'done')).toBe('It appears only once the guide “welcome” is done.');
  expect(reason('muted-app')).toBe('You muted tips in this app.');
});
