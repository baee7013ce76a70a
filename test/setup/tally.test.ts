import { describe, expect, test } from 'vitest';
import { sum, tallyPart, tallyReport } from '../../setup/tally.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((status) => ({ status })),
});

describe('what a run came to', () => {
  test.each([
    ['all well', [file('passed', 'passed', 'passed')], { passed: 2, failed: 0 }],
    ['one failed', [file('failed', 'passed', 'failed')], { passed: 1, failed: 1 }],
    ['a file that could not be loaded', [file('failed')], { passed: 0, failed: 1 }],
    ['a hook that threw after its tests', [file('failed', 'passed')], { passed: 1, failed: 1 }],
    ['a skipped test is a failed one', [file('passed', 'passed', 'skipped', 'todo', 'pending')], { passed: 1, failed: 3 }],
    ['nothing at all', [], { passed: 0, failed: 0 }],
  ])('%s', (_, testResults, expected) => {
    expect(tallyReport({ testResults })).toEqual(expected);
  });

  test('parts add up', () => {
    expect(sum([tallyPart(true), tallyPart(false), { passed: 3, failed: 1 }])).toEqual({ passed: 4, failed: 2 });
  });
});
