import { describe, expect, test } from 'vitest';
import { addTallies, tallyPart, tallyReport } from '../../setup/tally.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  message: 'no such module\nand where it was asked for',
  assertionResults: tests.map((status) => ({
    status,
    fullName: `it ${status}`,
    failureMessages: status === 'failed' ? ['expected 1 to be 2\n    at a.test.ts:3'] : [],
  })),
});

describe('the tally of a test report', () => {
  test.each([
    ['every test passed: all are counted', [file('passed', 'passed', 'passed')], { passed: 2, failed: [] }],
    [
      'a failed test is listed with its reason',
      [file('failed', 'passed', 'failed')],
      { passed: 1, failed: ['a.test.ts: it failed (expected 1 to be 2)'] },
    ],
    [
      'a file that could not be loaded counts as one failure',
      [file('failed')],
      { passed: 0, failed: ['a.test.ts (no such module)'] },
    ],
    [
      'a hook that threw after its tests counts as one failure',
      [file('failed', 'passed')],
      { passed: 1, failed: ['a.test.ts (no such module)'] },
    ],
    [
      'a skipped test counts as failed',
      [file('passed', 'passed', 'skipped', 'todo', 'pending')],
      {
        passed: 1,
        failed: ['a.test.ts: it skipped (skipped)', 'a.test.ts: it todo (todo)', 'a.test.ts: it pending (pending)'],
      },
    ],
    ['an empty report counts nothing', [], { passed: 0, failed: [] }],
  ])('%s', (_, testResults, expected) => {
    expect(tallyReport({ testResults })).toEqual(expected);
  });

  test('tallies of several parts are added up', () => {
    expect(addTallies([tallyPart('types', true), tallyPart('the demo', false), { passed: 3, failed: ['one'] }])).toEqual({
      passed: 4,
      failed: ['the demo', 'one'],
    });
  });
});
