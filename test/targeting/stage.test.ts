import { expect, test } from 'vitest';
import { addCompletion, type Completions, stageOf, weekOf } from '../../src/targeting/stage.ts';

const week = 7 * 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-22T12:00:00Z');
/** Completions by week, this one first. */
const counted = (...byWeek: number[]): Completions => ({
  weeks: Object.fromEntries(byWeek.map((count, ago) => [weekOf(now) - ago, count])),
  ever: byWeek.some((count) => count > 0),
});
const times = (weeks: number, count: number) => Array.from({ length: weeks }, () => count);

test.each([
  ['never', counted(), 'none'],
  ['once, this week', counted(1), 'low'],
  ['once, eleven weeks ago', counted(...times(11, 0), 1), 'low'],
  ['once, twelve weeks ago', counted(...times(12, 0), 1), 'lapsed'],
  ['long ago, with its weeks dropped', { weeks: {}, ever: true }, 'lapsed'],
  ['twelve times in one week', counted(12), 'novice'],
  ['eleven times', counted(11), 'low'],
  ['once in eight weeks', counted(...times(8, 1)), 'low'],
  ['twice in eight weeks', counted(...times(8, 2)), 'novice'],
  ['once in nine weeks', counted(...times(9, 1)), 'habitual'],
  ['14 times each week', counted(...times(12, 14)), 'habitual'],
  ['15 times each week', counted(...times(12, 15)), 'power'],
  ['20 times in nine weeks of twelve', counted(...times(9, 20)), 'power'],
  ['180 times, all in eight weeks', counted(...times(8, 23)), 'novice'],
  ['in weeks to come, since the clock went back', { weeks: { [weekOf(now) + 5]: 9 }, ever: true }, 'lapsed'],
] as const)('a task completed %s: stage %s', (_how, completions, stage) => {
  expect(stageOf(completions, 'week', now)).toBe(stage);
});

test('a monthly task is judged by periods of four weeks', () => {
  const monthly = counted(...Array.from({ length: 40 }, (_, ago) => (ago % 4 === 0 ? 1 : 0)));
  expect(stageOf(monthly, 'week', now)).toBe('low');
  expect(stageOf(monthly, 'month', now)).toBe('habitual');
});

test('completions are dropped once no stage considers them, but that there were some is not', () => {
  let completions: Completions = { weeks: {}, ever: false };
  for (let ago = 80; ago >= 0; ago--) completions = addCompletion(completions, now - ago * week);
  expect(Object.keys(completions.weeks)).toHaveLength(48);
  expect(addCompletion({ weeks: { 1: 4 } }, now)).toEqual({ weeks: { [weekOf(now)]: 1 }, ever: true });
  expect(stageOf(completions, 'week', now + 60 * week)).toBe('lapsed');
});
