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

describe('what a run came to', () => {
  test.each([
    ['all well', [file('passed', 'passed', 'passed')], { passed: 2, failed: [] }],
    ['one failed', [file('failed', 'passed', 'failed')], { passed: 1, failed: ['a.test.ts: it failed (expected 1 to be 2)'] }],
    ['a file that could not be loaded', [file('failed')], { passed: 0, failed: ['a.test.ts (no such module)'] }],
    ['a hook that threw after its tests', [file('failed', 'passed')], { passed: 1, failed: ['a.test.ts (no such module)'] }],
    [
      'a skipped test is a failed one',
      [file('passed', 'passed', 'skipped', 'todo', 'pending')],
      {
        passed: 1,
        failed: ['a.test.ts: it skipped (skipped)', 'a.test.ts: it todo (todo)', 'a.test.ts: it pending (pending)'],
      },
    ],
    ['nothing at all', [], { passed: 0, failed: [] }],
  ])('%s', (_, testResults, expected) => {
    expect(tallyReport({ testResults })).toEqual(expected);
  });

  test('parts add up', () => {
    expect(addTallies([tallyPart('types', true), tallyPart('the demo', false), { passed: 3, failed: ['one'] }])).toEqual({
      passed: 4,
      failed: ['the demo', 'one'],
    });
  });
});
