import { describe, expect, test } from 'vitest';
import { ALL_RULES, type ProtectionRules } from '../../../../src/hub/aggregates/gateway/protection-rules.ts';
import { publishWeek } from '../../../../src/hub/aggregates/gateway/publish-week.ts';
import { KNOWN_ATTACKS } from './attack/known-attacks.ts';
import { tableStatistic } from './attack/people-in-test.ts';
import { attackAll, attackOrganisation, publishWeeks } from './attack/run-attacks.ts';

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

test('an organisation of sixteen departments has figures though most departments have small cells, and a solver derives nothing', () => {
  const counts = Array.from({ length: 16 }, (_, nth) => [12 + (nth % 7), 11 + (nth % 5), 1 + (nth % 4)]);
  const groups = Object.fromEntries(counts.map((cells, nth) => [`site ${nth % 3}/department ${nth}`, cells]));
  const published = publishWeeks([[tableStatistic(['power', 'habitual', 'novice'], groups)]], { rules: ALL_RULES });
  expect(published[0]?.cells.filter(({ path, isShown }) => path.length === 0 && isShown).length).toBeGreaterThanOrEqual(2);
  expect(attackAll(published, 'stays').claims).toEqual([]);
});

test('no caller can ask for fewer than five people', () => {
  const thresholds = { minPeople: 1, installsPerPerson: 1 };
  const given = { week: '2026-01-05', editions: [], thresholds };
  const sizes = (count: number) => publishWeek({ ...given, statistics: [tableStatistic(['people'], { A: [count] })] });
  expect([sizes(4).length, sizes(5).length]).toEqual([0, 1]);
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
