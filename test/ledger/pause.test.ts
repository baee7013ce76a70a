import { expect, test } from 'vitest';
import { mayRecord, type Pause, pauseFor } from '../../src/ledger/pause.ts';

const HOUR = 3_600_000;
const evening = new Date(2026, 10, 2, 22, 30).getTime();

const cases: [string, Pause | undefined, number, boolean][] = [
  ['no pause', undefined, evening, true],
  ['an hour: at once', pauseFor('hour', evening), evening, false],
  ['an hour: just before its end', pauseFor('hour', evening), evening + HOUR - 1, false],
  ['an hour: at its end', pauseFor('hour', evening), evening + HOUR, true],
  ['today: a minute to midnight', pauseFor('today', evening), new Date(2026, 10, 2, 23, 59).getTime(), false],
  ['today: midnight', pauseFor('today', evening), new Date(2026, 10, 3).getTime(), true],
  ['until asked: years later', pauseFor('until asked', evening), evening + 9e11, false],
];

test.each(cases)('recording is allowed or not, as the pause says: %s', (_, pause, now, may) => {
  expect(mayRecord(pause, now)).toBe(may);
});

test('a pause for today ends at midnight on days when clocks change, too', () => {
  for (const [month, day] of [
    [2, 29],
    [9, 25],
  ] as const) {
    const pause = pauseFor('today', new Date(2026, month, day, 0, 30).getTime());
    expect(pause).toEqual({ until: new Date(2026, month, day + 1).getTime() });
  }
});
