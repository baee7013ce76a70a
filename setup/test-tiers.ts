import type { Build } from './build-inputs.ts';
import type { RequiredPrograms } from './require-programs.ts';

/** A part of the test suite that can be run alone: a project of vitest.config.ts. */
export type Tier = 'unit' | 'browser' | 'journeys';

interface TierRequirements {
  programs: RequiredPrograms;
  builds: readonly Build[];
}

/** What each tier needs before it can run. */
const TIERS: Record<Tier, TierRequirements> = {
  unit: { programs: { postgres: true }, builds: [] },
  browser: { programs: { chromium: true }, builds: [] },
  journeys: { programs: { chromium: true, firefox: true, postgres: true }, builds: ['chromium', 'firefox', 'desk'] },
};

/** The tiers that the arguments name, all of them for no arguments. */
export function readTiers(args: readonly string[]): { ok: true; tiers: Tier[] } | { ok: false; why: string } {
  const names = Object.keys(TIERS) as Tier[];
  const unknown = args.find((arg) => !(names as string[]).includes(arg));
  if (unknown !== undefined) return { ok: false, why: `There is no tier "${unknown}". There are: ${names.join(', ')}.` };
  return { ok: true, tiers: args.length > 0 ? names.filter((name) => args.includes(name)) : names };
}

/** Everything that several tiers need. */
export function requirementsOf(tiers: readonly Tier[]): TierRequirements {
  const requirements = tiers.map((tier) => TIERS[tier]);
  return {
    programs: Object.assign({}, ...requirements.map(({ programs }) => programs)) as RequiredPrograms,
    builds: [...new Set(requirements.flatMap(({ builds }) => builds))],
  };
}
