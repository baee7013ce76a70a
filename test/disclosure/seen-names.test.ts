import { expect, test } from 'vitest';
import {
  isSeen,
  isSeenAgain,
  isSeenOn,
  MAX_NEW_NAMES_PER_DAY,
  MAX_SEEN_NAMES,
  noteSeen,
  type SeenNames,
} from '../../src/disclosure/seen-names.ts';

const dayOf = (nth: number) => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10);

test('a name is seen again on the second day, not by being seen twice on one day', () => {
  const once = noteSeen(noteSeen({}, 'a', dayOf(0)), 'a', dayOf(0));
  expect([isSeen(once, 'a'), isSeenOn(once, 'a', dayOf(0)), isSeenAgain(once, 'a')]).toEqual([true, true, false]);
  const again = noteSeen(once, 'a', dayOf(3));
  expect([isSeenAgain(again, 'a'), isSeenOn(again, 'a', dayOf(3)), isSeenAgain(again, 'b')]).toEqual([true, true, false]);
});

test('only so many names are new on one day, and known ones are seen as before', () => {
  let all: SeenNames = noteSeen({}, 'early', dayOf(0));
  for (let nth = 0; nth < MAX_NEW_NAMES_PER_DAY + 5; nth++) all = noteSeen(all, `name-${nth}`, dayOf(1));
  expect(Object.keys(all)).toHaveLength(MAX_NEW_NAMES_PER_DAY + 1);
  expect(isSeen(all, `name-${MAX_NEW_NAMES_PER_DAY}`)).toBe(false);
  expect(isSeenAgain(noteSeen(all, 'early', dayOf(1)), 'early')).toBe(true);
  expect(isSeen(noteSeen(all, 'late', dayOf(2)), 'late')).toBe(true);
});

test('the names that were not seen for longest are forgotten', () => {
  let all: SeenNames = {};
  for (let nth = 0; nth < MAX_SEEN_NAMES; nth++) all = noteSeen(all, `name-${nth}`, dayOf(Math.floor(nth / 20)));
  all = noteSeen(all, 'name-0', dayOf(100));
  all = noteSeen(all, 'new', dayOf(100));
  expect(Object.keys(all)).toHaveLength(MAX_SEEN_NAMES);
  expect([isSeen(all, 'name-0'), isSeen(all, 'name-1'), isSeen(all, 'new')]).toEqual([true, false, true]);
});
