import { expect, test } from 'vitest';
import type { Judgement } from '../../src/upload/judge-answer.ts';
import { afterBatch, type Plan } from '../../src/upload/plan.ts';

const trouble = { what: 'It failed', where: 'here', remedy: 'none' };
const judged: Judgement = { kind: 'judged', verdicts: [], hubNow: 0 };
const tooLarge: Judgement = { kind: 'objection', hubIsWell: true, trouble, wait: 0 };
const broken: Judgement = { kind: 'objection', hubIsWell: false, trouble, wait: 0 };
const asksForRest: Judgement = { kind: 'objection', hubIsWell: true, trouble, wait: 1000 };
const slow: Judgement = { kind: 'later', slow: true, trouble, wait: 0 };
const down: Judgement = { kind: 'later', slow: false, trouble, wait: 0 };
const hundred = Array.from({ length: 100 }, (_, n) => n);

const cases: [string, Plan, number[], Judgement, Plan, boolean][] = [
  ['judged: more at once', { size: 10, aside: [] }, hundred, judged, { size: 80, aside: [] }, false],
  ['judged: never over 500', { size: 400, aside: [7] }, hundred, judged, { size: 500, aside: [7] }, false],
  ['judged in a suspect’s stead', { size: 1, aside: [7], suspect: 8 }, [9], judged, { size: 8, aside: [7, 8] }, false],
  ['objection to many: half at once', { size: 500, aside: [] }, hundred, tooLarge, { size: 50, aside: [] }, false],
  ['broken over many: an eighth later', { size: 500, aside: [] }, hundred, broken, { size: 13, aside: [] }, true],
  ['objection to many with Retry-After', { size: 500, aside: [] }, hundred, asksForRest, { size: 50, aside: [] }, true],
  ['objection to one: a suspect', { size: 1, aside: [] }, [9], tooLarge, { size: 1, aside: [], suspect: 9 }, false],
  ['broken over one: a suspect', { size: 1, aside: [] }, [9], broken, { size: 1, aside: [], suspect: 9 }, false],
  [
    'objection to a second one: nobody is at fault',
    { size: 1, aside: [], suspect: 9 },
    [10],
    tooLarge,
    { size: 1, aside: [] },
    true,
  ],
  ['objection to one with Retry-After', { size: 1, aside: [] }, [9], asksForRest, { size: 1, aside: [] }, true],
  ['slow: half, later', { size: 500, aside: [3] }, hundred, slow, { size: 50, aside: [3] }, true],
  ['down: the same, later', { size: 500, aside: [3], suspect: 9 }, hundred, down, { size: 500, aside: [3] }, true],
];

test.each(cases)('%s', (_, plan, batch, judgement, then, rest) => {
  expect(afterBatch(plan, batch, judgement)).toEqual({ plan: then, rest });
});
