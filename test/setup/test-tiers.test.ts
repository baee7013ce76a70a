import { describe, expect, test } from 'vitest';
import { readTiers, requirementsOf } from '../../setup/test-tiers.ts';

describe('the tiers of a test run', () => {
  test.each([
    ['no argument: every tier', [], ['unit', 'browser', 'journeys']],
    ['one name: that tier', ['browser'], ['browser']],
    ['several names: each once, in the order of the suite', ['journeys', 'unit', 'unit'], ['unit', 'journeys']],
  ])('%s', (_, args, tiers) => {
    expect(readTiers(args)).toEqual({ ok: true, tiers });
  });

  test('an unknown name is refused with the names that exist', () => {
    expect(readTiers(['units'])).toEqual({ ok: false, why: 'There is no tier "units". There are: unit, browser, journeys.' });
  });

  test('unit tests need no browser and no build', () => {
    expect(requirementsOf(['unit'])).toEqual({ programs: { postgres: true }, builds: [] });
  });

  test('needs of several tiers are united', () => {
    expect(requirementsOf(['unit', 'browser', 'journeys'])).toEqual({
      programs: { chromium: true, firefox: true, postgres: true },
      builds: ['chromium', 'firefox', 'desk'],
    });
  });
});
