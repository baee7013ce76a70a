import { expect, test } from 'vitest';
import { judgePress, type Press, SETTLE_MS, type Sight } from '../../src/presses/judge-press.ts';

const NOW = 100_000;
const press = (more: Partial<Press> = {}): Press => ({
  at: NOW,
  byKey: false,
  isRepeated: false,
  keyInsideAt: undefined,
  ...more,
});
const visible = (forMs: number, wasHidden = false): Sight => ({ is: 'visible', since: NOW - forMs, wasHidden });

const byKeyAfterKey = press({ byKey: true, keyInsideAt: NOW - 50 });

test.each<[string, Press, Sight, number, string]>([
  ['what has been seen long enough', press(), visible(SETTLE_MS), SETTLE_MS, 'counts'],
  ['what has just appeared', press(), visible(60), 60, 'early'],
  ['what has moved', press(), visible(5000), 60, 'early'],
  ['what was covered until now', press(), visible(60, true), 5000, 'early'],
  ['what is covered', press(), { is: 'hidden' }, 5000, 'hidden'],
  ['what nothing is known of yet', press(), { is: 'unknown' }, 5000, 'early'],
  ['by key, what has just appeared unasked', press({ byKey: true }), visible(60), 60, 'early'],
  ['by key, what a key inside has opened', byKeyAfterKey, visible(30), 30, 'counts'],
  ['by key, long after the last key inside', press({ byKey: true, keyInsideAt: NOW - 60_000 }), visible(30), 30, 'early'],
  ['by key, what was covered until now', byKeyAfterKey, visible(60, true), 5000, 'early'],
  ['by key, what is covered', byKeyAfterKey, { is: 'hidden' }, 5000, 'hidden'],
  ['by a key that is held down', press({ byKey: true, isRepeated: true, keyInsideAt: NOW - 50 }), visible(5000), 5000, 'early'],
  ['by pointer right after a key inside', press({ keyInsideAt: NOW - 50 }), visible(30), 30, 'early'],
])('a press on %s', (_what, one, sight, stillMs, verdict) => {
  expect(judgePress(one, sight, NOW - stillMs)).toBe(verdict);
});
