import { expect, test } from 'vitest';
import { groups } from './act-groups.ts';
import { judgeSteps } from './judge-steps.ts';

const expected = [{ kind: 'click', on: 'save' }] as const;

test('a step counts once: as right, on a wrong target, missing or extra', () => {
  expect(judgeSteps(expected, [{ kind: 'click', found: ['save'] }])).toMatchObject({ right: true });
  expect(judgeSteps(expected, [{ kind: 'click', found: ['close'] }])).toEqual({
    right: false,
    wrongTarget: 1,
    missing: 0,
    extra: 0,
  });
  expect(judgeSteps(expected, [])).toEqual({ right: false, wrongTarget: 0, missing: 1, extra: 0 });
  expect(judgeSteps([], [{ kind: 'click', found: ['save'] }])).toEqual({ right: false, wrongTarget: 0, missing: 0, extra: 1 });
});

test('an anchor that finds nothing is no right step', () => {
  expect(judgeSteps(expected, [{ kind: 'click' }])).toMatchObject({ right: false, missing: 1, extra: 1 });
});

test('a drag is right with both of its ends, and a check with the state that was reached', () => {
  const drag = [{ kind: 'drag', on: 'card', to: 'done' }] as const;
  expect(judgeSteps(drag, [{ kind: 'drag', found: ['card'], foundTo: ['todo'] }]).right).toBe(false);
  const check = [{ kind: 'check', on: 'urgent', state: 'on' }] as const;
  expect(judgeSteps(check, [{ kind: 'check', found: ['urgent'], state: 'off' }]).right).toBe(false);
});

test('there are at least sixty acts, each with a name of its own', () => {
  const names = groups.flatMap(({ samples }) => samples.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});
