import { expect, test } from 'vitest';
import { judgeClock } from '../../../../src/hub/entries/retention/judge-clock.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 22) + hours * 3_600_000);
/** The state after runs at these hours. */
const after = (...hours: number[]) =>
  hours.reduce<ReturnType<typeof judgeClock> | undefined>((last, hour) => judgeClock(last, at(hour)), undefined);

test.each([
  ['the first run', [0], 0],
  ['a run each day', [0, 24, 48, 72], 0],
  ['a day that was left out', [0, 48], 0],
  ['weeks of standstill', [0, 500], 512],
  ['a restart while it waits', [0, 500, 501], 512],
  ['the day after that', [0, 500, 512, 524], 512],
  ['a second jump', [0, 500, 1000], 1012],
  ['a clock that was set back after a jump', [0, 500, 24], 24],
  ['a clock that was set back a little', [0, 24, 23], 23],
])('after %s, the clock is believed from the right hour on', (_, runs, believed) => {
  expect(after(...runs)?.believedFrom).toEqual(at(believed));
});
