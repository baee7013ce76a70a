import { describe, expect, test } from 'vitest';
import { ALL_RULES, type ProtectionRules } from '../../../../src/hub/aggregates/gateway/protection-rules.ts';
import { KNOWN_ATTACKS } from './attack/known-attacks.ts';
import { attackOrganisation } from './attack/run-attacks.ts';

describe('attacks whose answer is known', () => {
  test.each(KNOWN_ATTACKS)('$name: nothing can be claimed', ({ claims }) => {
    expect(claims(ALL_RULES)).toEqual([]);
  });
});

/** `npm run bench -- attacks` tries ten thousand. */
const ORGANISATIONS = 60;

test(`a solver derives nothing from twelve weeks of ${ORGANISATIONS} random organisations`, () => {
  let tried = 0;
  for (let seed = 0; seed < ORGANISATIONS; seed++) {
    const attack = attackOrganisation(seed, ALL_RULES);
    expect(attack.claims, `organisation ${seed}`).toEqual([]);
    tried += attack.tried;
  }
  expect(tried).toBeGreaterThan(ORGANISATIONS * 10);
});

test('a solver derives nothing from 30 weeks, in which editions replace each other', () => {
  for (let seed = 0; seed < 25; seed++) {
    const attack = attackOrganisation(seed, ALL_RULES, 30);
    expect(attack.claims, `organisation ${seed}`).toEqual([]);
  }
});

describe('the attacks succeed when a rule is switched off', () => {
  test.each(Object.keys(ALL_RULES) as (keyof ProtectionRules)[])('%s', (rule) => {
    const rules = { ...ALL_RULES, [rule]: false };
    const successful = KNOWN_ATTACKS.filter(({ claims }) => claims(rules).length > 0).map(({ name }) => name);
    if (successful.length === 0)
      for (let seed = 0; seed < ORGANISATIONS && successful.length === 0; seed++)
        if (attackOrganisation(seed, rules).claims.length > 0) successful.push(`organisation ${seed}`);
    expect(successful).not.toEqual([]);
  });
});
