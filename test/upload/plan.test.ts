import { expect, test } from 'vitest';
import type { Judgement } from '../../src/upload/judge-answer.ts';
import { afterBatch, type Plan } from '../../src/upload/plan.ts';

const error = { kind: 'hubFailed', where: '' } as const;
const judged: Judgement = { kind: 'judged', results: [], hubNow: 0 };
const tooLarge: Judgement = { kind: 'objection', isHubHealthy: true, error, waitMs: 0 };
const broken: Judgement = { kind: 'objection', isHubHealthy: false, error, waitMs: 0 };
const asksForRest: Judgement = { kind: 'objection', isHubHealthy: true, error, waitMs: 1000 };
const slow: Judgement = { kind: 'later', timedOut: true, error, waitMs: 0 };
const down: Judgement = { kind: 'later', timedOut: false, error, waitMs: 0 };
const hundred = Array.from({ length: 100 }, (_, n) => n);

const suspect = (seq: number, objections: number) => ({ seq, objections });
const plan = (size: number, quarantined: number[] = [], suspected?: Plan['suspect']): Plan => ({
  size,
  quarantined,
  ...(suspected && { suspect: suspected }),
});

const cases: [string, Plan, number[], Judgement, Plan, boolean][] = [
  ['judged → larger batch', plan(10), hundred, judged, plan(80), false],
  ['judged → never over 500', plan(400, [7]), hundred, judged, plan(500, [7]), false],
  [
    'judged in place of the row held back → that row is quarantined',
    plan(1, [7], suspect(8, 4)),
    [9],
    judged,
    plan(8, [7, 8]),
    false,
  ],
  ['judged after objections → suspicion is dropped', plan(1, [7], suspect(8, 3)), [8], judged, plan(8, [7]), false],
  ['objection to many → half at once', plan(500), hundred, tooLarge, plan(50), false],
  ['broken hub, many → an eighth later', plan(500), hundred, broken, plan(13), true],
  ['objection to many with Retry-After → half later', plan(500), hundred, asksForRest, plan(50), true],
  ['objection to one → again at once', plan(1), [9], tooLarge, plan(1, [], suspect(9, 1)), false],
  [
    'objection to another row → counting starts again',
    plan(1, [], suspect(8, 2)),
    [9],
    tooLarge,
    plan(1, [], suspect(9, 1)),
    false,
  ],
  ['fourth objection to one → it is held back', plan(1, [], suspect(9, 3)), [9], tooLarge, plan(1, [], suspect(9, 4)), false],
  ['broken hub, one → again later', plan(1, [], suspect(9, 1)), [9], broken, plan(1, [], suspect(9, 2)), true],
  [
    'broken hub, one, for the fourth time → it is held back',
    plan(1, [], suspect(9, 3)),
    [9],
    broken,
    plan(1, [], suspect(9, 4)),
    false,
  ],
  ['objection in place of the row held back → no row is at fault', plan(1, [], suspect(9, 4)), [10], tooLarge, plan(1), true],
  ['objection to one with Retry-After → again later', plan(1), [9], asksForRest, plan(1, [], suspect(9, 1)), true],
  ['no answer in time → half later', plan(500, [3]), hundred, slow, plan(50, [3]), true],
  ['no connection → the same later', plan(500, [3], suspect(9, 4)), hundred, down, plan(500, [3]), true],
];

test.each(cases)('the plan after a batch: %s', (_, before, batch, judgement, then, shouldRest) => {
  expect(afterBatch(before, batch, judgement)).toEqual({ plan: then, shouldRest });
});
