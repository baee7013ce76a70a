import { expect, test } from 'vitest';
import { rank } from '../../../src/hub/inbox/rank.ts';

const today = '2026-11-22';
const of = (more: object) => rank({ items: 1, choices: ['slowed'], newest: today, ...more }, today);

test('the score is the product of its parts, which are shown', () => {
  const priority = of({ items: 3, newest: '2026-11-08' });
  expect(priority).toEqual({
    score: 3,
    reach: { value: 2, items: 3 },
    severity: { value: 3, by: 'choice' },
    freshness: { value: 0.5, days: 14 },
  });
});

test('more items, a graver choice and a newer day each come first', () => {
  const base = of({ choices: ['confused'], newest: '2026-11-10' }).score;
  expect(of({ items: 2, choices: ['confused'], newest: '2026-11-10' }).score).toBeGreaterThan(base);
  expect(of({ choices: ['confused', 'slowed'], newest: '2026-11-10' }).score).toBeGreaterThan(base);
  expect(of({ choices: ['confused'], newest: '2026-11-11' }).score).toBeGreaterThan(base);
});

test('that a guide could not show its control counts more than an idea, and less than that somebody was slowed down', () => {
  expect(of({ choices: ['idea'], isAbsent: true }).severity).toEqual({ value: 2, by: 'absence' });
  expect(of({ isAbsent: true }).severity).toEqual({ value: 3, by: 'choice' });
});

test('of a page issue the share is shown and no number of people; it counts as at least ten', () => {
  const issue = (share: 'few' | 'most' | number) => rank({ signal: 'error-click', share, newest: today }, today);
  expect(issue('few').reach).toEqual({ value: 3.459, share: 'few' });
  expect(issue('few').reach.value).toBe(issue(5).reach.value);
  expect(issue('most').score).toBeGreaterThan(issue(40).score);
  expect(issue(40).severity).toEqual({ value: 3, by: 'signal' });
});

test('a day that has not come yet is as fresh as today', () => {
  expect(of({ newest: '2026-11-23' }).freshness).toEqual({ value: 1, days: 0 });
});
